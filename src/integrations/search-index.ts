// After the build: the index that searching reads, made by Pagefind from the built pages and from the glossary's terms.
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { close, createIndex } from 'pagefind';
import { readGlossary, type Term, termId } from '../glossary/glossary.ts';
import { NOT_SEARCHED } from '../shell/not-searched.ts';

/**
 * Its files are written here and not by Pagefind's `writeFiles` (Starlight's way), which answers before they are on
 * the disk, so that closing it can cut them short: https://github.com/Pagefind/pagefind/issues/1271.
 */
export function searchIndex(): AstroIntegration {
  return {
    name: 'search-index',
    hooks: {
      'astro:build:done': async ({ dir, logger }) => {
        try {
          const { index } = sound(await createIndex({ excludeSelectors: [...NOT_SEARCHED] }));
          if (index === undefined) throw new Error('Pagefind gave no index.');
          const { page_count } = sound(await index.addDirectory({ path: fileURLToPath(dir) }));
          for (const term of readGlossary('content')) {
            sound(await index.addHTMLFile(entryOf(term)));
          }
          const { files } = sound(await index.getFiles());
          for (const { path, content } of files) {
            const file = fileURLToPath(new URL(`pagefind/${path}`, dir));
            await mkdir(dirname(file), { recursive: true });
            await writeFile(file, content);
          }
          logger.info(`made from ${page_count} pages`);
        } finally {
          await close();
        }
      },
    },
  };
}

/** A term as a page of its own, which leads to its place in the glossary. It is found by its names alone. */
function entryOf({ term, forms, also, definition }: Term) {
  const words = [...forms, ...also].join(' ');
  return {
    url: `/glossary/#${termId(term)}`,
    content: `<html lang="en"><body data-pagefind-body>
      <h1 data-pagefind-weight="10">${escaped(term)}</h1>
      <p data-pagefind-meta="definition" data-pagefind-ignore>${escaped(definition)}</p>
      <p data-pagefind-meta="words" data-pagefind-weight="10">${escaped(words)}</p>
    </body></html>`,
  };
}

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function sound<Answer extends { errors: string[] }>(answer: Answer): Answer {
  if (answer.errors.length > 0) throw new Error(`Pagefind: ${answer.errors.join('; ')}`);
  return answer;
}

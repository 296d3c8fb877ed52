// Where the lesson makes its claims: the marks on its pages, each with the heading above it and the labs that show it.
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseFrontmatter } from '@astrojs/markdown-remark';
import { markIn } from './marks.ts';

export interface Place {
  readonly numbers: readonly number[];
  /** The id of the page: "threads". */
  readonly page: string;
  /** A chapter that is planned has no page yet. */
  readonly draft: boolean;
  /** The heading above it, or null at the beginning of a page. */
  readonly heading: string | null;
  /** The ids of the labs that show it: those that the mark names, else those of its section. */
  readonly labs: readonly string[];
  /** File and line: "content/threads.mdx:34". */
  readonly place: string;
}

interface Section {
  readonly heading: string | null;
  /** The number of its first line, from 1. */
  readonly from: number;
  readonly lines: string[];
}

/**
 * The places of a content folder's pages, file by file.
 *
 * @throws Error naming file and line of a mark that cannot be read
 */
export function readPlaces(folder: string): Place[] {
  return globSync('*.mdx', { cwd: folder })
    .sort()
    .flatMap((name) => {
      const file = join(folder, name);
      const source = readFileSync(file, 'utf8');
      const { draft = false } = parseFrontmatter(source).frontmatter as { draft?: boolean };
      const page = name.replace(/\.mdx$/, '');
      return sectionsOf(source).flatMap((section) =>
        placesIn(section, file).map((one) => ({ ...one, page, draft })),
      );
    });
}

/** A page's source cut at its headings; what stands in a fence is no heading. */
function sectionsOf(source: string): Section[] {
  const sections: Section[] = [{ heading: null, from: 1, lines: [] }];
  let fenced = false;
  source.split(/\r?\n/).forEach((line, i) => {
    if (/^\s*```/.test(line)) fenced = !fenced;
    const [, heading] = (!fenced && /^#{2,4} (.+)$/.exec(line)) || [];
    if (heading === undefined) sections.at(-1)?.lines.push(line);
    else sections.push({ heading: heading.replaceAll(/[*`]/g, ''), from: i + 2, lines: [] });
  });
  return sections;
}

function placesIn(
  { heading, from, lines }: Section,
  file: string,
): Omit<Place, 'page' | 'draft'>[] {
  const shown = lines
    .join('\n')
    .matchAll(/<(?:Lab\s[^>]*?\bid|DocumentedTimeline\s[^>]*?\blab)="([^"]+)"/g);
  const own = [...new Set([...shown].map(([, id]) => id as string))];
  return lines.flatMap((line, i) => {
    const [, comment] = /^\s*\{(\/\*.*\*\/)\}\s*$/.exec(line) ?? [];
    if (comment === undefined) return [];
    const place = `${file}:${from + i}`;
    const mark = markIn(comment, place);
    if (mark === null) return [];
    return [
      { numbers: mark.numbers, heading, labs: mark.labs.length > 0 ? mark.labs : own, place },
    ];
  });
}

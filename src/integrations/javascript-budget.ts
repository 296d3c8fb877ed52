// After the build: adds up the JavaScript that each page loads before a lab comes near the viewport, and fails the
// build when a page of the lesson needs more than its budget.
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { builtPages } from './built-pages.ts';
import { type Weight, weigh } from './page-weight.ts';

/** Bytes of gzipped JavaScript that a page of the lesson may load at once. */
const BUDGET = 25_000;

/** Pages that exist to show a lab load it at once. */
const LAB_PAGE = /^(?:labs|embed)\/([^/]+)\/index\.html$/;

/** Bytes that such a page may load with its lab, React's 65 kB among them: without charts, and with them. */
const LAB_BUDGET = { plain: 140_000, charts: 246_000 };

export function javascriptBudget(): AstroIntegration {
  let base = '/';
  return {
    name: 'javascript-budget',
    hooks: {
      'astro:config:done': ({ config }) => {
        base = config.base.replace(/\/*$/, '/');
      },
      'astro:build:done': async ({ dir, logger }) => {
        const read = (path: string) => readFile(fileURLToPath(new URL(path, dir)), 'utf8');
        const rows: Weighed[] = [];
        for await (const { file, html } of builtPages(dir)) {
          const lab = LAB_PAGE.exec(file)?.[1];
          const weight = await weigh({ file, html, base, lab, read });
          rows.push({ file, limit: limitOf(lab, weight), ...weight });
        }
        rows.sort((a, b) => a.file.localeCompare(b.file));
        logger.info(
          `JavaScript before a lab comes near; of a lab's own page, with all of that lab:\n${table(rows)}`,
        );
        const over = overBudget(rows);
        if (over.length > 0) throw new Error(over.join('\n'));
      },
    },
  };
}

const limitOf = (lab: string | undefined, { charts }: Weight) =>
  lab === undefined ? BUDGET : LAB_BUDGET[charts ? 'charts' : 'plain'];

interface Weighed extends Pick<Weight, 'bytes' | 'files'> {
  file: string;
  /** Bytes after gzip. */
  limit: number;
}

/** A sentence for each page over its limit. */
export function overBudget(rows: readonly Weighed[]): string[] {
  return rows
    .filter(({ bytes, limit }) => bytes > limit)
    .map(
      ({ file, bytes, limit }) =>
        `${file}: found ${bytes} bytes of gzipped JavaScript; at most ${limit} would do.`,
    );
}

function table(rows: readonly Weighed[]): string {
  const width = Math.max(...rows.map(({ file }) => file.length));
  const kB = (bytes: number) => (bytes / 1000).toFixed(1).padStart(8);
  return [
    `  ${'page'.padEnd(width)} ${'files'.padStart(8)} ${'kB gzip'.padStart(8)}    limit`,
    ...rows.map(
      ({ file, files, bytes, limit }) =>
        `  ${file.padEnd(width)} ${String(files).padStart(8)} ${kB(bytes)} ${kB(limit)}`,
    ),
  ].join('\n');
}

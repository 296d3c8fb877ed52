// Where a strip's rows stand: each below the one before it, by the measures in its style sheet.
import type { Row } from './strip.ts';

/** From the strip's top to a row's, as a CSS length of the strip's measures. */
export function topOf(rows: readonly Row[], index: number): string {
  const above = rows.slice(0, index);
  const bands = above.filter(({ kind }) => kind === 'band').length;
  return `calc(var(--first) + ${above.length - bands} * var(--pitch) + ${bands} * var(--band-pitch))`;
}

/** The height of a row itself. */
export const tallOf = ({ kind }: Row) => (kind === 'band' ? 'var(--band)' : 'var(--lane)');

/** The height of a whole strip. */
export function heightOf(rows: readonly Row[]): string {
  const last = rows.at(-1);
  return last === undefined
    ? 'var(--first)'
    : `calc(${topOf(rows, rows.length - 1)} + ${tallOf(last)} + var(--foot))`;
}

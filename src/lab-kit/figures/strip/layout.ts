// Where the parts of a strip stand: along by their steps, and rows below each other by the measures in its style sheet.
import { percent } from '../../scales/percent.ts';
import type { Row } from './strip.ts';

/** Where a step ends on a clock of so many, or how wide so many are, as a CSS percentage. */
export const along = (step: number, steps: number) => percent(step === 0 ? 0 : step / steps);

/** From the strip's top to a row's, as a CSS length of the strip's measures. */
export function topOf(rows: readonly Row[], index: number): string {
  const above = rows.slice(0, index);
  const bands = above.filter(({ kind }) => kind !== 'lane').length;
  return `calc(var(--first) + ${above.length - bands} * var(--pitch) + ${bands} * var(--band-pitch))`;
}

/** The height of a row itself. */
export const tallOf = ({ kind }: Row) => (kind === 'lane' ? 'var(--lane)' : 'var(--band)');

/** The height of a whole strip. */
export function heightOf(rows: readonly Row[]): string {
  const last = rows.at(-1);
  return last === undefined
    ? 'var(--first)'
    : `calc(${topOf(rows, rows.length - 1)} + ${tallOf(last)} + var(--foot))`;
}

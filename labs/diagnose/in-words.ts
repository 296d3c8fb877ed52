// Figures as this lab writes them: at most three significant digits.
import { grouped } from '@interleave/simulation';
import { withUnit } from '../../src/lab-kit/units.ts';

/** "374", "4.6", "0.07"; "1,250" where there are thousands, rounded to three digits. */
export function number(value: number): string {
  if (value >= 1000) return grouped(Number(value.toPrecision(3)));
  if (value >= 99.95) return value.toFixed(0);
  return value >= 9.95 ? trimmed(value.toFixed(1)) : value.toFixed(1);
}
const trimmed = (text: string) => text.replace(/\.0$/, '');

/** "374 ms", "5 ms", "4.6 ms"; from ten seconds on "12.3 s", "450 s". */
export const time = (ms: number) =>
  ms < 9_995 ? withUnit(trimmed(length(ms)), 'ms') : withUnit(number(ms / 1000), 's');

/** A length in ms without its unit: "374", "4.6". */
export const length = (ms: number) => (ms < 9.95 ? number(ms) : number(Math.round(ms)));

/** "14%" */
export const percent = (share: number) => withUnit((share * 100).toFixed(0), '%');

/** A figure that stands out. */
export const figure = (text: string) => ({ figure: text });

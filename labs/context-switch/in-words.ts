// Numbers of this lab as they are written: counts, times, shares.
import { withUnit } from '../../src/lab-kit/units.ts';

/** A number of things, to three digits: "162", "1,610,000". */
export const count = (many: number) =>
  (many < 100 ? Number(many.toPrecision(2)) : Number(many.toPrecision(3))).toLocaleString('en');

const UNITS = [
  ['s', 1e6],
  ['ms', 1e3],
  ['µs', 1],
] as const;

/** A time (µs) in the unit that suits it, to three digits at most: "5 µs", "2.18 ms", "1,000 s". */
export function time(microseconds: number): string {
  const [unit, size] = UNITS.find(([, least]) => microseconds >= least) ?? (['µs', 1] as const);
  const value = (microseconds / size).toLocaleString('en', { maximumSignificantDigits: 3 });
  return withUnit(value, unit);
}

/** No more of a part is written than these digits: what is less, and not nothing, is said to be less. */
const LEAST = 0.01;
/** What reckoning with fractions leaves of nothing. */
const NOTHING = 1e-9;

/** A part of a whole: whole numbers, and more exactly the nearer it is to nothing or all. */
function part(of: number, whole: number, unit: string): string {
  const value = of * whole;
  const written = (number: number) => withUnit(number.toLocaleString('en'), unit);
  const gap = Math.min(value, whole - value);
  if (gap < NOTHING) return written(Math.round(value));
  if (gap < LEAST / 2) {
    return value === gap ? `less than ${written(LEAST)}` : `more than ${written(whole - LEAST)}`;
  }
  const digits = gap < 0.95 ? 2 : gap < 9.95 ? 1 : 0;
  return written(Number(value.toFixed(digits)));
}

/** A share (0..1) in per cent: "79%", "0.03%", "less than 0.01%". */
export const share = (of: number) => part(of, 100, '%');

/** A part (0..1) of a second in ms: "785 ms", "less than 0.01 ms". */
export const partOfSecond = (of: number) => part(of, 1000, 'ms');

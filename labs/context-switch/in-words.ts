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

/** A share (0..1) in per cent: whole ones, and more exactly the nearer it is to nothing or all. */
export function share(of: number): string {
  const percent = of * 100;
  const gap = Math.min(percent, 100 - percent);
  if (gap < 0.005) return withUnit(Math.round(percent), '%');
  const digits = gap < 0.95 ? 2 : gap < 9.95 ? 1 : 0;
  return withUnit(Number(percent.toFixed(digits)), '%');
}

/** A part (0..1) of a second in ms: whole ones, and more exactly the nearer it is to nothing or all. */
export function partOfSecond(of: number): string {
  const ms = of * 1000;
  const gap = Math.min(ms, 1000 - ms);
  const digits = gap < 0.005 ? 0 : gap < 0.95 ? 2 : gap < 9.95 ? 1 : 0;
  return withUnit(Number(ms.toFixed(digits)).toLocaleString('en'), 'ms');
}

// A number with its unit, written the same way everywhere.
import { grouped } from '@interleave/simulation';

/** "55 ms" with a space that does not break; "83.3%", "2×", "72/s" and "26" without one; "1,650 ms". */
export const withUnit = (value: number | string, unit: string): string =>
  /^([%×/]|$)/.test(unit) ? `${grouped(value)}${unit}` : `${grouped(value)}\u00a0${unit}`;

/** A length in ms, to at most three decimals: "5 ms", "31.25 ms". */
export const inMs = (length: number): string => withUnit(Number(length.toFixed(3)), 'ms');

/** A length (ns) in seconds, to a hundredth below ten of them: "26.0 s", "1.25 s". */
export function inSeconds(nanos: number): string {
  const seconds = nanos / 1e9;
  return withUnit(seconds.toFixed(seconds < 10 ? 2 : 1), 's');
}

/** A share (0..1), to so many decimals: "96.2%". */
export const inPercent = (share: number, digits: number): string =>
  withUnit((share * 100).toFixed(digits), '%');

/** A number of things: "1 core", "2 cores"; "3 queries" where the plural is given. */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

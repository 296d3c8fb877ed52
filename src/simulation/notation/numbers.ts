// Numbers as they are written: times in ms with up to six decimals, exact to the nanosecond.
import { LIMITS } from '../scenario/limits.ts';
import type { Nanos } from '../scenario/nanos.ts';

const DECIMALS = 6;
const PER_MS = 10 ** DECIMALS;

/** A number of at most six decimals: digits on both sides of the point, no sign, no exponent. */
export const isDecimal = (text: string) => /^\d+(\.\d{1,6})?$/.test(text);

export const isWhole = (text: string) => /^\d+$/.test(text);

/** A decimal number of ms in ns; undefined when it is beyond 2^53 ns. No rounding: its digits are put together. */
export function readMs(decimal: string): Nanos | undefined {
  const [whole, fraction = ''] = decimal.split('.') as [string, string?];
  const nanos = Number(whole + fraction.padEnd(DECIMALS, '0'));
  return nanos <= LIMITS.time ? (nanos as Nanos) : undefined;
}

/** The longest time, as the notation writes it. */
export const LONGEST_MS = writeMs(LIMITS.time as Nanos);

/** A time in ms, with no more decimals than it needs. */
export function writeMs(nanos: Nanos): string {
  const whole = Math.floor(nanos / PER_MS);
  const fraction = String(nanos % PER_MS)
    .padStart(DECIMALS, '0')
    .replace(/0+$/, '');
  return fraction === '' ? String(whole) : `${whole}.${fraction}`;
}

/** A number of at most six decimals, with no more of them than it needs. */
export const writeDecimal = (value: number) => value.toFixed(DECIMALS).replace(/\.?0+$/, '');

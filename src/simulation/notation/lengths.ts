// Lengths and other times, from where a scanner stands.
import type { Nanos } from '../scenario/nanos.ts';
import type { Length } from '../scenario/scenario.ts';
import { isDecimal, LONGEST_MS, readMs } from './numbers.ts';
import type { Scanner } from './scanner.ts';

const A_NUMBER = 'a number of ms such as 5 or 0.25';

/** A time in ms. @param least ns @throws NotationError */
export function readTime(scanner: Scanner, least = 0, or = ''): Nanos {
  if (scanner.kind !== 'word' || !isDecimal(scanner.value)) scanner.refuse(`${A_NUMBER}${or}`);
  const time = readMs(scanner.value);
  if (time === undefined) scanner.refuse(`at most ${LONGEST_MS} ms`);
  if (time < least) scanner.refuse(`more than 0 ms${or}`);
  scanner.advance();
  return time;
}

/** A time in ms, or `none`. @param least ns @throws NotationError */
export function readTimeOrNone(scanner: Scanner, least: number): Nanos | null {
  if (scanner.kind !== 'word' || scanner.value !== 'none') {
    return readTime(scanner, least, ', or none,');
  }
  scanner.advance();
  return null;
}

/** `5`, `5..15` or `exp 10`. @throws NotationError */
export function readLength(scanner: Scanner): Length {
  if (scanner.kind === 'word') {
    if (scanner.value === 'exp') {
      scanner.advance();
      return { mean: readTime(scanner) };
    }
    const ends = scanner.value.split('..');
    if (ends.length === 2 && ends.every(isDecimal)) return readRange(scanner, ends);
  }
  return readTime(scanner, 0, ', a range such as 5..15, or exp 10,');
}

function readRange(scanner: Scanner, ends: string[]): Length {
  const [from, to] = ends.map(readMs);
  if (from === undefined || to === undefined) scanner.refuse(`at most ${LONGEST_MS} ms`);
  if (to < from) scanner.refuse('a range whose lesser end comes first');
  scanner.advance();
  return { from, to };
}

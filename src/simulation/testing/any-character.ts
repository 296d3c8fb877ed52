// Any character of Unicode, for random texts.
import fc from 'fast-check';

/** Code points that stand for halves of others, and are no characters themselves. */
const SURROGATES = { from: 0xd800, count: 0x800 };
const MOST = 0x10_ffff;

/**
 * What fast-check draws as the unit `binary`. It finds the number of a character in a table of all of them, which takes a
 * second to make.
 */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: MOST - SURROGATES.count })
  .map(
    (number) => String.fromCodePoint(number < SURROGATES.from ? number : number + SURROGATES.count),
    numberOf,
  );

/** @throws RangeError for what is no such character */
function numberOf(character: unknown): number {
  const code = typeof character === 'string' ? character.codePointAt(0) : undefined;
  if (code === undefined || String.fromCodePoint(code) !== character) {
    throw new RangeError('It is no character.');
  }
  if (code < SURROGATES.from) return code;
  const number = code - SURROGATES.count;
  if (number < SURROGATES.from) throw new RangeError('It is half a character.');
  return number;
}

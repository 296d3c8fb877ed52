// Stretches are paired so that the least is left unexplained.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { align } from './align.ts';

const part = (state: string, start: number, end: number) => ({ state, start, end });
const anyParts = fc
  .array(fc.tuple(fc.constantFrom('running', 'waiting'), fc.integer({ min: 1, max: 9 })), {
    maxLength: 5,
  })
  .map((list) => {
    let at = 0;
    return list.map(([state, length]) => {
      at += length;
      return part(state, at - length, at);
    });
  });
type Parts = ReturnType<typeof part>[];

/** The least that any way of pairing leaves unexplained, by trying all of them. */
function least([a, ...first]: Parts, [b, ...second]: Parts): number {
  const length = (one: Parts[number]) => one.end - one.start;
  if (a === undefined) return b === undefined ? 0 : length(b) + least([], second);
  if (b === undefined) return length(a) + least(first, []);
  const ways = [length(a) + least(first, [b, ...second]), length(b) + least([a, ...first], second)];
  if (a.state === b.state) {
    ways.push(Math.abs(a.start - b.start) + Math.abs(a.end - b.end) + least(first, second));
  }
  return Math.min(...ways);
}

test('a short stretch of which the other account knows nothing is left alone', () => {
  const first = [part('running', 0, 5), part('waiting', 5, 40)];
  const second = [part('runnable', 0, 1), part('running', 1, 6), part('waiting', 6, 41)];
  expect(align(first, second)).toEqual([
    { first: null, second: 0 },
    { first: 0, second: 1 },
    { first: 1, second: 2 },
  ]);
});

test('any two accounts are paired in order, each stretch once, in the way that leaves the least', () => {
  fc.assert(
    fc.property(anyParts, anyParts, (first, second) => {
      const pairings = align(first, second);
      const listed = (which: 'first' | 'second') =>
        pairings.map((pairing) => pairing[which]).filter((index) => index !== null);
      expect(listed('first')).toEqual([...first.keys()]);
      expect(listed('second')).toEqual([...second.keys()]);
      const left = pairings.reduce((sum, pairing) => {
        const a = first[pairing.first ?? -1];
        const b = second[pairing.second ?? -1];
        const one = a ?? b;
        if (one === undefined) return Number.NaN;
        if (a === undefined || b === undefined) return sum + one.end - one.start;
        expect(a.state).toBe(b.state);
        return sum + Math.abs(a.start - b.start) + Math.abs(a.end - b.end);
      }, 0);
      expect(left).toBe(least(first, second));
    }),
  );
});

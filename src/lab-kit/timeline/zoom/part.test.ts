// The part of a clock that is shown: it never leaves the clock, and what a reader points at stays where it is.
import { ms } from '@interleave/simulation';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Stretch, shareOf } from '../../scales/percent.ts';
import { endsInWords, fitted, holding, lengthOf, panned, pinched, zoomed } from './part.ts';

const END = ms(1000);
const part = (from: number, until: number): Stretch => ({ start: ms(from), end: ms(until) });
/** In ms, as they are easier to read. */
const inMs = ({ start, end }: Stretch) => [start / 1e6, end / 1e6];

test.each([
  ['the middle', 400, 100, [400, 500]],
  ['before the start', -50, 100, [0, 100]],
  ['past the end', 950, 100, [900, 1000]],
  ['longer than the clock', 300, 2000, [0, 1000]],
  ['shorter than can be told', 500, 0, [500, 500.2]],
])('a part at %s is kept within the clock', (_, from, length, expected) => {
  expect(inMs(fitted(from * 1e6, length * 1e6, END))).toEqual(expected);
});

test('nearer and farther about an instant', () => {
  expect(inMs(zoomed(part(0, 1000), END, 2, ms(250)))).toEqual([125, 625]);
  expect(inMs(zoomed(part(125, 625), END, 0.5, ms(250)))).toEqual([0, 1000]);
  // At the clock's start it has nowhere to go.
  expect(inMs(zoomed(part(0, 100), END, 0.5, ms(90)))).toEqual([0, 200]);
});

const parts = fc
  .tuple(fc.integer({ min: 0, max: 900 }), fc.integer({ min: 10, max: 100 }))
  .map(([from, length]) => part(from, from + length));

test('the instant under the pointer stays there, but for the ends of the clock', () => {
  fc.assert(
    fc.property(
      parts,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0.1, max: 10, noNaN: true }),
      (before, share, factor) => {
        const about = before.start + share * lengthOf(before);
        const after = zoomed(before, END, factor, about);
        expect(after.start).toBeGreaterThanOrEqual(0);
        expect(after.end).toBeLessThanOrEqual(END);
        if (after.start === 0 || after.end === END) return;
        expect(shareOf(about, after)).toBeCloseTo(share, 3);
      },
    ),
  );
});

test('it is panned up to the ends and keeps its length', () => {
  expect(inMs(panned(part(100, 200), END, ms(50)))).toEqual([150, 250]);
  expect(inMs(panned(part(100, 200), END, Number.POSITIVE_INFINITY))).toEqual([900, 1000]);
  expect(inMs(panned(part(100, 200), END, Number.NEGATIVE_INFINITY))).toEqual([0, 100]);
});

test('an instant that is not in it takes it along, to where it has time to go on', () => {
  const before = part(100, 200);
  expect(holding(before, END, ms(150))).toBe(before);
  expect(inMs(holding(before, END, ms(201)))).toEqual([191, 291]);
  expect(inMs(holding(before, END, ms(0)))).toEqual([0, 100]);
  expect(inMs(holding(before, END, END))).toEqual([900, 1000]);
});

test('two fingers keep what they hold', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 300, max: 500 }),
      fc.integer({ min: 20, max: 60 }),
      (at, apart) => {
        const held = [at * 1e6, (at + apart) * 1e6] as const;
        const after = pinched({ held, at: [0.4, 0.6] }, END);
        expect(held.map((instant) => Number(shareOf(instant, after).toFixed(3)))).toEqual([
          0.4, 0.6,
        ]);
      },
    ),
  );
  expect(inMs(pinched({ held: [0, 1e6], at: [0.5, 0.5] }, END))).toEqual([0, 1000]);
});

test.each([
  [123.456_789, 523.456_789, 1000, '123 to 523 ms'],
  [0, 3.119, 15_594, '0 to 0.00312 s'],
  [12_345.678_9, 12_348.797_9, 15_594, '12.34568 to 12.3488 s'],
  [4000.5, 4001.46, 4800, '4,000.5 to 4,001.46 ms'],
  [2000, 2500, 15_594, '2 to 2.5 s'],
])('its ends are told to a hundredth of it: %d to %d of %d ms', (from, until, end, said) => {
  expect(endsInWords(part(from, until), ms(end))).toBe(said.replace(/ (m?s)$/, '\u00a0$1'));
});

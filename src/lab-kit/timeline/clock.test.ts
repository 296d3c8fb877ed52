// How instants are told: in whole steps of what is shown, on a flag that has room for them.
import { ms, type Nanos } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { wholeOf } from '../scales/percent.ts';
import { inSteps, stretchOn } from './clock.ts';
import { barName } from './drawing/drawing.ts';
import { flagText, flagWidth } from './plot/flag.ts';

const S = 1000;

/** Its times are left to the tests. */
const SEGMENT = {
  state: 'running',
  task: 0,
  segment: 0,
  text: 'R',
  beside: '',
  assumed: false,
  said: 'running',
} as const;

test.each([
  [66.185, 266, '66 ms'],
  [33.4, 60, '33 ms'],
  [3.456, 12, '3.5 ms'],
  [0.1234, 0.9, '0.12 ms'],
  [1234.5, 1650.5, '1,235 ms'],
  [1650.4, 1650.5, '1,650 ms'],
  [1650.5, 1650.5, '1,650.5 ms'],
  [1823.4, 26 * S, '1.82 s'],
])('%d of %d ms is told as %s', (at, end, said) => {
  expect(flagText(ms(at), wholeOf(ms(end)), ms(end))).toBe(said.replace(' ', '\u00a0'));
});

test('of a part the steps are those of a clock of its length', () => {
  const part = { start: ms(7 * S), end: ms(8 * S) };
  expect(flagText(ms(7123.4), part, ms(15.6 * S))).toBe('7.123\u00a0s');
  expect(inSteps(ms(7123.46), ms(10))).toBe(ms(7123.5));
});

test('what is said of a segment is in the unit of the flag', () => {
  const bar = { ...SEGMENT, start: ms(7018.6), end: ms(7028.6) };
  expect(barName(bar, ms(26 * S))).toBe('running, 7.019 to 7.029 s');
  expect(barName(bar, ms(26 * S), ms(7020))).toBe('running, from 7.019 s');
  expect(stretchOn(bar.start, bar.end, ms(26 * S))).toBe('7.019–7.029\u00a0s');
  expect(barName({ ...SEGMENT, start: ms(5), end: ms(20) }, ms(60))).toBe('running, 5 to 20 ms');
});

test('a flag has room for its text, each figure 7.6 px wide, and for some beside it', () => {
  for (const end of [1, 60, 266, 1650.5, 26 * S, 600 * S]) {
    const text = flagText(ms(end), wholeOf(ms(end)), ms(end) as Nanos);
    expect(flagWidth(text)).toBeGreaterThanOrEqual(text.length * 7.6 + 10);
  }
});

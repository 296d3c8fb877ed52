// A figure reads the same in sentences, knobs and charts.
import { expect, test } from 'vitest';
import { withUnit } from './units.ts';

test.each([
  ['ms', '55\u00a0ms'],
  ['million', '55\u00a0million'],
  ['%', '55%'],
  ['×', '55×'],
  ['/s', '55/s'],
  ['', '55'],
])('with "%s"', (unit, text) => {
  expect(withUnit(55, unit)).toBe(text);
});

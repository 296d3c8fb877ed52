// A figure reads the same in sentences, knobs and charts.
import { expect, test } from 'vitest';
import { inMs, inPercent, withUnit } from './units.ts';

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

test('lengths have no more decimals than they need, shares as many as are asked for', () => {
  expect([5, 31.25, 7.7125].map(inMs)).toEqual(['5\u00a0ms', '31.25\u00a0ms', '7.713\u00a0ms']);
  expect(inPercent(0.1, 1)).toBe('10.0%');
  expect(inPercent(250 / 260, 0)).toBe('96%');
});

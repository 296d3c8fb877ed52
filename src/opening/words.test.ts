// What the opening says has one number before and one after.
import { expect, test } from 'vitest';
import { clock, heard, outcome } from './words.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

test('an instant has a tenth of a second, an end under ten seconds a hundredth', () => {
  expect([clock(1.83e9, 26e9), clock(26e9, 26e9), clock(1.25e9, 1.25e9)].map(plain)).toEqual([
    '1.8 s',
    '26.0 s',
    '1.25 s',
  ]);
});

test('a run is heard as a count and a time', () => {
  expect(plain(heard(7, 100, 1.83e9, 26e9))).toBe('7 of 100 answered after 1.8 s');
});

test('a setting came to another time, or to the same', () => {
  expect(plain(outcome(1.25e9, 26e9))).toBe('1.25 s instead of 26.0 s.');
  expect(plain(outcome(26e9, 26e9))).toBe('Still 26.0 s.');
});

// The window follows the playhead, which stays at two thirds of it but for both ends.
import { expect, test } from 'vitest';
import { beginsAt, LENGTH } from './view-window.ts';

const END = 26e9;

test.each(['wide', 'narrow'] as const)('%s', (width) => {
  const length = LENGTH[width];
  const share = (at: number) => (at - beginsAt(at, END, length)) / length;
  expect(beginsAt(0, END, length)).toBe(0);
  expect(beginsAt(length / 2, END, length)).toBe(0);
  for (const at of [5e9, 12e9, 24e9]) expect(share(at)).toBeCloseTo(2 / 3, 9);
  expect(share(END)).toBe(1);
});

test('a run that is shorter than the window stays where it is', () => {
  expect(beginsAt(1.25e9, 1.25e9, LENGTH.wide)).toBe(0);
});

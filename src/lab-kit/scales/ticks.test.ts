// A clock's numbers are round and few, and never pass its end.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ticks } from './ticks.ts';

const majors = (end: number) => ticks(end).flatMap(({ at, major }) => (major ? [at] : []));

test.each([
  [60, [0, 10, 20, 30, 40, 50, 60]],
  [55, [0, 10, 20, 30, 40, 50]],
  [100, [0, 20, 40, 60, 80, 100]],
  [26_000, [0, 5000, 10_000, 15_000, 20_000, 25_000]],
  [0.3, [0, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3]],
])('a clock of %d has the numbers %j', (end, numbers) => {
  const found = majors(end);
  expect(found).toHaveLength(numbers.length);
  for (const [i, number] of numbers.entries()) expect(found[i]).toBeCloseTo(number, 9);
});

test('any clock has between 3 and 8 numbers, none past its end', () => {
  fc.assert(
    fc.property(fc.double({ min: 1e-6, max: 1e9, noNaN: true }), (end) => {
      const found = majors(end);
      expect(found.length).toBeGreaterThanOrEqual(3);
      expect(found.length).toBeLessThanOrEqual(8);
      expect(Math.max(...found)).toBeLessThanOrEqual(end);
    }),
  );
});

test.each([0, -1, Number.NaN, Number.POSITIVE_INFINITY])('a clock up to %d is refused', (end) => {
  expect(() => ticks(end)).toThrow(`found a clock up to ${end}`);
});

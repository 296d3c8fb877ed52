// The distributions before and after: on one round axis, columns of one scale, and a count of what it leaves out.
import { expect, test } from 'vitest';
import type { Latencies } from './kinds.ts';
import { percentile } from './latencies.ts';
import { mirrorOf } from './mirror.ts';

function latencies(lengths: readonly number[]): Latencies {
  const sorted = Float64Array.from(lengths).sort();
  return {
    sorted,
    mean: sorted.reduce((sum, length) => sum + length, 0) / sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
  };
}

const to = (count: number, size: number) => Array.from({ length: count }, (_, i) => (i + 1) * size);

test('the axis ends at the round number that 99% of both are within, and says how many are not', () => {
  const mirror = mirrorOf(latencies([...to(199, 1), 5000]), latencies(to(200, 0.5)));
  expect(mirror.end).toBe(200);
  expect(mirror.numbers).toEqual([0, 50, 100, 150, 200]);
  expect(mirror.beyond).toEqual({ before: 1, after: 0 });
});

test('columns are shares of all answers, on one scale', () => {
  // After, all answers take half as long: they stand in half of the columns, twice as high.
  const mirror = mirrorOf(latencies(to(3000, 0.1)), latencies(to(3000, 0.05)));
  expect(mirror.end).toBe(300);
  const tall = (columns: readonly number[]) => columns.filter((share) => share > 0.3).length;
  expect([tall(mirror.before), tall(mirror.after)]).toEqual([30, 15]);
  expect(Math.max(...mirror.after)).toBe(1);
  expect(Math.max(...mirror.before)).toBeCloseTo(0.5, 1);
});

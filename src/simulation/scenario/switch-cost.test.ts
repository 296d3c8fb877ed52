// What a switch costs: through the points that are given, exact, and never less with more runnable.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { anyScenario } from '../testing/any-scenario.ts';
import type { Nanos } from './nanos.ts';
import type { Scenario } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { switchCostAt } from './switch-cost.ts';

/** What it costs in ns with 1 runnable, and through points of [runnable, cost]. */
const paid = (plain: number, ...points: [number, number][]) => ({
  switchCost: plain as Nanos,
  switchGrowth: points.map(([runnable, cost]) => ({ runnable, cost: cost as Nanos })),
});

const costs = (of: Pick<Scenario, 'switchCost' | 'switchGrowth'>, ...runnable: number[]) =>
  runnable.map((n) => switchCostAt(of, n));

test('without points it is always the same', () => {
  expect(costs(paid(1200), 1, 2, 1_000_000)).toEqual([1200, 1200, 1200]);
});

test('it goes through the points, on straight lines between them, and stays beyond the last', () => {
  const measured = paid(1200, [1000, 1700], [10_000, 2800]);
  expect(costs(measured, 1, 2, 1000, 10_000)).toEqual([1200, 1200, 1700, 2800]);
  // 1200 + 499 × 500 / 999 and 1700 + 4,500 × 1,100 / 9,000: rounded down, and exact.
  expect(costs(measured, 500, 5500)).toEqual([1449, 2250]);
  expect(costs(measured, 10_001, 1_000_000, Number.MAX_SAFE_INTEGER)).toEqual([2800, 2800, 2800]);
});

test('it is rounded down to whole ns, and steps where two points lie beside each other', () => {
  expect(costs(paid(0, [4, 2]), 1, 2, 3, 4, 5)).toEqual([0, 0, 1, 2, 2]);
  expect(costs(paid(5, [10, 5], [11, 9]), 1, 9, 10, 11, 12)).toEqual([5, 5, 5, 9, 9]);
});

test('a cost that comes out whole is not missed by a rounding: half way from 0 to 2 is 1', () => {
  // 2 / 98 is rounded, and 49 times that is less than 1.
  expect(switchCostAt(paid(0, [99, 2]), 50)).toBe(1);
});

test('at the limits of a scenario it is exact', () => {
  const most = paid(0, [1_000_000, 1_000_000_000]);
  for (const n of [2, 3, 333_334, 500_000, 999_998, 999_999]) {
    const exact = (BigInt(n - 1) * 1_000_000_000n) / 999_999n;
    expect(BigInt(switchCostAt(most, n))).toBe(exact);
  }
});

test('whatever the points, it goes through them, never falls, and is never below the plain cost', () => {
  const runnable = fc.integer({ min: 1, max: 1_100_000 });
  fc.assert(
    fc.property(anyScenario, runnable, runnable, (any, a, b) => {
      const fewer = switchCostAt(any, Math.min(a, b));
      const more = switchCostAt(any, Math.max(a, b));
      expect(fewer).toBeGreaterThanOrEqual(any.switchCost);
      expect(more).toBeGreaterThanOrEqual(fewer);
      expect(Number.isSafeInteger(more)).toBe(true);
      expect(switchCostAt(any, 1)).toBe(any.switchCost);
      for (const point of any.switchGrowth) {
        expect(switchCostAt(any, point.runnable)).toBe(point.cost);
      }
    }),
    { numRuns: 500 },
  );
});

describe('a number runnable that there cannot be is refused', () => {
  test.each([0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('%s', (found) => {
    expect(() => switchCostAt(paid(1200, [2, 1300]), found)).toThrow(ScenarioError);
    expect(() => switchCostAt(paid(1200), found)).toThrow(
      `runnable: found ${found}; a whole number from 1 would do.`,
    );
  });
});

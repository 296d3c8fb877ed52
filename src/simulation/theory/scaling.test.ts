// What more cores can do: Amdahl's law at its limits, and Graham's bounds on schedules made and found best by trial.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { amdahlSpeedUp, listSchedulingBounds } from './scaling.ts';

describe("Amdahl's law", () => {
  test('95% parallel: by hand 1.9 on two cores, 5.9 on eight, never 20', () => {
    expect(amdahlSpeedUp(0.95, 2)).toBeCloseTo(1 / 0.525, 12);
    expect(amdahlSpeedUp(0.95, 8)).toBeCloseTo(1 / 0.16875, 12);
    expect(amdahlSpeedUp(0.95, 1_000_000)).toBeCloseTo(20, 3);
    expect(amdahlSpeedUp(0.95, 1_000_000)).toBeLessThan(20);
  });

  test('of 100 processors 80 are gained when all but 0.25% is parallel', () => {
    expect(amdahlSpeedUp(0.9975, 100)).toBeCloseTo(80.16, 2);
  });

  test('nothing parallel gains nothing, all parallel gains all', () => {
    expect([1, 2, 7, 1000].map((cores) => amdahlSpeedUp(0, cores))).toEqual([1, 1, 1, 1]);
    expect([1, 2, 8, 1000].map((cores) => amdahlSpeedUp(1, cores))).toEqual([1, 2, 8, 1000]);
    expect(amdahlSpeedUp(0.7, 1)).toBeCloseTo(1, 12);
  });
});

describe("Graham's bounds", () => {
  const largest = (loads: readonly number[]) => loads.reduce((a, b) => Math.max(a, b), 0);

  /** When the last ends, if each machine that is free takes the next in the list. */
  function listSchedule(lengths: readonly number[], machines: number) {
    const free = Array.from({ length: machines }, () => 0);
    for (const length of lengths) {
      const soonest = free.indexOf(Math.min(...free));
      free[soonest] = (free[soonest] as number) + length;
    }
    return largest(free);
  }

  /** When the last ends at best: every task tried on every machine. */
  function best([first, ...rest]: readonly number[], loads: readonly number[]): number {
    if (first === undefined) return largest(loads);
    return Math.min(...loads.map((load, at) => best(rest, loads.with(at, load + first))));
  }

  const tasks = fc.array(fc.integer({ min: 0, max: 20 }), { minLength: 1, maxLength: 7 });
  const machines = fc.integer({ min: 1, max: 4 });

  test('by hand: 3, 1 and 2 ms on two machines', () => {
    expect(listSchedulingBounds([3, 1, 2], 2)).toEqual({ least: 3, most: 4.5, ratio: 1.5 });
  });

  test.each([2, 3, 8])('on %s machines the worst list meets both upper bounds', (m) => {
    // Graham's own example: many short tasks first, evenly spread, and then one as long as the best schedule.
    const short = Array.from({ length: m * (m - 1) }, () => 1);
    const bounds = listSchedulingBounds([...short, m], m);
    expect(bounds.least).toBe(m);
    expect(listSchedule([m, ...short], m)).toBe(m);
    expect(listSchedule([...short, m], m)).toBe(2 * m - 1);
    expect(bounds.most).toBe(2 * m - 1);
    expect(bounds.ratio * m).toBeCloseTo(2 * m - 1, 12);
  });

  test('hold of any list', () => {
    fc.assert(
      fc.property(tasks, machines, (lengths, m) => {
        const made = listSchedule(lengths, m);
        const { least, most } = listSchedulingBounds(lengths, m);
        expect(made).toBeGreaterThanOrEqual(least);
        expect(made).toBeLessThanOrEqual(most + 1e-9);
      }),
      { numRuns: 1000 },
    );
  });

  test('hold of the best of all schedules', () => {
    fc.assert(
      fc.property(tasks, machines, (lengths, m) => {
        const shortest = best(
          lengths,
          Array.from({ length: m }, () => 0),
        );
        const { least, ratio } = listSchedulingBounds(lengths, m);
        expect(shortest).toBeGreaterThanOrEqual(least);
        expect(listSchedule(lengths, m)).toBeLessThanOrEqual(shortest * ratio + 1e-9);
      }),
    );
  });

  test('one machine, or one task, leaves nothing open', () => {
    expect(listSchedulingBounds([3, 1, 2], 1)).toEqual({ least: 6, most: 6, ratio: 1 });
    expect(listSchedulingBounds([7], 49)).toMatchObject({ least: 7, most: 7 });
  });
});

// More cores for the same work: Amdahl's law to the ns, and Graham's bounds on when the last task ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms, toMs } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, type Step, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { amdahlSpeedUp, listSchedulingBounds } from '../theory/scaling.ts';

const LOCK: Step = { kind: 'lock', lock: 'serial' };
const UNLOCK: Step = { kind: 'unlock', lock: 'serial' };

describe("Amdahl's law", () => {
  /** So much work (ms) can be spread over 1 to 8 cores evenly. */
  const PARALLEL = 840;

  /** The programs of n tasks that share work of which this much (ms) is serial. */
  const PROGRAMS: Record<string, (serial: number, n: number) => Step[][]> = {
    'a serial part that all wait for at a lock': (serial, n) =>
      Array.from({ length: n }, (_, i) => [
        LOCK,
        ...(i === 0 ? [cpu(serial)] : []),
        UNLOCK,
        cpu(PARALLEL / n),
      ]),
    'a part of each task under one lock, first': (serial, n) =>
      Array.from({ length: n }, () => [LOCK, cpu(serial / n), UNLOCK, cpu(PARALLEL / n)]),
    'a part of each task under one lock, last': (serial, n) =>
      Array.from({ length: n }, () => [cpu(PARALLEL / n), LOCK, cpu(serial / n), UNLOCK]),
  };

  describe.each(Object.entries(PROGRAMS))('%s', (_, programs) => {
    const taken = (serial: number, n: number, cores: number) =>
      simulate(
        scenario({ cores, tasks: programs(serial, n).map((steps, i) => task(`part ${i}`, steps)) }),
      ).end;

    test.each([0, 42, 210, 840, 7560])('%s ms of serial work beside 840 that is not', (serial) => {
      const share = PARALLEL / (serial + PARALLEL);
      for (const n of [1, 2, 3, 4, 5, 6, 7, 8]) {
        const alone = taken(serial, n, 1);
        expect(alone).toBe(ms(serial + PARALLEL));
        expect(alone / taken(serial, n, n)).toBeCloseTo(amdahlSpeedUp(share, n), 12);
      }
    });
  });
});

describe("Graham's bounds", () => {
  const lengthsOf = (max: number) =>
    fc.array(fc.integer({ min: 0, max }), { minLength: 1, maxLength: 12 });
  const machines = fc.integer({ min: 1, max: 5 });

  /** When the last ends, ms, of tasks that each compute once. */
  const makespan = (lengths: readonly number[], cores: number, rules: Partial<Scenario> = {}) =>
    toMs(
      simulate(
        scenario({ cores, ...rules, tasks: lengths.map((one, i) => task(`t${i}`, [cpu(one)])) }),
      ).end,
    );

  test.each<[string, Partial<Scenario>]>([
    ['fifo', { policy: 'fifo' }],
    ['round-robin', { policy: 'round-robin', slice: ms(3) }],
    ['shortest-remaining', { policy: 'shortest-remaining' }],
    ['fair', { policy: 'fair', tick: ms(1) }],
    ['a pool of workers on as many cores', { workers: 2, runtimeSlice: ms(2) }],
  ])('hold of any tasks under %s', (_, rules) => {
    fc.assert(
      fc.property(lengthsOf(20), machines, (lengths, cores) => {
        const m = rules.workers === undefined ? cores : 2;
        const { least, most } = listSchedulingBounds(lengths, m);
        const last = makespan(lengths, m, rules);
        expect(last).toBeGreaterThanOrEqual(least);
        expect(last).toBeLessThanOrEqual(most + 1e-9);
      }),
      { numRuns: 300 },
    );
  });

  test('run to block is the list schedule: each core that is free takes the next', () => {
    fc.assert(
      fc.property(lengthsOf(20), machines, (lengths, m) => {
        const free = Array.from({ length: m }, () => 0);
        for (const length of lengths) {
          const soonest = free.indexOf(Math.min(...free));
          free[soonest] = (free[soonest] as number) + length;
        }
        expect(makespan(lengths, m)).toBe(Math.max(...free));
      }),
      { numRuns: 300 },
    );
  });

  describe.each([2, 3, 8])('on %s machines the worst list takes 2 − 1/m times as long', (m) => {
    // Graham's own example: short tasks that are evenly spread, and one as long as the best schedule: last, and first.
    const short = Array.from({ length: m * (m - 1) }, () => 1);
    const { least, most, ratio } = listSchedulingBounds([...short, m], m);

    test.each<[string, (duration: number) => Step, Partial<Scenario>]>([
      ['cores', cpu, { cores: m }],
      ['workers', io, { workers: m }],
      ['a device', (duration) => io(duration, 'db'), { devices: [{ name: 'db', capacity: m }] }],
    ])('%s', (_, step, machine) => {
      const last = (lengths: readonly number[]) =>
        toMs(
          simulate(
            scenario({ ...machine, tasks: lengths.map((one, i) => task(`t${i}`, [step(one)])) }),
          ).end,
        );
      expect(last([m, ...short])).toBe(least);
      expect(last([...short, m])).toBe(most);
      expect(most / least).toBeCloseTo(ratio, 12);
    });
  });
});

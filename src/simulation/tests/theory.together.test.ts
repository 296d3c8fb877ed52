// What begins together, in long runs: the longest of exponential times, and requests that fork to two servers and join.
import { describe, test } from 'vitest';
import { ms } from '../scenario/nanos.ts';
import type { Operation } from '../scenario/scenario.ts';
import * as observed from '../testing/long-run.ts';
import { open } from '../testing/open-system.ts';
import { forkJoin, meanLongest, meanLongestOf } from '../theory/longest.ts';

const { expectTheory } = observed;

/** The mean service, ms. */
const S = 10;

const lasting = (mean: number, device?: string): Operation => ({
  kind: 'io',
  duration: { mean: ms(mean) },
  ...(device === undefined ? {} : { device }),
});

/** How long each of many customers waits, ms, and up to when they come. */
function run(steps: readonly Operation[], count: number, rate = 50) {
  const devices = [...new Set(steps.flatMap(({ device }) => device ?? []))];
  const trace = open([{ name: 'customer', rate, count, steps: [{ kind: 'together', steps }] }], {
    devices: devices.map((name) => ({ name, capacity: 1 })),
  });
  return observed.responses(trace, observed.whileAllArrive(trace));
}

describe('the longest of exponential times', () => {
  test.each([2, 5, 20])('%i of the same mean', (n) => {
    const waits = run(
      Array.from({ length: n }, () => lasting(S)),
      60_000,
    );
    expectTheory(waits, meanLongest(n, S), 0.01);
  });

  test.each([[[10, 30]], [[5, 20, 80]], [[1, 2, 4, 8, 16, 32]]])('of the means %j', (means) => {
    const waits = run(
      means.map((mean) => lasting(mean)),
      60_000,
    );
    expectTheory(waits, meanLongestOf(means), 0.015);
  });
});

describe('the fork-join queue of two servers', () => {
  test.each([
    { load: 0.3, precision: 0.01 },
    { load: 0.5, precision: 0.02 },
    { load: 0.8, precision: 0.05 },
  ])('at a load of $load', ({ load, precision }) => {
    const rate = (load * 1000) / S;
    const waits = run([lasting(S, 'left'), lasting(S, 'right')], 300_000, rate);
    expectTheory(waits, forkJoin(rate, S), precision);
  });
});

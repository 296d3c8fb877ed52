// Queues with exponential times, first come, first served: long runs against the closed forms of M/M/1 and M/M/c.
import { describe, expect, test } from 'vitest';
import { ms } from '../scenario/nanos.ts';
import type { Length, Scenario, Step } from '../scenario/scenario.ts';
import * as observed from '../testing/long-run.ts';
import { once } from '../testing/once.ts';
import { open } from '../testing/open-system.ts';
import { littlesLaw } from '../theory/laws.ts';
import { mm1ResponsePercentile, mmc } from '../theory/queues.ts';
import { TASK_STATES, type TaskState } from '../trace/trace.ts';

const { expectTheory } = observed;

/** The mean service, ms. */
const S = 10;
const EXPONENTIAL: Length = { mean: ms(S) };

interface Station {
  readonly step: Step;
  readonly servers: (count: number) => Partial<Scenario>;
  /** What a customer does in line, and what while it is served; none where one state is for both. */
  readonly states?: { readonly inLine: TaskState; readonly served: TaskState };
}

/** The parts of a machine that are queues with so many servers. */
const STATIONS: Record<'cores' | 'workers' | 'device', Station> = {
  cores: {
    step: { kind: 'cpu', duration: EXPONENTIAL },
    servers: (count) => ({ cores: count }),
    states: { inLine: 'runnable', served: 'running' },
  },
  workers: {
    step: { kind: 'io', duration: EXPONENTIAL },
    servers: (count) => ({ workers: count, waiting: 'holds' }),
    states: { inLine: 'queued', served: 'waiting' },
  },
  device: {
    step: { kind: 'io', duration: EXPONENTIAL, device: 'db' },
    servers: (capacity) => ({ devices: [{ name: 'db', capacity }] }),
  },
};

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

describe.each([
  { station: 'cores', servers: 1, load: 0.5, count: 300_000, precision: 0.025 },
  { station: 'cores', servers: 1, load: 0.7, count: 400_000, precision: 0.03 },
  { station: 'cores', servers: 1, load: 0.8, count: 500_000, precision: 0.05 },
  { station: 'cores', servers: 2, load: 0.7, count: 300_000, precision: 0.03 },
  { station: 'cores', servers: 4, load: 0.8, count: 300_000, precision: 0.04 },
  { station: 'workers', servers: 4, load: 0.8, count: 300_000, precision: 0.04 },
  { station: 'device', servers: 1, load: 0.7, count: 400_000, precision: 0.03 },
  { station: 'device', servers: 2, load: 0.7, count: 300_000, precision: 0.03 },
  { station: 'device', servers: 4, load: 0.8, count: 300_000, precision: 0.04 },
] as const)('M/M/$servers, the $station, at a load of $load', (system) => {
  const { servers, load, count, precision } = system;
  const station = STATIONS[system.station];
  const { states } = station;
  const rate = (load * servers * 1000) / S;
  const theory = mmc(rate, S, servers);

  const run = once(() => {
    const customers = { name: 'customer', rate, count, steps: [station.step] };
    const trace = open([customers], station.servers(servers));
    const until = observed.whileAllArrive(trace);
    return {
      rate: count / (until / 1e9),
      responses: observed.responses(trace, until),
      numbers: observed.numberIn(trace, until, ...TASK_STATES),
      waits: states ? observed.timesIn(trace, until, states.inLine) : [],
      waiting: states ? observed.numberIn(trace, until, states.inLine) : [],
      served: states ? observed.numberIn(trace, until, states.served) : [],
      cores: observed.coreUtilisation(trace, until),
    };
  });

  test('the mean response time', () => {
    expectTheory(run().responses, theory.meanResponse, precision);
  });

  test("how many are there, counted and by Little's law", () => {
    const { rate, responses, numbers } = run();
    expectTheory(numbers, theory.meanNumber, precision);
    expect(littlesLaw(rate, average(responses)) / average(numbers)).toBeCloseTo(1, 3);
  });

  if (states) {
    test('the mean wait, how many wait, and the part of all who must', () => {
      const { waits, waiting } = run();
      const must = waits.map((wait) => (wait > 0 ? 1 : 0));
      expectTheory(waits, theory.meanWait, 2 * precision);
      expectTheory(waiting, theory.meanWaiting, 2 * precision);
      expectTheory(must, theory.waitProbability, precision);
    });

    test('the utilisation', () => {
      const { served, cores } = run();
      const parts = served.map((number) => number / servers);
      expectTheory(parts, theory.utilisation, 0.012);
      if (states.served === 'running') expect(average(cores)).toBeCloseTo(average(parts), 9);
    });
  }

  if (servers === 1) {
    test.each([0.5, 0.95])('so many are within the percentile of %s', (share) => {
      const percentile = mm1ResponsePercentile(rate, S, share);
      const beyond = run().responses.map((response) => (response > percentile ? 1 : 0));
      expectTheory(beyond, 1 - share, 4 * precision);
    });
  }
});

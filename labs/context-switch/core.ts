// The core of this lab: threads that compute for a burst, wait, and begin again, and what a core's switches cost.
import {
  type Nanos,
  type Scenario,
  scenario,
  switchCostAt,
  type Task,
} from '@interleave/simulation';

export interface Setting {
  readonly threads: number;
  /** What a thread computes between two waits, µs. */
  readonly burst: number;
  /** How long it waits after each burst, on average, µs. */
  readonly wait: number;
  /** What a switch costs with nobody else in line, µs. */
  readonly cost: number;
  /** Whether it costs more the longer the run queue is. */
  readonly grows: boolean;
}

/** Linux takes the core from a thread after 4 ms where others want it (HZ=250), µs. */
export const SLICE = 4000;

/** What was measured of a switch: with so many runnable, µs. */
export const MEASURED_COSTS = [
  { runnable: 2, cost: 1.2 },
  { runnable: 1000, cost: 1.7 },
  { runnable: 10_000, cost: 2.8 },
] as const;
const MEASURED_COST = MEASURED_COSTS[0].cost;

/** Nearest to runs fifty times as long, of two dozen seeds; of others, latency right at the knee is off by up to a half. */
const SEED = 23;

/** µs in whole ns. */
const ns = (microseconds: number) => Math.round(microseconds * 1000) as Nanos;

/** The part of a scenario that says what a switch costs. */
const costs = ({ cost, grows }: Pick<Setting, 'cost' | 'grows'>) => ({
  switchCost: ns(cost),
  // With two runnable it costs what the knob says; beyond, as many times more as was measured.
  switchGrowth: grows
    ? MEASURED_COSTS.map((point) => ({
        runnable: point.runnable,
        cost: ns((point.cost / MEASURED_COST) * cost),
      }))
    : [],
});

/** What a switch costs with so many runnable, the one that gets the core among them, µs. */
export const costAt = (setting: Pick<Setting, 'cost' | 'grows'>, runnable: number) =>
  switchCostAt(costs(setting), runnable) / 1000;

/** How long the core is kept for one burst while nobody else is in line, µs: a thread alone has it back without a switch. */
const demand = ({ threads, burst, cost }: Setting) => burst + (threads === 1 ? 0 : cost);

/** How many threads keep the core busy, if none ever stood in another's way. */
export const kneeOf = ({ wait, burst, cost }: Setting) => (wait + burst + cost) / (burst + cost);

/**
 * The most bursts a second in the long run: threads that never stand in line, or a core that is never idle. Where a few
 * threads now and then have the core back with nobody in between, they save that switch and may pass it by so much.
 *
 * Source: Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984), section 5.2.
 */
export const bound = (setting: Setting) =>
  1e6 * Math.min(setting.threads / (setting.wait + demand(setting)), 1 / demand(setting));

/**
 * How many threads are runnable at first, so that a run need not be long to come to what it goes on with: those that the
 * waits leave over once the core is busy.
 */
const runnableAtFirst = (setting: Setting) =>
  Math.max(0, Math.min(setting.threads, Math.round(setting.threads + 1 - kneeOf(setting))));

/**
 * Others have the core before a thread that only gives way has it back: for that it has to leave the run queue, for the
 * shortest time that there is.
 */
const GIVING_WAY = 1 as Nanos;

/** The setting's threads on their core, up to a horizon, µs. Waits are exponential. */
export function threadsOnACore(setting: Setting, horizon: number): Scenario {
  const { threads, burst, wait } = setting;
  const computes = { kind: 'cpu', duration: ns(burst) } as const;
  const pause = wait === 0 ? GIVING_WAY : { mean: ns(wait) };
  const runnable = runnableAtFirst(setting);
  const some = (count: number, task: Omit<Task, 'count' | 'arrival'>): Task[] =>
    count === 0 ? [] : [{ count, arrival: ns(0), ...task }];
  return scenario({
    cores: 1,
    slice: ns(SLICE),
    ...costs(setting),
    seed: SEED,
    horizon: ns(horizon),
    tasks: [
      ...some(runnable, {
        name: 'runnable',
        think: ns(0),
        steps: [computes, { kind: 'io', duration: pause }],
      }),
      ...some(threads - runnable, { name: 'waiting', think: pause, steps: [computes] }),
    ],
  });
}

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
  /** What a switch costs with no other thread in the run queue, µs. */
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

/** How many threads would keep the core busy if none ever stood in another's way. */
export const kneeOf = ({ wait, burst, cost }: Setting) => (wait + burst + cost) / (burst + cost);

/**
 * The most bursts a second in the long run: threads that never stand in line, or a core that is never idle. A thread that
 * has the core back with no other in between saves the switch. It does so at most after one burst in as many as there are
 * threads: the core has to be idle, and whichever of them comes first then, it is each one as often. What is saved so is
 * less than the core is idle for that, as no wait is shorter than a switch: a full core gains nothing by it, unless one
 * thread is alone.
 *
 * Source: Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984), section 5.2.
 */
export function bound({ threads, burst, wait, cost }: Setting): number {
  const least = burst + cost * (1 - 1 / threads);
  const full = burst + (threads === 1 ? 0 : cost);
  return 1e6 * Math.min(threads / (wait + least), 1 / full);
}

/** Of a core that idles less than this share of its time no reader sees it: it is called full. */
export const FULL = 0.005;

/**
 * How large a share of its time the core would be idle, if each burst took as long as with few in line. Waits are
 * exponential, and each burst with its switches takes as long as any other.
 *
 * Source: Takács, Introduction to the Theory of Queues (1962): machines that break down, and one that repairs them.
 */
export function idleBy({ threads, burst, wait, cost }: Setting): number {
  const turns = threads === 1 ? 0 : Math.ceil(burst / SLICE);
  const each = burst + turns * cost;
  if (wait === 0) return 0;
  let [term, sum] = [1, 0];
  for (let k = 0; k < threads && sum < Number.MAX_VALUE; k += 1) {
    sum += term;
    term *= ((threads - 1 - k) / (k + 1)) * Math.expm1(((k + 1) * each) / wait);
  }
  return 1 / (1 + ((threads * each) / wait) * sum);
}

/** The least number of threads that fill the core, for all that their bursts meet; null where more than `most` would. */
export function fillsAt(setting: Setting, most: number): number | null {
  const fills = (threads: number) => idleBy({ ...setting, threads }) < FULL;
  if (!fills(most)) return null;
  let [few, enough] = [0, most];
  while (enough - few > 1) {
    const middle = (few + enough) >> 1;
    if (fills(middle)) enough = middle;
    else few = middle;
  }
  return enough;
}

/**
 * How many threads are runnable at first, so that a run need not be long to come to what it goes on with: those that the
 * waits leave over once the core is busy.
 */
const runnableAtFirst = (setting: Setting) =>
  Math.max(0, Math.min(setting.threads, Math.round(setting.threads + 1 - kneeOf(setting))));

/**
 * Others have the core before a thread that only gives way has it back: for that it has to leave the run queue, for the
 * shortest time that there is. One alone has none to give way to.
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
        steps:
          wait === 0 && threads === 1 ? [computes] : [computes, { kind: 'io', duration: pause }],
      }),
      ...some(threads - runnable, { name: 'waiting', think: pause, steps: [computes] }),
    ],
  });
}

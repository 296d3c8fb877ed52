// What long runs show, as observations in their order, and whether theory lies within their confidence interval.
import { expect } from 'vitest';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import { CORE_RUNNING } from '../trace/codes.ts';
import { eachBackwards } from '../trace/columns.ts';
import { TASK_STATES, type TaskState, type Trace } from '../trace/trace.ts';
import { columnsOf } from '../trace/trace-data.ts';
import { batchMeans } from './batch-means.ts';

/** Even stretches of time that means over time are cut into. */
const WINDOWS = 900;
/** The share of observations that is dropped. */
const WARM_UP = 0.05;
const BATCHES = 30;

/**
 * Expects the closed form's value within the 99% confidence interval of a run's mean, and this interval to be narrow.
 *
 * @param observed far more than there are batches, in their order
 * @param precision how wide the interval may be to either side, as a share of the closed form's value
 */
export function expectTheory(observed: readonly number[], theory: number, precision: number): void {
  const { mean, halfWidth } = batchMeans(observed, WARM_UP, BATCHES);
  expect(halfWidth / theory, 'half the width of the interval, as a share').toBeLessThan(precision);
  expect(mean, 'the mean of the run').toBeGreaterThan(theory - halfWidth);
  expect(mean, 'the mean of the run').toBeLessThan(theory + halfWidth);
}

/**
 * Until when (ns) the work still comes as it came before: from when on one of the scenario's tasks has no more copies
 * to arrive, the system empties.
 */
export function whileAllArrive(trace: Trace): Nanos {
  const { of, arrivals } = columnsOf(trace);
  const last = new Map<number, number>();
  for (const [i, owner] of of.entries()) last.set(owner, arrivals[i] as number);
  return Math.min(...last.values()) as Nanos;
}

/** From arrival to end, ms, of all that arrive before a time, or of one of the scenario's tasks, as they arrive. */
export function responses(trace: Trace, until: Nanos, owner?: number): number[] {
  const { of, arrivals, ends } = columnsOf(trace);
  const chosen = [...arrivals.keys()].filter(
    (i) => (arrivals[i] as number) < until && (owner === undefined || of[i] === owner),
  );
  chosen.sort((a, b) => (arrivals[a] as number) - (arrivals[b] as number));
  return chosen.map((i) => toMs(((ends[i] as number) - (arrivals[i] as number)) as Nanos));
}

/** Rounds of users, in the order of their ends: how long, ms, each took and the user had thought before. */
export function rounds(trace: Trace): {
  readonly responses: number[];
  readonly thinking: number[];
} {
  const { rounds: triples, arrivals } = columnsOf(trace);
  const since = arrivals.slice();
  const found = { responses: [] as number[], thinking: [] as number[] };
  for (let i = 0; i < triples.length; i += 3) {
    const [user, start, end] = triples.subarray(i, i + 3) as unknown as [number, Nanos, Nanos];
    found.thinking.push(toMs((start - (since[user] as number)) as Nanos));
    found.responses.push(toMs((end - start) as Nanos));
    since[user] = end;
  }
  return found;
}

/** How many rounds all users together end per second, in each of many even stretches of time. */
export function roundRates(trace: Trace): number[] {
  const { rounds: triples } = columnsOf(trace);
  const seconds = trace.end / WINDOWS / 1e9;
  const rates = Array.from({ length: WINDOWS }, () => 0);
  for (let i = 2; i < triples.length; i += 3) {
    const window = Math.min(
      WINDOWS - 1,
      Math.floor(((triples[i] as number) / trace.end) * WINDOWS),
    );
    rates[window] = (rates[window] as number) + 1 / seconds;
  }
  return rates;
}

/** Time in these states, ms, of each that arrives before a time, in the order of the trace. */
export function timesIn(trace: Trace, until: Nanos, ...states: readonly TaskState[]): number[] {
  const { arrivals } = columnsOf(trace);
  const times = Array.from(arrivals, () => 0);
  eachTaskSegment(trace, states, (task, start, end) => {
    times[task] = (times[task] as number) + toMs((end - start) as Nanos);
  });
  return times.filter((_, i) => (arrivals[i] as number) < until);
}

/** How many tasks are in these states, on average over each of many even stretches of time. */
export function numberIn(trace: Trace, until: Nanos, ...states: readonly TaskState[]): number[] {
  return filled(until, (add) => {
    eachTaskSegment(trace, states, (_, start, end) => add(start, end));
  });
}

/** The part of the cores' time in which they run, 0..1, in each of many even stretches of time. */
export function coreUtilisation(trace: Trace, until: Nanos): number[] {
  const { cores } = columnsOf(trace);
  const busy = filled(until, (add) => {
    for (const core of cores.last.keys()) {
      eachBackwards(cores, core, trace.end, (row, start, end) => {
        if (cores.state[row] === CORE_RUNNING) add(start, end);
      });
    }
  });
  return busy.map((one) => one / trace.scenario.cores);
}

function eachTaskSegment(
  trace: Trace,
  states: readonly TaskState[],
  each: (task: number, start: number, end: number) => void,
): void {
  const { tasks, ends } = columnsOf(trace);
  const wanted = TASK_STATES.map((state) => states.includes(state));
  for (const [task, last] of ends.entries()) {
    eachBackwards(tasks, task, Number.isNaN(last) ? trace.end : last, (row, start, end) => {
      if (wanted[tasks.state[row] as number]) each(task, start, end);
    });
  }
}

/** How many times over the stretches that are added fill each window from 0 to a time. */
function filled(until: Nanos, each: (add: (start: number, end: number) => void) => void): number[] {
  const width = until / WINDOWS;
  const times = Array.from({ length: WINDOWS }, () => 0);
  each((start, end) => {
    for (let i = Math.floor(start / width); i < WINDOWS && i * width < end; i += 1) {
      const within = Math.min(end, (i + 1) * width) - Math.max(start, i * width);
      times[i] = (times[i] as number) + within / width;
    }
  });
  return times;
}

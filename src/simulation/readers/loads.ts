// How many tasks were in each state, on average over each of equal stretches of time: what a dashboard shows of a service.
import type { Nanos } from '../scenario/nanos.ts';
import { BLOCKED, NONE, QUEUED, RUNNABLE, RUNNING, WAITING } from '../trace/codes.ts';
import { eachBackwards } from '../trace/columns.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf } from '../trace/trace-data.ts';

/** How many tasks, on average, a value a stretch, from 0. */
export interface Loads {
  readonly running: Float64Array;
  /** They have a worker and no core. */
  readonly runnable: Float64Array;
  /** In line for a worker, their first or again. */
  readonly inLine: Float64Array;
  readonly waiting: Float64Array;
  readonly blocked: Float64Array;
  /** How many times a task began to run in each stretch, after it had not. */
  readonly begun: Float64Array;
}

/** @param width of a stretch, ns  @param count how many stretches, from 0; what comes after them is left out */
export function loads(trace: Trace, width: Nanos, count: number): Loads {
  const { tasks, ends, end } = columnsOf(trace);
  const shared = trace.scenario.workers !== 'per-task';
  const [running, runnable, inLine, waiting, blocked] = Array.from(
    { length: 5 },
    () => new Average(width, count),
  ) as [Average, Average, Average, Average, Average];
  const begun = new Float64Array(count);
  for (let task = 0; task < ends.length; task += 1) {
    const ended = ends[task] as number;
    eachBackwards(tasks, task, Number.isNaN(ended) ? end : ended, (row, from, to) => {
      const state = tasks.state[row];
      if (state === RUNNING) {
        running.add(from, to);
        const stretch = Math.floor(from / width);
        if (stretch < count) begun[stretch] = (begun[stretch] as number) + 1;
      } else if (state === WAITING) waiting.add(from, to);
      else if (state === BLOCKED) blocked.add(from, to);
      else if (state === QUEUED || (shared && tasks.worker[row] === NONE)) inLine.add(from, to);
      else if (state === RUNNABLE) runnable.add(from, to);
    });
  }
  return {
    running: running.values,
    runnable: runnable.values,
    inLine: inLine.values,
    waiting: waiting.values,
    blocked: blocked.values,
    begun,
  };
}

/** How many there are of what lasts from one instant to another, on average over each stretch. */
export class Average {
  readonly values: Float64Array;
  readonly #width: number;

  constructor(width: Nanos, count: number) {
    this.#width = width;
    this.values = new Float64Array(count);
  }

  /** So many of them, from and to, ns. */
  add(from: number, to: number, many = 1): void {
    const { values } = this;
    const width = this.#width;
    const last = Math.min(values.length * width, to);
    for (let at = from; at < last; ) {
      const stretch = Math.floor(at / width);
      const until = Math.min((stretch + 1) * width, last);
      values[stretch] = (values[stretch] as number) + (many * (until - at)) / width;
      at = until;
    }
  }
}

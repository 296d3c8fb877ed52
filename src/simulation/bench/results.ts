// What has been measured so far. A job that is measured more than once counts with all its runs.
import { measured, type RunJob, type RunMeasured } from './jobs.ts';
import { summary } from './timing.ts';

export interface Result extends RunMeasured {
  /** The shortest and the middle time of all runs, ms. */
  readonly best: number;
  readonly median: number;
}

export class Results {
  readonly #known = new Map<string, Result>();

  /** Measures in a new process; returns what is known then. @throws Error when that fails */
  measure(job: RunJob): Result {
    const before = this.find(job);
    const now = measured(job);
    const times = [...(before?.times ?? []), ...now.times];
    const peak = Math.max(before?.peak ?? 0, now.peak);
    const difference = before?.difference ?? now.difference;
    const result = { ...now, ...summary(times), times, peak, difference };
    this.#known.set(keyOf(job), result);
    return result;
  }

  /** What was measured, if it was. */
  find(job: RunJob): Result | undefined {
    return this.#known.get(keyOf(job));
  }

  /** How many times the best time of one job is that of another; undefined unless both were measured. */
  ratio(job: RunJob, to: RunJob): number | undefined {
    const one = this.find(job);
    const other = this.find(to);
    return one && other && one.best / other.best;
  }
}

const keyOf = ({ who, tasks, cores, variant }: RunJob) => [who, tasks, cores, variant].join();

// How long something takes: run again and again, warm-up runs apart.
import { performance } from 'node:perf_hooks';

/** It is run for about so long to warm up, ms. */
const WARM_UP = 300;
/** It is enough when it has been timed so often and for so long, ms; of what takes longer, fewer runs will do. */
const ENOUGH = [
  { runs: 20_000, time: 100 },
  { runs: 10, time: 900 },
  { runs: 3, time: 3000 },
] as const;

export interface Timing {
  /** Of each run, ms. */
  readonly times: readonly number[];
  /** The most memory that the process had up to the end of the first run, all that it did before included, bytes. */
  readonly peak: number;
}

/** Runs something so often that it is warm, and then so often that it can be told how long it takes. */
export async function timed(run: () => unknown): Promise<Timing> {
  let warm = await timedOnce(run);
  const peak = process.resourceUsage().maxRSS * 1024;
  while (warm < WARM_UP) warm += await timedOnce(run);
  const times: number[] = [];
  let sum = 0;
  while (!ENOUGH.some((enough) => times.length >= enough.runs && sum >= enough.time)) {
    const time = await timedOnce(run);
    times.push(time);
    sum += time;
  }
  return { times, peak };
}

/** How long one run takes, ms. */
export async function timedOnce(run: () => unknown): Promise<number> {
  const begin = performance.now();
  await run();
  return performance.now() - begin;
}

/** The shortest and the middle one of some times. */
export function summary(times: readonly number[]): { best: number; median: number } {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (index: number) => sorted[index] as number;
  const middle = sorted.length >> 1;
  const median = sorted.length % 2 === 1 ? at(middle) : (at(middle - 1) + at(middle)) / 2;
  return { best: at(0), median };
}

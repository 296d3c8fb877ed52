// Latencies before and after a remedy as columns on one axis, before any pixel.
import { ticks } from '../../src/lab-kit/scales/ticks.ts';
import type { Latencies } from './kinds.ts';

/** How many columns there are along the axis. */
const COLUMNS = 30;

export interface Mirror {
  /** Where the axis ends, ms: a round number that 99% of both are within. */
  readonly end: number;
  /** Its numbers, ms. */
  readonly numbers: readonly number[];
  /** The share of the answers in each column, of the greatest column of both. */
  readonly before: readonly number[];
  readonly after: readonly number[];
  /** How many answers, of each, took longer than the axis is. */
  readonly beyond: { readonly before: number; readonly after: number };
}

export function mirrorOf(before: Latencies, after: Latencies): Mirror {
  const end = roundEnd(Math.max(before.p99, after.p99));
  const [above, below] = [sharesIn(before, end), sharesIn(after, end)];
  const most = Math.max(...above, ...below);
  return {
    end,
    numbers: ticks(end).flatMap(({ at, major }) => (major ? [at] : [])),
    before: above.map((share) => share / most),
    after: below.map((share) => share / most),
    beyond: { before: longerThan(before, end), after: longerThan(after, end) },
  };
}

/** The first numbered tick that is not below a value. */
function roundEnd(value: number): number {
  const majors = ticks(value).flatMap(({ at, major }) => (major ? [at] : []));
  const step = majors[1] ?? value;
  return Number((Math.ceil(value / step - 1e-9) * step).toPrecision(12));
}

function sharesIn({ sorted }: Latencies, end: number): number[] {
  const counts = Array.from({ length: COLUMNS }, () => 0);
  for (const length of sorted) {
    if (length > end) break;
    const column = Math.min(COLUMNS - 1, Math.floor((length / end) * COLUMNS));
    counts[column] = (counts[column] as number) + 1;
  }
  return counts.map((count) => count / Math.max(1, sorted.length));
}

const longerThan = ({ sorted }: Latencies, end: number) =>
  sorted.length - sorted.findLastIndex((length) => length <= end) - 1;

// How times are spread: their mean and the percentiles that services are judged by.
import type { Nanos } from '../scenario/nanos.ts';

/** All null when there are no times. A percentile is the least time that so many per cent are at most (nearest rank). */
export interface Spread {
  /** Rounded to whole ns. */
  readonly mean: Nanos | null;
  readonly p50: Nanos | null;
  readonly p95: Nanos | null;
  readonly p99: Nanos | null;
  readonly max: Nanos | null;
}

/** @param times ns; they are sorted in place */
export function spread(times: Float64Array): Spread {
  const sorted = times.sort();
  const count = sorted.length;
  if (count === 0) return { mean: null, p50: null, p95: null, p99: null, max: null };
  // Whole numbers, so that a hundredth does not round the rank.
  const percentile = (percent: number) => sorted[Math.ceil((percent * count) / 100) - 1] as Nanos;
  const sum = sorted.reduce((total, time) => total + time, 0);
  return {
    mean: Math.round(sum / count) as Nanos,
    p50: percentile(50),
    p95: percentile(95),
    p99: percentile(99),
    max: percentile(100),
  };
}

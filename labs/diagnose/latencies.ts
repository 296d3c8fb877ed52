// How long answers took, and what a remedy did to that.
import type { Answers } from '@interleave/simulation';
import type { Effect, Latencies } from './kinds.ts';
import { MINUTE } from './service.ts';

const NANOS_PER_MS = 1e6;

/** Of the requests that arrived within the minute; all of them have been answered. */
export function latenciesOf({ sent, answered }: Answers): Latencies {
  const sorted = answered
    .map((at, i) => (at - (sent[i] as number)) / NANOS_PER_MS)
    .filter((_, i) => (sent[i] as number) < MINUTE)
    .sort();
  return {
    sorted,
    mean: sorted.reduce((sum, time) => sum + time, 0) / sorted.length,
    p50: percentile(sorted, 50),
    p95: percentile(sorted, 95),
    p99: percentile(sorted, 99),
  };
}

/** The least time that so many per cent are at most (nearest rank); 0 of none. */
export const percentile = (sorted: Float64Array, percent: number) =>
  sorted[Math.ceil((percent * sorted.length) / 100) - 1] ?? 0;

/** What is left of the 95th percentile: at most this is each effect. */
const AT_MOST = { half: 0.5, lower: 0.9, same: 1.1 } as const;

export function effectOf(before: Latencies, after: Latencies): Effect {
  const left = after.p95 / before.p95;
  if (left <= AT_MOST.half) return 'half';
  if (left <= AT_MOST.lower) return 'lower';
  return left <= AT_MOST.same ? 'same' : 'higher';
}

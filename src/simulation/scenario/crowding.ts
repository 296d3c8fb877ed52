// How long an operation takes on a device that may be crowded.
import type { Crowding } from './scenario.ts';

const MILLIONTHS = 1e6;

/**
 * How long (ns) an operation of this length (ns) takes that begins to be served as one of so many, itself counted.
 * Exact wherever it is no longer than the longest time of a scenario.
 */
export function crowdedLength(
  length: number,
  crowding: Crowding | undefined,
  many: number,
): number {
  if (crowding === undefined || many <= crowding.from) return length;
  // Products of whole numbers, in parts that stay below 2^53: a decimal factor would round some up or down.
  const factor = Math.round(crowding.by * MILLIONTHS) * (many - crowding.from);
  const whole = Math.floor(factor / MILLIONTHS);
  const millionths = factor % MILLIONTHS;
  const rest = ((length % MILLIONTHS) * millionths) / MILLIONTHS;
  return length + length * whole + Math.floor(length / MILLIONTHS) * millionths + Math.floor(rest);
}

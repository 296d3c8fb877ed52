// What a remedy does to a case of the lab "diagnose", held against what a decision table says of it.
import type { Effect } from '../../labs/diagnose/kinds.ts';

/**
 * Holds what an author says a remedy does against what the lab says.
 *
 * @param left how much of the 95th percentile is left, in per cent
 * @throws Error naming both where they differ
 */
export function checkVerdict(says: string, effect: Effect, left: number): void {
  if (says === effect) return;
  throw new Error(
    `found says="${says}", but the lab says ${effect}: ${left.toFixed(0)}% of the 95th percentile is left.`,
  );
}

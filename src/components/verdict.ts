// What a remedy does to a case of the lab "diagnose", in the words of a decision table.
import type { Effect } from '../../labs/diagnose/kinds.ts';

const WORDS: Readonly<Record<Effect, string>> = {
  half: 'half or less',
  lower: 'less',
  same: 'the same',
  higher: 'worse',
};

/** How a verdict reads: "half or less". */
export const verdictWord = (effect: Effect): string => WORDS[effect];

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

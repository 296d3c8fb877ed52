// What is said of a remedy's effect: the options, where each begins and ends, whether the reader was right, whether there
// is a better remedy.
import { capital } from '@interleave/simulation';
import { inPercent } from '../../src/lab-kit/units.ts';
import { time } from './in-words.ts';
import type { Diagnosis, Effect, Latencies, Outcome } from './kinds.ts';

/** The effects with their names, from the best to the worst. */
export const EFFECTS: readonly (readonly [Effect, string])[] = [
  ['half', 'half or less'],
  ['lower', 'lower'],
  ['same', 'about the same'],
  ['higher', 'higher'],
];

export const effectName = (effect: Effect) => EFFECTS.find(([id]) => id === effect)?.[1] ?? effect;

/** Where the options begin and end for a case. */
export const bounds = ({ p95 }: Latencies) =>
  `Now it is ${time(p95)}. Half or less: at most ${time(p95 * 0.5)}. About the same: within 10%, ${time(p95 * 0.9)} to ${time(p95 * 1.1)}.`;

/** How much of the 95th percentile a remedy leaves, as a share. */
export const leftBy = (outcome: Outcome, before: Latencies) => outcome.latencies.p95 / before.p95;

/** From so many times on, per cent have too many digits. */
const MANY = 2;

/** "it falls to 42%" */
function whatItDoes(outcome: Outcome, before: Latencies): string {
  const left = leftBy(outcome, before);
  if (left === 1) return 'it stays as it is';
  if (left >= MANY) return `it rises to ${Number(left.toPrecision(2))} times what it is now`;
  const share = inPercent(left, left < 0.1 ? 1 : 0);
  if (share === '100%') return 'it stays at 100%';
  return `it ${left < 1 ? 'falls' : 'rises'} to ${share}`;
}

/** Whether what was said of a remedy is so, and what it does. @param said null where nothing was */
export function verdict(outcome: Outcome, before: Latencies, said: Effect | null): string {
  const does = whatItDoes(outcome, before);
  const option = `“${effectName(outcome.effect)}”`;
  if (said === null) return `${capital(does)}: ${option}.`;
  return said === outcome.effect ? `Right: ${does}.` : `Not quite: ${does}, so ${option} is right.`;
}

/** Whether a remedy is the one to choose, and which is. */
export function whetherBest(outcome: Outcome, { outcomes, right }: Diagnosis): string {
  const best = outcomes.find(({ id }) => id === right) as Outcome;
  if (best === outcome) return 'Of these remedies, this one helps most.';
  const more = `95% of requests would finish within ${time(best.latencies.p95)}.`;
  const helpsMost = `“${capital(best.label)}” helps most: ${more}`;
  switch (outcome.effect) {
    case 'half':
    case 'lower':
      return `This helps, but “${best.label}” helps more: ${more}`;
    case 'same':
      return `This changes little. ${helpsMost}`;
    case 'higher':
      return `This makes the service slower. ${helpsMost}`;
  }
}

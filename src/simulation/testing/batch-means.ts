// The mean of a long run, and how sure it is, from observations that depend on each other.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { whole } from '../scenario/validate-fields.ts';

/** The true mean is expected within `mean` ± `halfWidth`, 99 times of 100. */
export interface Interval {
  readonly mean: number;
  readonly halfWidth: number;
}

/**
 * What Student's t stays below with the probability 0.995, so that ±t holds 99%, for 1, 2, 3 … degrees of freedom.
 * Source: NIST/SEMATECH, e-Handbook of Statistical Methods, section 1.3.6.7.2.
 */
export const STUDENT_T = [
  63.657, 9.925, 5.841, 4.604, 4.032, 3.707, 3.499, 3.355, 3.25, 3.169, 3.106, 3.055, 3.012, 2.977,
  2.947, 2.921, 2.898, 2.878, 2.861, 2.845, 2.831, 2.819, 2.807, 2.797, 2.787, 2.779, 2.771, 2.763,
  2.756, 2.75,
] as const;
const MOST_BATCHES = STUDENT_T.length + 1;

/**
 * The mean by batch means: the first share of the observations is dropped, for then the system was not yet as it is in
 * the long run; the rest is cut into batches of equal size, one after another; their means are taken for independent
 * and normal. What does not divide evenly is dropped with the first share.
 *
 * They are that only when a batch is far longer than one observation's effect lasts: of a queue at high utilisation,
 * many thousands. With shorter batches the interval is too narrow. More than 30 batches gain little.
 *
 * Each observation counts the same: for a mean over time (how many are in a system), observe at even times.
 *
 * Source: Law and Kelton, Simulation Modeling and Analysis, "batch means"; for the number of batches, Schmeiser, "Batch
 * size effects in the analysis of simulation output", Operations Research 30 (1982).
 *
 * @param observations in their order
 * @param warmUp the share to drop, from 0 to less than 1
 * @param batches 2 to 31
 * @throws ScenarioError for an argument out of range, or fewer observations than batches after the warm-up
 */
export function batchMeans(
  observations: readonly number[],
  warmUp: number,
  batches: number,
): Interval {
  if (!(warmUp >= 0 && warmUp < 1)) {
    throw new ScenarioError('warmUp', warmUp, 'a share from 0 to less than 1');
  }
  if (!whole(batches, 2, MOST_BATCHES)) {
    throw new ScenarioError('batches', batches, `a whole number from 2 to ${MOST_BATCHES}`);
  }
  const odd = observations.findIndex((one) => !Number.isFinite(one));
  if (odd >= 0) throw new ScenarioError(`observations[${odd}]`, observations[odd], 'a number');
  const kept = observations.length - Math.ceil(warmUp * observations.length);
  const size = Math.floor(kept / batches);
  if (size === 0) {
    throw new ScenarioError('observations', `${kept} after the warm-up`, `at least ${batches}`);
  }
  const first = observations.length - size * batches;
  const means = Array.from({ length: batches }, (_, i) =>
    average(observations.slice(first + i * size, first + (i + 1) * size)),
  );
  const mean = average(means);
  const variance = means.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (batches - 1);
  return {
    mean,
    halfWidth: (STUDENT_T[batches - 2] as number) * Math.sqrt(variance / batches),
  };
}

const average = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

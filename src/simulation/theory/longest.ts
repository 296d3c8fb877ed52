// How long the longest of several takes: of exponential times, and of requests that fork and join.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { count, list } from '../scenario/validate-fields.ts';
import { MOST, SHORTEST, time } from './arguments.ts';
import { mm1 } from './queues.ts';

/** With more, the sum takes seconds, and its terms cancel each other to fewer digits. */
const MOST_MEANS = 20;

/**
 * The mean of the longest of n independent exponential times of the same mean m: m H_n = m (1 + 1/2 + … + 1/n). The
 * first of n is over after m / n on average, the next m / (n − 1) later, and so on.
 *
 * Source: Rényi, "On the theory of order statistics", Acta Mathematica Hungarica 4 (1953); Feller, An Introduction to
 * Probability Theory and Its Applications, volume 2 (second edition, 1971), section I.6.
 *
 * @param times n, how many there are, 1 to 10^6
 * @param mean m, of each, ms
 * @throws ScenarioError for an argument out of range
 */
export function meanLongest(times: number, mean: number): number {
  count('times', times, MOST);
  time('mean', mean);
  let sum = 0;
  // The smallest terms first: so the least is lost.
  for (let i = times; i > 0; i -= 1) sum += 1 / i;
  return mean * sum;
}

/**
 * The mean of the longest of independent exponential times, each of a mean of its own. By inclusion and exclusion: the
 * mean of the shortest of each group of them, added for groups of an odd number and taken off for those of an even
 * one. The shortest of a group is exponential too, with the sum of their rates.
 *
 * Source: Ross, A First Course in Probability, "the maximum-minimums identity" (chapter 7).
 *
 * @param means of the times, 1 to 20 of them, ms, each at least 0.000001
 * @throws ScenarioError for an argument out of range
 */
export function meanLongestOf(means: readonly number[]): number {
  list('means', means, 'ms');
  if (means.length === 0 || means.length > MOST_MEANS) {
    const shown = `a list of ${means.length}`;
    throw new ScenarioError('means', means, `a list of 1 to ${MOST_MEANS}`, shown);
  }
  for (const [i, mean] of means.entries()) time(`means[${i}]`, mean, SHORTEST);
  return longestFrom(means, 0, 0, -1);
}

/** The terms of all groups that add some of the means from a place on to one of this rate; `sign` is that of the group. */
function longestFrom(means: readonly number[], place: number, rate: number, sign: number): number {
  let sum = 0;
  for (let i = place; i < means.length; i += 1) {
    const together = rate + 1 / (means[i] as number);
    sum += -sign / together + longestFrom(means, i + 1, together, -sign);
  }
  return sum;
}

/**
 * The fork-join queue of two servers: customers of a Poisson process each ask both at once, exponential service of the
 * same mean at either, first come, first served, and go when both have answered. R = (12 − ρ) / 8 times the response
 * time of M/M/1.
 *
 * Source: Flatto and Hahn, "Two parallel queues created by arrivals with two demands I", SIAM Journal on Applied
 * Mathematics 44 (1984); in this form Nelson and Tantawi, "Approximate analysis of fork/join synchronization in parallel
 * queues", IEEE Transactions on Computers 37 (1988).
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, of each server, ms, from 0.000001
 * @returns the mean from arrival to the later of the two answers, ms
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function forkJoin(arrivalRate: number, meanService: number): number {
  const { utilisation, meanResponse } = mm1(arrivalRate, meanService);
  return ((12 - utilisation) / 8) * meanResponse;
}

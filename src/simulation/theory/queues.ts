// Single queues with Poisson arrivals, in the long run: M/M/1, M/M/c, M/G/1, and M/G/1 with processor sharing.
// The formulas are written for one unit of time; the arguments have ms and rates per second.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { count } from '../scenario/validate-fields.ts';
import { MOST, MS_PER_SECOND, rate, SHORTEST, time, within } from './arguments.ts';

/** What a system comes to in the long run. */
export interface SystemFigures {
  /** ρ, the part of their time in which the servers serve, 0..1. */
  readonly utilisation: number;
  /** R, from arrival to end, ms. */
  readonly meanResponse: number;
  /** How many are in the system, those served included. */
  readonly meanNumber: number;
}

/** What a queue, first come, first served, comes to in the long run. */
export interface QueueFigures extends SystemFigures {
  /** W, from arrival until service begins, ms: the mean of all, also of those who need not wait. */
  readonly meanWait: number;
  /** How many wait. */
  readonly meanWaiting: number;
}

const GREATEST_VARIATION = 1e9;
/** The double before 1: nothing bounds the response time of all. */
const GREATEST_SHARE = 1 - Number.EPSILON / 2;

/**
 * M/M/1: Poisson arrivals, exponential service, one server. W = ρ S / (1 − ρ), with ρ = λ S.
 *
 * Source: Kleinrock, Queueing Systems, volume 1 (1975), section 3.2.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, ms, from 0.000001
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function mm1(arrivalRate: number, meanService: number): QueueFigures {
  const utilisation = load(arrivalRate, meanService, 1);
  const meanWait = (utilisation * meanService) / (1 - utilisation);
  return queue(arrivalRate, meanService, utilisation, meanWait);
}

/**
 * M/M/1, first come, first served: the response time (ms) that this share of all stays within, −ln(1 − share) R. The
 * response time is exponential.
 *
 * Source: Jain, The Art of Computer Systems Performance Analysis (1991), box 31.1.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, ms, from 0.000001
 * @param share from 0 to less than 1: 0.95 for the 95th percentile
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function mm1ResponsePercentile(
  arrivalRate: number,
  meanService: number,
  share: number,
): number {
  within('share', share, 0, GREATEST_SHARE);
  return -Math.log1p(-share) * mm1(arrivalRate, meanService).meanResponse;
}

/**
 * M/M/c: Poisson arrivals, exponential service, c servers with one queue. `waitProbability` is Erlang's C formula, the
 * part of all who must wait, 0..1; W = C S / (c (1 − ρ)), with ρ = λ S / c.
 *
 * C comes from Erlang's B formula, B from its recurrence over the number of servers: every term is within 0..1, so that
 * nothing overflows as the factorials of the direct sum do.
 *
 * Source: Kleinrock, Queueing Systems, volume 1 (1975), section 3.5; for the recurrence and for C by B, Cooper,
 * Introduction to Queueing Theory (second edition, 1981), chapter 3.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 c / S
 * @param meanService S, ms, from 0.000001
 * @param servers c, 1 to 10^6; takes time in proportion
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function mmc(
  arrivalRate: number,
  meanService: number,
  servers: number,
): QueueFigures & { readonly waitProbability: number } {
  const utilisation = load(arrivalRate, meanService, servers);
  const offered = utilisation * servers;
  let blocking = 1;
  for (let k = 1; k <= servers; k += 1) blocking = (offered * blocking) / (k + offered * blocking);
  const waitProbability = blocking / (1 - utilisation + utilisation * blocking);
  const meanWait = (waitProbability * meanService) / (servers * (1 - utilisation));
  return { ...queue(arrivalRate, meanService, utilisation, meanWait), waitProbability };
}

/**
 * M/G/1: Poisson arrivals, any service times that do not depend on each other, one server, first come, first served.
 * The Pollaczek–Khinchine formula, W = ρ S (1 + C²) / (2 (1 − ρ)), with ρ = λ S.
 *
 * Source: Cooper, Introduction to Queueing Theory (second edition, 1981), chapter 5; Kleinrock, Queueing Systems,
 * volume 1 (1975), chapter 5.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, ms, from 0.000001
 * @param squaredVariation C², the variance of the service time divided by the square of its mean (that is, its second
 *   moment divided by that square, less 1), 0 to 10^9: 0 when all are the same, 1 when exponential
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function mg1(
  arrivalRate: number,
  meanService: number,
  squaredVariation: number,
): QueueFigures {
  within('squaredVariation', squaredVariation, 0, GREATEST_VARIATION);
  const utilisation = load(arrivalRate, meanService, 1);
  const meanWait = (utilisation * meanService * (1 + squaredVariation)) / (2 * (1 - utilisation));
  return queue(arrivalRate, meanService, utilisation, meanWait);
}

/**
 * M/G/1 with processor sharing: Poisson arrivals, any service times that do not depend on each other, one server that
 * serves all who are there at once, each at an equal part of its speed. It is what round-robin comes to as its slice
 * goes to nothing and its switches cost nothing. R = S / (1 − ρ), whatever the distribution of the service times.
 *
 * Source: Sakata, Noguchi and Oizumi, "An analysis of the M/G/1 queue under round-robin scheduling", Operations
 * Research 19 (1971); Kleinrock, Queueing Systems, volume 2 (1976), chapter 4.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, what a job takes alone on average, ms, from 0.000001
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function processorSharing(arrivalRate: number, meanService: number): SystemFigures {
  const utilisation = load(arrivalRate, meanService, 1);
  const meanResponse = meanService / (1 - utilisation);
  return { utilisation, meanResponse, meanNumber: (arrivalRate * meanResponse) / MS_PER_SECOND };
}

/**
 * M/G/1 with processor sharing: the mean response time (ms) of the jobs of one size, R(x) = x / (1 − ρ).
 *
 * Source: as for `processorSharing`.
 *
 * @param arrivalRate λ, per second, from 0 to less than 1000 / S
 * @param meanService S, what a job takes alone on average, ms, from 0.000001
 * @param size x, what such a job takes alone, ms
 * @throws ScenarioError for an argument out of range; one is a rate that is more than can be served
 */
export function processorSharingResponse(
  arrivalRate: number,
  meanService: number,
  size: number,
): number {
  time('size', size);
  return size / (1 - load(arrivalRate, meanService, 1));
}

/** The utilisation, less than 1. @throws ScenarioError */
function load(arrivalRate: number, meanService: number, servers: number): number {
  rate('arrivalRate', arrivalRate);
  time('meanService', meanService, SHORTEST);
  count('servers', servers, MOST);
  const utilisation = (arrivalRate * meanService) / (MS_PER_SECOND * servers);
  if (utilisation < 1) return utilisation;
  const most = (MS_PER_SECOND * servers) / meanService;
  throw new ScenarioError(
    'arrivalRate',
    arrivalRate,
    `less than ${most} per second, all that can be served,`,
  );
}

/** What follows from the mean wait, the numbers by Little's law. */
function queue(
  arrivalRate: number,
  meanService: number,
  utilisation: number,
  meanWait: number,
): QueueFigures {
  const meanResponse = meanWait + meanService;
  return {
    utilisation,
    meanWait,
    meanResponse,
    meanWaiting: (arrivalRate * meanWait) / MS_PER_SECOND,
    meanNumber: (arrivalRate * meanResponse) / MS_PER_SECOND,
  };
}

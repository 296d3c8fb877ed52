// Closed networks: a fixed number of users who think, ask, wait for the answer, and think again.
import { count, list } from '../scenario/validate-fields.ts';
import { MS_PER_SECOND, SHORTEST, time, within } from './arguments.ts';

/** What so many users come to in the long run. */
export interface Population {
  /** N. */
  readonly users: number;
  /** X, requests answered per second. */
  readonly throughput: number;
  /** R, what the system takes for a request on average, thinking not included, ms. */
  readonly response: number;
  /** How many are at each station on average, that is wait there or are served, in the order of the demands. */
  readonly numbers: readonly number[];
}

const MOST_STATIONS = 100;
const MOST_USERS = 100_000;

/**
 * Asymptotic bounds: no closed network of such stations, whatever is random in it, has a higher throughput than
 * X(N) = min(N / (D + Z), 1 / Dmax) or a shorter mean response than R(N) = max(D, N Dmax − Z); D is the sum of the
 * demands, Dmax the greatest of them. The two parts of each meet at N* = (D + Z) / Dmax: with more users there must be
 * queueing.
 *
 * Source: Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984), section 5.2.
 *
 * @param demands at 1 to 100 stations of one server each: what a request takes there in all its visits, ms, from
 *   0.000001
 * @param think Z, how long a user thinks on average, or a request is delayed without queueing, ms
 * @param users N, 1 to 100,000
 * @returns the greatest throughput, per second; the shortest mean response, ms; N*, in general not a whole number
 * @throws ScenarioError for an argument out of range
 */
export function asymptoticBounds(
  demands: readonly number[],
  think: number,
  users: number,
): { readonly throughput: number; readonly response: number; readonly saturation: number } {
  validate(demands, think, users);
  const sum = demands.reduce((a, b) => a + b, 0);
  const greatest = Math.max(...demands);
  return {
    throughput: MS_PER_SECOND * Math.min(users / (sum + think), 1 / greatest),
    response: Math.max(sum, users * greatest - think),
    saturation: (sum + think) / greatest,
  };
}

/**
 * Exact mean value analysis of a closed network of stations with one server each and a delay (the thinking), for 1, 2,
 * 3 … users in turn. A request that comes to a station finds there what one user less would leave there on average:
 * R_k(N) = D_k (1 + Q_k(N − 1)), X(N) = N / (Z + R), Q_k(N) = X R_k.
 *
 * It is exact where the network has a product form: stations that serve first come, first served, with exponential
 * service of the same mean at every visit, or that share the processor, with any service times; any thinking times.
 *
 * Source: Reiser and Lavenberg, "Mean-value analysis of closed multichain queuing networks", Journal of the ACM 27
 * (1980); Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984), chapter 6.
 *
 * @param demands D_k, at 1 to 100 stations: what a request takes there in all its visits, ms, from 0.000001
 * @param think Z, how long a user thinks on average, or a request is delayed without queueing, ms
 * @param users N, 1 to 100,000
 * @returns what 1, 2, … N users come to, in this order
 * @throws ScenarioError for an argument out of range
 */
export function meanValueAnalysis(
  demands: readonly number[],
  think: number,
  users: number,
): Population[] {
  validate(demands, think, users);
  const populations: Population[] = [];
  let numbers: readonly number[] = demands.map(() => 0);
  for (let n = 1; n <= users; n += 1) {
    const responses = demands.map((demand, k) => demand * (1 + (numbers[k] as number)));
    const response = responses.reduce((a, b) => a + b, 0);
    const perMs = n / (think + response);
    numbers = responses.map((each) => perMs * each);
    populations.push({ users: n, throughput: perMs * MS_PER_SECOND, response, numbers });
  }
  return populations;
}

function validate(demands: readonly number[], think: number, users: number): void {
  list('demands', demands, 'ms');
  within('demands.length', demands.length, 1, MOST_STATIONS);
  for (const [k, demand] of demands.entries()) time(`demands[${k}]`, demand, SHORTEST);
  time('think', think);
  count('users', users, MOST_USERS);
}

// The operational laws: what holds of every system over a long run, whatever is random in it.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { count } from '../scenario/validate-fields.ts';
import { MOST, MS_PER_SECOND, rate, time } from './arguments.ts';

/** How far a throughput, itself computed, may lie beyond what can be served: a few roundings of a double. */
const ROUNDING = 1e-12;
/** Per second: with less, a time between ends would be beyond all times of the model. */
const LEAST_THROUGHPUT = 1e-9;

/**
 * Little's law, N = X R: how many are in a system (or in any part of it) on average.
 *
 * Source: Little, "A proof for the queuing formula: L = λW", Operations Research 9 (1961).
 *
 * @param throughput X, how many come and go per second, 0 to 10^9
 * @param meanResponse R, how long each stays on average, ms
 * @throws ScenarioError for an argument out of range
 */
export function littlesLaw(throughput: number, meanResponse: number): number {
  rate('throughput', throughput);
  time('meanResponse', meanResponse);
  return (throughput * meanResponse) / MS_PER_SECOND;
}

/**
 * The utilisation law, U = X S / c: the part of their time in which c equal servers serve, 0..1.
 *
 * Source: Denning and Buzen, "The operational analysis of queueing network models", Computing Surveys 10 (1978), for
 * one server; several share the work.
 *
 * @param throughput X, how many are served per second by all servers together, 0 to 10^9
 * @param meanService S, how long one server takes for each on average, ms
 * @param servers c, 1 to 10^6
 * @throws ScenarioError for an argument out of range, and for a throughput that is more than can be served
 */
export function utilisationLaw(throughput: number, meanService: number, servers = 1): number {
  rate('throughput', throughput);
  time('meanService', meanService);
  count('servers', servers, MOST);
  const utilisation = (throughput * meanService) / (MS_PER_SECOND * servers);
  if (utilisation > 1 + ROUNDING) {
    const most = (MS_PER_SECOND * servers) / meanService;
    throw new ScenarioError(
      'throughput',
      throughput,
      `at most ${most} per second, for its servers,`,
    );
  }
  return Math.min(utilisation, 1);
}

/**
 * The interactive response time law, R = N / X − Z: how long the system takes for each request on average, ms, when
 * each of N users waits for the answer, thinks, and asks again.
 *
 * Source: Denning and Buzen, as above; Lazowska, Zahorjan, Graham and Sevcik, Quantitative System Performance (1984),
 * chapter 3.
 *
 * @param users N, 1 to 10^6
 * @param throughput X, how many requests are answered per second, 10^-9 to 10^9
 * @param think Z, how long a user thinks on average, ms
 * @throws ScenarioError for an argument out of range, and for a throughput that so many users cannot ask for
 */
export function interactiveResponse(users: number, throughput: number, think: number): number {
  count('users', users, MOST);
  rate('throughput', throughput, LEAST_THROUGHPUT);
  time('think', think);
  const response = (users * MS_PER_SECOND) / throughput - think;
  if (response < 0) {
    const most = (users * MS_PER_SECOND) / think;
    throw new ScenarioError(
      'throughput',
      throughput,
      `at most ${most} per second, as often as all users together ask without waiting for answers,`,
    );
  }
  return response;
}

// What more cores can do at most: Amdahl's law, and Graham's bounds on the makespan of independent tasks.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { count, list } from '../scenario/validate-fields.ts';
import { MOST, time, within } from './arguments.ts';

/**
 * Amdahl's law: how many times as fast work becomes on n cores when a part of it can be spread over all of them evenly
 * and for nothing, and the rest runs on one: 1 / ((1 − p) + p / n). From 1 to n, and never more than 1 / (1 − p).
 *
 * Source: Amdahl, "Validity of the single processor approach to achieving large scale computing capabilities", AFIPS
 * Spring Joint Computer Conference (1967); in this form Hill and Marty, "Amdahl's law in the multicore era", IEEE
 * Computer 41 (2008).
 *
 * @param parallelShare p, of the time that all takes on one core, 0..1
 * @param cores n, 1 to 10^6
 * @throws ScenarioError for an argument out of range
 */
export function amdahlSpeedUp(parallelShare: number, cores: number): number {
  within('parallelShare', parallelShare, 0, 1);
  count('cores', cores, MOST);
  return 1 / (1 - parallelShare + parallelShare / cores);
}

/** Bounds on when the last of some tasks ends, ms. */
export interface MakespanBounds {
  /** No schedule on so many machines is shorter. */
  readonly least: number;
  /** No list schedule, whatever the order of the list, is longer. */
  readonly most: number;
  /** No list schedule is more than so many times as long as the shortest of all schedules. */
  readonly ratio: number;
}

/**
 * Graham's bounds for list scheduling: independent tasks, all there from the beginning, go without interruption to m
 * equal machines, each machine that is free taking the next in the list. So do tasks that only compute, under run to
 * block with switches that cost nothing. Least: max(longest, total / m). Most: total / m + (1 − 1/m) longest. Ratio:
 * 2 − 1/m.
 *
 * Out of scope: Graham's anomalies, where more machines, shorter tasks or fewer constraints make list schedules
 * longer, by up to the same ratio. They need tasks that must await the end of others, which the model does not have.
 *
 * Source: Graham, "Bounds for certain multiprocessing anomalies", Bell System Technical Journal 45 (1966), and "Bounds
 * on multiprocessing timing anomalies", SIAM Journal on Applied Mathematics 17 (1969), theorem 1 and its proof.
 *
 * @param lengths of the tasks, at least one, ms
 * @param machines m, 1 to 10^6
 * @throws ScenarioError for an argument out of range
 */
export function listSchedulingBounds(lengths: readonly number[], machines: number): MakespanBounds {
  list('lengths', lengths, 'ms');
  if (lengths.length === 0) throw new ScenarioError('lengths', lengths, 'a list of at least one');
  for (const [i, length] of lengths.entries()) time(`lengths[${i}]`, length);
  count('machines', machines, MOST);
  const longest = lengths.reduce((a, b) => Math.max(a, b), 0);
  const total = lengths.reduce((a, b) => a + b, 0);
  return {
    least: Math.max(longest, total / machines),
    // As above, but so that it is never rounded to less than the longest.
    most: (total - longest) / machines + longest,
    ratio: 2 - 1 / machines,
  };
}

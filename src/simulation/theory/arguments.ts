// What the closed forms take: each check names the argument, what was found and what would do.
import { LIMITS } from '../scenario/limits.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';

/** Between times, which are in ms, and rates, which are per second. */
export const MS_PER_SECOND = 1000;

/** 1 ns, in ms: the model has no shorter time except none. */
export const SHORTEST = toMs(1 as Nanos);
const LONGEST = toMs(LIMITS.time as Nanos);

/** Per second: one each nanosecond. */
const GREATEST_RATE = 1e9;

/** How many servers, cores or users there may be. */
export const MOST = 1_000_000;

/**
 * A number within these bounds. All are so far apart, and so far from what a double can hold, that no closed form
 * overflows within them.
 *
 * @throws ScenarioError
 */
export function within(path: string, value: number, least: number, most: number, unit = ''): void {
  if (typeof value === 'number' && value >= least && value <= most) return;
  throw new ScenarioError(path, value, `a number ${unit}from ${least} to ${most}`);
}

/** A time in ms. @throws ScenarioError */
export const time = (path: string, value: number, least = 0): void =>
  within(path, value, least, LONGEST, 'of ms ');

/** A rate per second. @throws ScenarioError */
export const rate = (path: string, value: number, least = 0): void =>
  within(path, value, least, GREATEST_RATE, 'per second ');

// What can be said of lengths and steps before anything is drawn or run.
import type { Length, Step } from './scenario.ts';

/** Whether a length is the same each time. */
export const isFixed = (length: Length): length is Extract<Length, number> =>
  typeof length === 'number';

/** The most that a length can be drawn as, ns: infinity where nothing bounds it. */
export function longest(length: Length): number {
  if (isFixed(length)) return length;
  if ('to' in length) return length.to;
  return length.mean > 0 ? Number.POSITIVE_INFINITY : 0;
}

/**
 * How many steps there are when repeats are written out, operations that begin together counted one by one; a repeat of
 * nothing counts as one each time.
 */
export function unrolled(steps: readonly Step[]): number {
  let sum = 0;
  // By index: an iterator of a frozen list makes an object for each step.
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i] as Step;
    if (step.kind === 'repeat') sum += step.times * Math.max(1, unrolled(step.steps));
    else sum += step.kind === 'together' ? step.steps.length : 1;
  }
  return sum;
}

// What a thread's steps alone tell of it at each of them: the locks that it holds, and whether its register matters.
import { ScenarioError } from '../scenario/scenario-error.ts';
import type { AtomicStep } from './program.ts';

/** Of each list the first item is for the beginning, and the one at i for when i steps are done. */
export interface Plan {
  readonly steps: readonly AtomicStep[];
  readonly held: readonly ReadonlySet<string>[];
  /** Whether what is in the register then will still be stored. */
  readonly stores: readonly boolean[];
}

/**
 * @param path of the steps
 * @throws ScenarioError where a thread locks what it holds, unlocks what it does not hold, or ends with a lock held
 */
export function planOf(path: string, steps: readonly AtomicStep[]): Plan {
  return { steps, held: heldLocks(path, steps), stores: storesLater(steps) };
}

/** The thread that holds a lock when so many steps of each are done, or null. */
export function holderOf(
  plans: readonly Plan[],
  done: readonly number[],
  lock: string,
): number | null {
  const holder = plans.findIndex(({ held }, i) => held[done[i] as number]?.has(lock));
  return holder === -1 ? null : holder;
}

function heldLocks(path: string, steps: readonly AtomicStep[]): Plan['held'] {
  const after: ReadonlySet<string>[] = [new Set()];
  /** By lock that is held: where it was taken. */
  const held = new Map<string, string>();
  for (const [i, step] of steps.entries()) {
    const place = `${path}[${i}].lock`;
    if (step.kind === 'lock') {
      const since = held.get(step.lock);
      if (since !== undefined) {
        throw new ScenarioError(place, step.lock, `a lock that is not held since ${since}`);
      }
      held.set(step.lock, place);
    } else if (step.kind === 'unlock' && !held.delete(step.lock)) {
      throw new ScenarioError(place, step.lock, 'a lock that the thread holds');
    }
    after.push(new Set(held.keys()));
  }
  for (const [lock, place] of held) {
    throw new ScenarioError(place, lock, 'a lock that is unlocked before the end');
  }
  return after;
}

function storesLater(steps: readonly AtomicStep[]): Plan['stores'] {
  let stores = false;
  const backwards = [stores];
  for (const { kind } of steps.toReversed()) {
    if (kind === 'store') stores = true;
    else if (kind === 'load') stores = false;
    backwards.push(stores);
  }
  return backwards.toReversed();
}

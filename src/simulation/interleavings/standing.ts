// How a program stands between two steps: who can go on, who holds which lock, and who waits for whom.
import { holderOf, type Plan } from './plan.ts';
import { nextStep, type Prepared, type State } from './state.ts';

/** All threads are done; or some thread can go on; or each that is not done waits for another. */
export type Status = 'done' | 'can-go-on' | 'deadlock';

/** A thread that waits, the step that it cannot do, the lock that it awaits and the thread that holds it: indices. */
export interface BlockedThread {
  readonly thread: number;
  readonly step: number;
  readonly awaits: string;
  readonly heldBy: number;
}

/** How a program stands between two steps. It never changes: it is frozen. */
export interface Standing {
  /** By thread: the index of its next step; as many as it has steps when it is done. */
  readonly counters: readonly number[];
  /** All shared variables, by name. */
  readonly variables: Readonly<Record<string, number>>;
  /** All locks, by name: the thread that holds it (an index), or null. */
  readonly locks: Readonly<Record<string, number | null>>;
  /** The threads that can do their next step, in order of their numbers. */
  readonly canGoOn: readonly number[];
  /**
   * The threads whose next step takes a lock that another holds, in order of their numbers. One that can be rolled back
   * is among `canGoOn` too.
   */
  readonly blocked: readonly BlockedThread[];
  readonly status: Status;
}

/** The threads that can do their next step, in order of their numbers. */
export function ableIn(plans: readonly Plan[], state: State): number[] {
  const able: number[] = [];
  for (let thread = 0; thread < plans.length; thread += 1) {
    const next = nextStep(plans, state, thread);
    if (next === undefined) continue;
    if (blockOf(plans, state, thread) === null || canBeRolledBack(plans, state, thread)) {
      able.push(thread);
    }
  }
  return able;
}

/** Whether a blocked thread awaits in a cycle what makes it the victim when that closes. */
function canBeRolledBack(plans: readonly Plan[], state: State, thread: number): boolean {
  const next = nextStep(plans, state, thread);
  if (next?.kind !== 'lock' || next.rollback === undefined) return false;
  let waiting = blockOf(plans, state, thread);
  for (let i = 0; waiting !== null && i < plans.length; i += 1) {
    if (waiting.heldBy === thread) return true;
    waiting = blockOf(plans, state, waiting.heldBy);
  }
  return false;
}

/** The threads whose next step takes a lock that another holds, in order of their numbers. */
export const blockedIn = (plans: readonly Plan[], state: State): BlockedThread[] =>
  [...plans.keys()].flatMap((thread) => blockOf(plans, state, thread) ?? []);

function blockOf(plans: readonly Plan[], state: State, thread: number): BlockedThread | null {
  const next = nextStep(plans, state, thread);
  if (next?.kind !== 'lock') return null;
  const heldBy = holderOf(plans, state.counters, next.lock);
  if (heldBy === null) return null;
  return { thread, step: state.counters[thread] as number, awaits: next.lock, heldBy };
}

export function standingIn({ plans, locks }: Prepared, state: State): Standing {
  const canGoOn = ableIn(plans, state);
  const blocked = blockedIn(plans, state);
  const holders = locks.map((lock) => [lock, holderOf(plans, state.counters, lock)] as const);
  return {
    counters: Object.freeze(state.counters),
    variables: Object.freeze(Object.fromEntries(state.variables)),
    locks: Object.freeze(Object.fromEntries(holders)),
    canGoOn: Object.freeze(canGoOn),
    blocked: Object.freeze(blocked.map((one) => Object.freeze(one))),
    status: canGoOn.length > 0 ? 'can-go-on' : blocked.length > 0 ? 'deadlock' : 'done',
  };
}

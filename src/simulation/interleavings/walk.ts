// Follows one schedule of a few small threads: how everything stands at first and after every move.
import { ScenarioError, show } from '../scenario/scenario-error.ts';
import { list } from '../scenario/validate-fields.ts';
import { type AtomicStep, type SteppedThread, variableOf } from './program.ts';
import { type Standing, type Status, standingIn } from './standing.ts';
import { effectOf, nextStep, type Prepared, prepare, type State, stateAfter } from './state.ts';

/** One step of one thread, and what it did. */
export interface Move {
  /** The thread that did it, and which of its steps it was: indices. */
  readonly thread: number;
  readonly step: number;
  readonly did: AtomicStep;
  /** The value that it took from its variable, or null for a step that reads none. */
  readonly read: number | null;
  /** The value that it gave to its variable, or null for a step that writes none. */
  readonly written: number | null;
  /**
   * Whether a step that may lead elsewhere went on to the one after it: false for a thread that went on at `otherwise`
   * or was rolled back; null for other steps.
   */
  readonly passed: boolean | null;
  /** What the thread's register held before and after. */
  readonly register: { readonly before: number; readonly after: number };
  /** The variable that it read or wrote, and what that held before and after; null for other steps. */
  readonly variable: {
    readonly name: string;
    readonly before: number;
    readonly after: number;
  } | null;
}

/** How everything stands after a move, or at the beginning. */
export interface Snapshot extends Standing {
  /** By thread. */
  readonly registers: readonly number[];
  /** The move that led here; null at the beginning. */
  readonly move: Move | null;
}

export interface Walk {
  /** The first is the beginning, and the one at i is after i moves. */
  readonly snapshots: readonly Snapshot[];
  /** How the last of them stands. */
  readonly status: Status;
}

/**
 * Follows a schedule from the beginning. Each snapshot is whole in itself and never changes: all is frozen.
 *
 * @param schedule the threads that go on, one after another: indices; it need not go on to an end
 * @param initial what variables hold at first; those left out hold 0
 * @throws ScenarioError for what cannot be run, goes beyond `INTERLEAVING_LIMITS`, or for a move of a thread that is
 * done, awaits a lock, or is not there
 */
export function walk(
  threads: readonly SteppedThread[],
  schedule: readonly number[],
  initial: Readonly<Record<string, number>> = {},
): Walk {
  const prepared = prepare(threads, initial);
  list('schedule', schedule, 'thread numbers');
  let state = prepared.beginning;
  let last = snapshot(prepared, state, null);
  const snapshots = [last];
  for (const [i, thread] of schedule.entries()) {
    if (!last.canGoOn.includes(thread)) throw refusal(threads, last, i, thread);
    const after = stateAfter(prepared.plans, state, thread);
    last = snapshot(prepared, after, moveOf(prepared, state, thread));
    snapshots.push(last);
    state = after;
  }
  return Object.freeze({ snapshots: Object.freeze(snapshots), status: last.status });
}

const snapshot = (prepared: Prepared, state: State, move: Move | null): Snapshot =>
  Object.freeze({
    ...standingIn(prepared, state),
    registers: Object.freeze(state.registers),
    move,
  });

/** The next step of a thread that can go on. */
function moveOf({ plans }: Prepared, state: State, thread: number): Move {
  const did = nextStep(plans, state, thread) as AtomicStep;
  const before = state.registers[thread] as number;
  const { register, read, written, passed } = effectOf(plans, state, thread);
  return Object.freeze({
    thread,
    step: state.counters[thread] as number,
    did,
    read,
    written,
    passed,
    register: Object.freeze({ before, after: register }),
    variable: changeOf(variableOf(did), state, written),
  });
}

function changeOf(
  name: string | undefined,
  { variables }: State,
  written: number | null,
): Move['variable'] {
  if (name === undefined) return null;
  const before = variables.get(name) as number;
  return Object.freeze({ name, before, after: written ?? before });
}

/** A move that cannot be made: why, and which could. */
function refusal(
  threads: readonly SteppedThread[],
  { blocked, canGoOn }: Snapshot,
  at: number,
  thread: unknown,
): ScenarioError {
  const nameOf = (index: number) => show(threads[index]?.name);
  const block = blocked.find((one) => one.thread === thread);
  let found = show(thread);
  if (block !== undefined) {
    const { awaits, heldBy } = block;
    found += ` (${nameOf(block.thread)} awaits ${show(awaits)}, which ${nameOf(heldBy)} holds)`;
  } else if (typeof thread === 'number' && threads[thread] !== undefined) {
    found += ` (${nameOf(thread)} is done)`;
  }
  const allowed =
    canGoOn.length === 0
      ? 'a schedule that ends before this move'
      : canGoOn.map((index) => `${index} (${nameOf(index)})`).join(' or ');
  return new ScenarioError(`schedule[${at}]`, thread, allowed, found);
}

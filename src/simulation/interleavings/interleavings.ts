// All interleavings of a few small threads: how many there are, and what each can end in.
import { explore, type Reached } from './explore.ts';
import { multinomial } from './multinomial.ts';
import type { SteppedThread } from './program.ts';
import { type BlockedThread, blockedIn } from './standing.ts';
import { prepare } from './state.ts';

/** One step of a schedule, and what it left behind; a schedule begins with registers of 0 and the first values. */
export interface Moment {
  /** The thread that did it, and which of its steps it was: indices. */
  readonly thread: number;
  readonly step: number;
  /** That thread's register after it. */
  readonly register: number;
  /** All shared variables after it, by name. */
  readonly variables: Readonly<Record<string, number>>;
}

/** What the shared variables can hold when all threads are done. */
export interface FinalState {
  readonly variables: Readonly<Record<string, number>>;
  /** How many interleavings end so. */
  readonly count: bigint;
  /** The first of them when schedules are compared thread number by thread number. */
  readonly witness: readonly Moment[];
}

/** A way in which threads can come to wait for each other for ever. */
export interface InterleavingDeadlock {
  /** In order of their numbers; the other threads are done. */
  readonly blocked: readonly BlockedThread[];
  /** How many schedules end so. */
  readonly count: bigint;
  /** The first of them when schedules are compared thread number by thread number. */
  readonly witness: readonly Moment[];
}

export interface Interleavings {
  /** The schedules in which all threads come to their end. */
  readonly total: bigint;
  /** The schedules that end in a deadlock; `total` does not count them. */
  readonly deadlocked: bigint;
  /** How many there would be if no lock held anybody back: (Σn)! / Πn!, n being the steps of each thread. */
  readonly bound: bigint;
  /** How many distinct states can be reached, with the first: what the count took to find. */
  readonly states: number;
  /** Distinct ones, in order of their witnesses. */
  readonly finals: readonly FinalState[];
  /** Distinct in who awaits what, where; those after fewer steps first, and then in order of their witnesses. */
  readonly deadlocks: readonly InterleavingDeadlock[];
}

/**
 * All orders in which the steps of some threads can be done, each thread keeping its own order: exact counts, whatever
 * their size. Memory is sequentially consistent: a store is seen by all at once.
 *
 * @param initial what variables hold at first; those left out hold 0
 * @throws ScenarioError for what cannot be run, or goes beyond `INTERLEAVING_LIMITS`
 */
export function interleavings(
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>> = {},
): Interleavings {
  const prepared = prepare(threads, initial);
  const all = explore(prepared);
  const ways = waysTo(all);
  const finals: FinalState[] = [];
  /** By how far all threads have come. */
  const deadlocks = new Map<string, InterleavingDeadlock>();
  for (const end of all) {
    if (end.onwards.length > 0) continue;
    const { counters, variables } = end.state;
    const count = ways[end.index] as bigint;
    const blocked = blockedIn(prepared.plans, end.state);
    const known = deadlocks.get(counters.join());
    if (known !== undefined) {
      deadlocks.set(counters.join(), { ...known, count: known.count + count });
    } else if (blocked.length > 0) {
      deadlocks.set(counters.join(), { blocked, count, witness: wayTo(end) });
    } else {
      // With all threads done no register matters: ends that are distinct states differ in their variables.
      finals.push({ variables: Object.fromEntries(variables), count, witness: wayTo(end) });
    }
  }
  return {
    total: sum(finals),
    deadlocked: sum([...deadlocks.values()]),
    bound: multinomial(threads.map(({ steps }) => steps.length)),
    states: all.length,
    finals,
    deadlocks: [...deadlocks.values()],
  };
}

/** By state: in how many ways it can be reached. */
function waysTo(all: readonly Reached[]): readonly bigint[] {
  const ways: bigint[] = all.map(({ from }) => (from === null ? 1n : 0n));
  // A step always leads to a state after more steps, so all ways to a state are counted before anybody goes on from it.
  for (const { index, onwards } of all) {
    for (const to of onwards) ways[to.index] = (ways[to.index] as bigint) + (ways[index] as bigint);
  }
  return ways;
}

const sum = (ends: readonly { readonly count: bigint }[]) =>
  ends.reduce((total, { count }) => total + count, 0n);

/** The first way to a state, from the beginning. */
function wayTo(end: Reached): Moment[] {
  const backwards: Moment[] = [];
  for (let to = end; to.from !== null; to = to.from.before) {
    const { thread, before } = to.from;
    backwards.push({
      thread,
      step: before.state.counters[thread] as number,
      register: to.state.registers[thread] as number,
      variables: Object.fromEntries(to.state.variables),
    });
  }
  return backwards.reverse();
}

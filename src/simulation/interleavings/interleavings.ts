// All interleavings of a few small threads: how many there are, and what each can end in.
import { explore, type Reached } from './explore.ts';
import { multinomial } from './multinomial.ts';
import { holderOf, type Plan, planOf } from './plan.ts';
import type { SteppedThread } from './program.ts';
import { validateProgram, variablesOf } from './validate-program.ts';

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

/** A thread that cannot go on, the step that it cannot do, the lock that it awaits and the thread that holds it: indices. */
export interface BlockedThread {
  readonly thread: number;
  readonly step: number;
  readonly awaits: string;
  readonly heldBy: number;
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
  validateProgram(threads, initial);
  const given = new Map(Object.entries(initial));
  const variables = new Map(variablesOf(threads).map((name) => [name, given.get(name) ?? 0]));
  const plans = threads.map(({ steps }, i) => planOf(`threads[${i}].steps`, steps));
  const { ends, states } = explore(plans, variables);
  const isDone = ({ done }: Reached) => done.every((steps, i) => steps === plans[i]?.steps.length);

  // With all threads done no register matters: ends that are distinct states differ in their variables.
  const finals = ends.filter(isDone);
  const deadlocks = alikeInSteps(ends.filter((end) => !isDone(end)));
  return {
    total: sum(finals),
    deadlocked: sum(deadlocks),
    bound: multinomial(threads.map(({ steps }) => steps.length)),
    states,
    finals: finals.map((end) => ({
      variables: Object.fromEntries(end.variables),
      count: end.ways,
      witness: wayTo(end),
    })),
    deadlocks: deadlocks.map((end) => ({
      blocked: blockedIn(plans, end),
      count: end.ways,
      witness: wayTo(end),
    })),
  };
}

/** Ends as one when all threads have come as far: the first of them, with the ways to all. */
function alikeInSteps(ends: readonly Reached[]): Reached[] {
  const alike = new Map<string, Reached>();
  for (const end of ends) {
    const first = alike.get(end.done.join());
    alike.set(end.done.join(), first ? { ...first, ways: first.ways + end.ways } : end);
  }
  return [...alike.values()];
}

const sum = (ends: readonly Reached[]) => ends.reduce((total, { ways }) => total + ways, 0n);

/** The first way to a state, from the beginning. */
function wayTo(end: Reached): Moment[] {
  const backwards: Moment[] = [];
  for (let to = end; to.from !== null; to = to.from.state) {
    const { thread, state } = to.from;
    backwards.push({
      thread,
      step: state.done[thread] as number,
      register: to.registers[thread] as number,
      variables: Object.fromEntries(to.variables),
    });
  }
  return backwards.reverse();
}

function blockedIn(plans: readonly Plan[], { done }: Reached): BlockedThread[] {
  return plans.flatMap(({ steps }, thread) => {
    const step = done[thread] as number;
    const next = steps[step];
    if (next?.kind !== 'lock') return [];
    const { lock } = next;
    return [{ thread, step, awaits: lock, heldBy: holderOf(plans, done, lock) }];
  });
}

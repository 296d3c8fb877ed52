// What a program's state is, and what a step makes of it.
import { type Plan, planOf } from './plan.ts';
import type { AtomicStep, SteppedThread } from './program.ts';
import { locksOf, validateProgram, variablesOf } from './validate-program.ts';

export interface State {
  /** By thread: the index of its next step; as many as it has steps when it is done. Who holds which lock follows. */
  readonly counters: readonly number[];
  /** By thread. */
  readonly registers: readonly number[];
  readonly variables: ReadonlyMap<string, number>;
}

/** A program that has been checked, ready to be followed. */
export interface Prepared {
  /** By thread. */
  readonly plans: readonly Plan[];
  /** Each once, in order of their first use. */
  readonly locks: readonly string[];
  readonly beginning: State;
}

/**
 * @param initial what variables hold at first; those left out hold 0
 * @throws ScenarioError for what cannot be run, or goes beyond `INTERLEAVING_LIMITS`
 */
export function prepare(
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>>,
): Prepared {
  validateProgram(threads, initial);
  const given = new Map(Object.entries(initial));
  const variables = new Map(variablesOf(threads).map((name) => [name, given.get(name) ?? 0]));
  const plans = threads.map(({ steps }, i) => planOf(`threads[${i}].steps`, steps));
  const zeros = threads.map(() => 0);
  return {
    plans,
    locks: locksOf(threads),
    beginning: { counters: zeros, registers: zeros, variables },
  };
}

/** The step that a thread does next; undefined when it is done. */
export const nextStep = (plans: readonly Plan[], { counters }: State, thread: number) =>
  plans[thread]?.steps[counters[thread] as number];

/** What one step does, beside taking a lock or giving it back. */
export interface Effect {
  /** What its thread's register holds after it. */
  readonly register: number;
  /** The value that it took from its variable, or null. */
  readonly read: number | null;
  /** The value that it gave to its variable, or null. */
  readonly written: number | null;
}

/** @param register what the thread's register holds before it */
export function effectOf(
  step: AtomicStep,
  register: number,
  variables: ReadonlyMap<string, number>,
): Effect {
  switch (step.kind) {
    case 'load': {
      const read = variables.get(step.variable) as number;
      return { register: read, read, written: null };
    }
    case 'add':
      return { register: register + step.amount, read: null, written: null };
    case 'store':
      return { register, read: null, written: register };
    default:
      return { register, read: null, written: null };
  }
}

/** The state after the next step of a thread that can go on. */
export function stateAfter(plans: readonly Plan[], state: State, thread: number): State {
  const { counters, registers, variables } = state;
  const step = nextStep(plans, state, thread) as AtomicStep;
  const { register, written } = effectOf(step, registers[thread] as number, variables);
  return {
    counters: counters.with(thread, (counters[thread] as number) + 1),
    registers: register === registers[thread] ? registers : registers.with(thread, register),
    variables:
      'variable' in step && written !== null
        ? new Map(variables).set(step.variable, written)
        : variables,
  };
}

/** By thread, what its register holds if that will still be stored, else null: what comes to pass does not depend on it. */
export const registersThatMatter = (plans: readonly Plan[], { counters, registers }: State) =>
  registers.map((value, i) => (plans[i]?.stores[counters[i] as number] ? value : null));

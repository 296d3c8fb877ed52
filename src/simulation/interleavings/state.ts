// What a program's state is, and what a step makes of it.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { elseTo, holderOf, type Plan, planOf } from './plan.ts';
import {
  type AtomicStep,
  type Operand,
  type SteppedThread,
  variableOf,
  type Within,
} from './program.ts';
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
  /** Whether it went on to the step after it, where it might have gone elsewhere; else null. */
  readonly passed: boolean | null;
}

/** What the next step of a thread that can go on does. @throws ScenarioError for a value beyond 2^53 */
export function effectOf(plans: readonly Plan[], state: State, thread: number): Effect {
  const step = nextStep(plans, state, thread) as AtomicStep;
  const register = state.registers[thread] as number;
  const nothing = { register, read: null, written: null, passed: null };
  const variable = variableOf(step);
  const held = variable === undefined ? register : (state.variables.get(variable) as number);
  const bounded = (value: number) => checked(value, thread, state.counters[thread] as number);
  switch (step.kind) {
    case 'load':
      return { ...nothing, register: held, read: held };
    case 'add':
      return { ...nothing, register: bounded(register + step.amount) };
    case 'store':
      return { ...nothing, written: bounded(resolved(step.value ?? { register: 0 }, register)) };
    case 'fetch-and-add':
      return { ...nothing, register: held, read: held, written: bounded(held + step.amount) };
    case 'test-and-set':
      return { ...nothing, register: held, read: held, written: 1 };
    case 'compare-and-set': {
      const passed = isWithin(step, held, register);
      const written = passed ? bounded(resolved(step.value, register)) : null;
      return { ...nothing, read: held, written, passed };
    }
    case 'if': {
      const read = variable === undefined ? null : held;
      return { ...nothing, read, passed: isWithin(step, held, register) };
    }
    case 'lock':
      if (step.rollback === undefined) return nothing;
      return { ...nothing, passed: holderOf(plans, state.counters, step.lock) === null };
    case 'try-lock':
      return { ...nothing, passed: holderOf(plans, state.counters, step.lock) === null };
    default:
      return nothing;
  }
}

const resolved = (operand: Operand, register: number) =>
  typeof operand === 'number' ? operand : register + operand.register;

const isWithin = ({ least, most }: Within, value: number, register: number) =>
  (least === undefined || resolved(least, register) <= value) &&
  (most === undefined || value <= resolved(most, register));

function checked(value: number, thread: number, step: number): number {
  if (Number.isSafeInteger(value)) return value;
  throw new ScenarioError(
    `threads[${thread}].steps[${step}]`,
    `a sum of ${value}`,
    'sums that stay between -2^53 and 2^53',
  );
}

/** The state after the next step of a thread that can go on. @throws ScenarioError for a value beyond 2^53 */
export function stateAfter(plans: readonly Plan[], state: State, thread: number): State {
  const { counters, registers, variables } = state;
  const step = nextStep(plans, state, thread) as AtomicStep;
  const { register, written, passed } = effectOf(plans, state, thread);
  const variable = variableOf(step);
  const here = counters[thread] as number;
  const onwards = passed === false || step.kind === 'jump' ? (elseTo(step) as number) : here + 1;
  return {
    counters: counters.with(thread, onwards),
    registers: register === registers[thread] ? registers : registers.with(thread, register),
    variables:
      variable === undefined || written === null
        ? variables
        : new Map(variables).set(variable, written),
  };
}

/** By thread, what its register holds if that can still be used, else null: what comes to pass does not depend on it. */
export const registersThatMatter = (plans: readonly Plan[], { counters, registers }: State) =>
  registers.map((value, i) => (plans[i]?.matters[counters[i] as number] ? value : null));

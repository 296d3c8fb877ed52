// What threads of atomic steps and first values of variables must be.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { fields, list, nameOf, oneOf } from '../scenario/validate-fields.ts';
import {
  type AtomicStep,
  INTERLEAVING_LIMITS,
  type Invariant,
  type SteppedThread,
  variableOf,
} from './program.ts';
import { leastToMost, validateStep, wholeNumber } from './validate-step.ts';

/** @throws ScenarioError for the first fault, save those of how locks are used */
export function validateProgram(
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>>,
): void {
  list('threads', threads, 'threads');
  if (threads.length < 1 || threads.length > INTERLEAVING_LIMITS.threads) {
    const allowed = `from 1 to ${INTERLEAVING_LIMITS.threads} threads`;
    throw new ScenarioError('threads.length', threads.length, allowed);
  }
  const names = new Set<string>();
  let steps = 0;
  for (const [i, thread] of threads.entries()) {
    fields(`threads[${i}]`, `threads[${i}].`, thread, ['name', 'steps']);
    nameOf(`threads[${i}].name`, thread.name);
    if (names.has(thread.name)) {
      throw new ScenarioError(`threads[${i}].name`, thread.name, 'a name that no other thread has');
    }
    names.add(thread.name);
    list(`threads[${i}].steps`, thread.steps, 'steps');
    steps += thread.steps.length;
    if (steps > INTERLEAVING_LIMITS.steps) {
      const allowed = `at most ${INTERLEAVING_LIMITS.steps} steps in all threads`;
      throw new ScenarioError(`threads[${i}].steps`, steps, allowed);
    }
    for (const [j, step] of thread.steps.entries()) {
      validateStep(`threads[${i}].steps[${j}]`, step, thread.steps.length);
    }
  }
  const variables = variablesOf(threads);
  if (variables.length > INTERLEAVING_LIMITS.variables) {
    const found = `${variables.length} variables`;
    throw new ScenarioError('threads', found, `at most ${INTERLEAVING_LIMITS.variables}`);
  }
  validateInitial(variables, initial);
}

/** @throws ScenarioError for the first fault of an invariant of these threads, which have been checked */
export function validateInvariant(threads: readonly SteppedThread[], invariant: Invariant): void {
  fields('invariant', 'invariant.', invariant, ['when', 'sum', 'least', 'most']);
  oneOf('invariant.when', invariant.when, ['end', 'always']);
  list('invariant.sum', invariant.sum, 'variables');
  const variables = variablesOf(threads);
  if (invariant.sum.length === 0) {
    throw new ScenarioError('invariant.sum', [], 'at least one variable');
  }
  for (const [i, name] of invariant.sum.entries()) {
    if (variables.includes(name)) continue;
    throw new ScenarioError(
      `invariant.sum[${i}]`,
      name,
      'a variable that a thread reads or writes',
    );
  }
  const { least, most } = invariant;
  if (least === undefined && most === undefined) {
    throw new ScenarioError('invariant', 'neither least nor most', 'one of them, or both');
  }
  if (least !== undefined) wholeNumber('invariant.least', least);
  if (most !== undefined) wholeNumber('invariant.most', most);
  leastToMost('invariant.least', invariant);
}

function validateInitial(
  variables: readonly string[],
  initial: Readonly<Record<string, number>>,
): void {
  if (typeof initial !== 'object' || initial === null || Array.isArray(initial)) {
    throw new ScenarioError('initial', initial, 'an object with the first values of variables');
  }
  for (const [name, value] of Object.entries(initial)) {
    // A misspelt name would else be passed over in silence.
    if (!variables.includes(name)) {
      const allowed = 'only variables that a thread reads or writes';
      throw new ScenarioError(`initial.${name}`, `a value of ${name}`, allowed);
    }
    wholeNumber(`initial.${name}`, value);
  }
}

/** The variables that the threads read or write, each once, in order of their first use. */
export function variablesOf(threads: readonly SteppedThread[]): string[] {
  const all = threads.flatMap(({ steps }) => steps);
  return [...new Set(all.flatMap((step) => variableOf(step) ?? []))];
}

/** The locks that the threads take, each once, in order of their first use. */
export function locksOf(threads: readonly SteppedThread[]): string[] {
  const all = threads.flatMap(({ steps }) => steps);
  const takes = ({ kind }: AtomicStep) => kind === 'lock' || kind === 'try-lock';
  return [...new Set(all.flatMap((step) => ('lock' in step && takes(step) ? [step.lock] : [])))];
}

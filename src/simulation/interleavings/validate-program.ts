// What threads of atomic steps and first values of variables must be.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { fields, list, nameOf, oneOf } from '../scenario/validate-fields.ts';
import { type AtomicStep, INTERLEAVING_LIMITS, type SteppedThread } from './program.ts';

/** By kind of step: the field that it needs. */
const NEEDS: Readonly<Record<AtomicStep['kind'], 'variable' | 'amount' | 'lock'>> = {
  load: 'variable',
  add: 'amount',
  store: 'variable',
  lock: 'lock',
  unlock: 'lock',
};

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
      validateStep(`threads[${i}].steps[${j}]`, step);
    }
  }
  const variables = variablesOf(threads);
  if (variables.length > INTERLEAVING_LIMITS.variables) {
    const found = `${variables.length} variables`;
    throw new ScenarioError('threads', found, `at most ${INTERLEAVING_LIMITS.variables}`);
  }
  validateInitial(variables, initial);
  validateSums(threads, initial);
}

function validateStep(path: string, step: AtomicStep): void {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) {
    throw new ScenarioError(path, step, 'an object with kind and what the kind needs');
  }
  oneOf(`${path}.kind`, step.kind, Object.keys(NEEDS));
  const need = NEEDS[step.kind];
  fields(path, `${path}.`, step, ['kind', need]);
  const value = (step as Readonly<Record<string, unknown>>)[need];
  if (need === 'amount') wholeNumber(`${path}.${need}`, value);
  else nameOf(`${path}.${need}`, value);
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
      const allowed = 'only variables that a thread loads or stores';
      throw new ScenarioError(`initial.${name}`, `a value of ${name}`, allowed);
    }
    wholeNumber(`initial.${name}`, value);
  }
}

/** The variables that the threads load or store, each once, in order of their first use. */
export function variablesOf(threads: readonly SteppedThread[]): string[] {
  const all = threads.flatMap(({ steps }) => steps);
  return [...new Set(all.flatMap((step) => ('variable' in step ? [step.variable] : [])))];
}

/** The locks that the threads take, each once, in order of their first use. */
export function locksOf(threads: readonly SteppedThread[]): string[] {
  const all = threads.flatMap(({ steps }) => steps);
  return [...new Set(all.flatMap((step) => (step.kind === 'lock' ? [step.lock] : [])))];
}

/** Nothing gets greater than the greatest first value and all that is added to it: each step is done once. */
function validateSums(
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>>,
): void {
  let most = Object.values(initial).reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  for (const [i, { steps }] of threads.entries()) {
    for (const [j, step] of steps.entries()) {
      if (step.kind !== 'add') continue;
      most += Math.abs(step.amount);
      if (most > Number.MAX_SAFE_INTEGER) {
        const allowed = 'amounts and first values that stay below 2^53 together';
        throw new ScenarioError(`threads[${i}].steps[${j}].amount`, step.amount, allowed);
      }
    }
  }
}

function wholeNumber(path: string, value: unknown): void {
  if (Number.isSafeInteger(value)) return;
  throw new ScenarioError(path, value, 'a whole number between -2^53 and 2^53');
}

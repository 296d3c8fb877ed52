// What the steps of a task must be, and that its locks are taken and given back in turn.
import { LIMITS } from './limits.ts';
import { quoted } from './quoted.ts';
import { isLocking, type Length, type Step } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { count, fields, list, nameOf, oneOf, time, whole } from './validate-fields.ts';

/** A place that is put into words only when something is wrong there: there may be millions. */
type Place = () => string;

const FIELDS: Readonly<Record<Step['kind'], readonly string[]>> = {
  cpu: ['kind', 'duration'],
  io: ['kind', 'duration', 'device'],
  block: ['kind', 'duration'],
  together: ['kind', 'steps'],
  lock: ['kind', 'lock'],
  unlock: ['kind', 'lock'],
  repeat: ['kind', 'times', 'steps'],
};
const KINDS = Object.keys(FIELDS);
/** What can begin together: of waits for IO any number can be under way at once. */
const TOGETHER_KINDS = ['io'];

/**
 * @param depth how many repeats these steps lie in
 * @param kinds that they may have
 * @throws ScenarioError for the first fault
 */
export function validateSteps(
  path: string,
  steps: readonly Step[],
  devices: ReadonlySet<string>,
  depth: number,
  kinds: readonly string[] = KINDS,
): void {
  list(path, steps, 'steps');
  for (let i = 0; i < steps.length; i += 1) {
    validateStep(() => `${path}[${i}]`, steps[i] as Step, devices, depth, kinds);
  }
}

function validateStep(
  place: Place,
  step: Step,
  devices: ReadonlySet<string>,
  depth: number,
  kinds: readonly string[],
): void {
  if (typeof step !== 'object' || step === null || Array.isArray(step)) {
    throw new ScenarioError(place(), step, 'an object with kind and what the kind needs');
  }
  if (!kinds.includes(step.kind)) oneOf(`${place()}.kind`, step.kind, kinds);
  const known = FIELDS[step.kind];
  for (const key in step) {
    if (!known.includes(key)) fields(place(), `${place()}.`, step, known);
  }
  if (step.kind === 'repeat') {
    if (depth === LIMITS.nesting) {
      const allowed = `at most ${LIMITS.nesting} repeats in each other`;
      throw new ScenarioError(place(), 'one more repeat', allowed);
    }
    if (!whole(step.times, 1, LIMITS.steps)) count(`${place()}.times`, step.times, LIMITS.steps);
    validateSteps(`${place()}.steps`, step.steps, devices, depth + 1);
  } else if (step.kind === 'together') {
    const path = `${place()}.steps`;
    validateSteps(path, step.steps, devices, depth, TOGETHER_KINDS);
    if (step.steps.length === 0) {
      throw new ScenarioError(path, step.steps, 'a list of at least one step', 'an empty list');
    }
  } else if (isLocking(step)) {
    if (typeof step.lock !== 'string' || step.lock === '') nameOf(`${place()}.lock`, step.lock);
  } else {
    length(() => `${place()}.duration`, step.duration);
    if (step.kind === 'io' && step.device !== undefined && !devices.has(step.device)) {
      throw new ScenarioError(`${place()}.device`, step.device, 'a device that the scenario has');
    }
  }
}

/** A fixed time, a range or a mean, ns. @throws ScenarioError */
export function length(place: Place, value: Length): void {
  if (whole(value, 0, LIMITS.time)) return;
  if (typeof value !== 'object' || value === null) {
    time(place(), value, 0, ', or a range, or a mean,');
  } else if ('mean' in value) {
    fields(place(), `${place()}.`, value, ['mean']);
    time(`${place()}.mean`, value.mean, 0);
  } else {
    fields(place(), `${place()}.`, value, ['from', 'to']);
    time(`${place()}.from`, value.from, 0);
    time(`${place()}.to`, value.to, value.from);
  }
}

/** Nobody unlocks what they do not hold, locks what they hold, or ends with a lock held. @throws ScenarioError */
export function validateLocks(path: string, steps: readonly Step[]): void {
  const held = new Map<string, string>();
  followLocks(path, steps, held);
  for (const [lock, place] of held) {
    throw new ScenarioError(place, `lock ${quoted(lock)}`, 'an unlock of it before the end');
  }
}

/** @param held the locks that are held, and where each was taken: before these steps, and then after them */
function followLocks(path: string, steps: readonly Step[], held: Map<string, string>): void {
  for (let i = 0; i < steps.length; i += 1) {
    const step = steps[i] as Step;
    if (step.kind === 'repeat') {
      // A second time shows what many times would: after it the locks are as they were before it, or it fails.
      for (let round = 0; round < Math.min(step.times, 2); round += 1) {
        followLocks(`${path}[${i}].steps`, step.steps, held);
      }
    } else if (step.kind === 'lock') {
      if (held.has(step.lock)) {
        const allowed = `a lock that is not held since ${held.get(step.lock)}`;
        throw new ScenarioError(`${path}[${i}]`, `lock ${quoted(step.lock)}`, allowed);
      }
      held.set(step.lock, `${path}[${i}]`);
    } else if (step.kind === 'unlock' && !held.delete(step.lock)) {
      const found = `unlock ${quoted(step.lock)}`;
      throw new ScenarioError(`${path}[${i}]`, found, 'the unlock of a lock that the task holds');
    }
  }
}

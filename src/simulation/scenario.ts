// A scenario: the machine and the work as plain data, checked before anything runs.
import { ms, type Nanos } from './nanos.ts';

/** A step of a task's program: computing, or waiting for IO. */
export interface Step {
  readonly kind: 'cpu' | 'io';
  readonly duration: Nanos;
}

export interface Task {
  readonly name: string;
  /** When it comes into being. */
  readonly arrival: Nanos;
  readonly steps: readonly Step[];
}

export interface Scenario {
  readonly cores: number;
  /** How long a worker may compute before others get their turn; null: until it waits or ends. */
  readonly slice: Nanos | null;
  /** What it costs a core to start a worker other than the one it last ran. */
  readonly switchCost: Nanos;
  /** The number of workers (threads), or one for each task. */
  readonly workers: number | 'per-task';
  /** Whether a task that waits holds its worker or frees it for others. */
  readonly waiting: 'holds' | 'frees';
  /** When the clock stops; null: when all is done. */
  readonly horizon: Nanos | null;
  readonly tasks: readonly Task[];
}

/** What a scenario may hold, and how much work one run may be; beyond the events a run is truncated. */
export const LIMITS = {
  cores: 1024,
  workers: 1_000_000,
  tasks: 1_000_000,
  steps: 10_000_000,
  events: 50_000_000,
} as const;

/** A scenario that cannot be run: where it is wrong, what was found there and what would do. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** The place, as in `tasks[1].steps[0].duration`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;

  constructor(path: string, found: unknown, allowed: string) {
    const shown = typeof found === 'string' ? JSON.stringify(found.slice(0, 40)) : String(found);
    super(`${path}: found ${shown}; ${allowed} would do.`);
    this.path = path;
    this.found = shown;
    this.allowed = allowed;
  }
}

/** A step that computes for this many ms. @throws RangeError as `ms` does */
export const cpu = (milliseconds: number): Step => ({ kind: 'cpu', duration: ms(milliseconds) });

/** A step that waits for IO for this many ms. @throws RangeError as `ms` does */
export const io = (milliseconds: number): Step => ({ kind: 'io', duration: ms(milliseconds) });

/** A task that arrives at `arrival` ms (0 by default). @throws RangeError as `ms` does */
export function task(name: string, steps: readonly Step[], arrival = 0): Task {
  return { name, arrival: ms(arrival), steps };
}

/**
 * A scenario with defaults for what is left out: one core, run to block, no switch cost, a worker per task that
 * holds it while it waits, no horizon. Checked and frozen.
 *
 * @throws ScenarioError
 */
export function scenario(settings: Partial<Scenario> & Pick<Scenario, 'tasks'>): Scenario {
  const whole: Scenario = {
    cores: 1,
    slice: null,
    switchCost: 0 as Nanos,
    workers: 'per-task',
    waiting: 'holds',
    horizon: null,
    ...settings,
  };
  validate(whole);
  return Object.freeze({
    ...whole,
    tasks: Object.freeze(
      whole.tasks.map((one) =>
        Object.freeze({ ...one, steps: Object.freeze(one.steps.map((step) => Object.freeze({ ...step }))) }),
      ),
    ),
  });
}

function whole(path: string, value: unknown, least: number, most: number): void {
  if (!Number.isSafeInteger(value) || (value as number) < least || (value as number) > most) {
    throw new ScenarioError(path, value, `a whole number from ${least} to ${most}`);
  }
}

const nanos = (path: string, value: unknown, least = 0) =>
  whole(`${path} (ns)`, value, least, Number.MAX_SAFE_INTEGER);

/** Checks a scenario that may have come from anywhere. @throws ScenarioError for the first fault */
export function validate(candidate: Scenario): void {
  if (typeof candidate !== 'object' || candidate === null) {
    throw new ScenarioError('scenario', candidate, 'an object with cores, tasks and so on');
  }
  const { cores, slice, switchCost, workers, waiting, horizon, tasks } = candidate;
  whole('cores', cores, 1, LIMITS.cores);
  if (slice !== null) nanos('slice', slice, 1);
  nanos('switchCost', switchCost);
  if (workers !== 'per-task') whole('workers', workers, 1, LIMITS.workers);
  if (waiting !== 'holds' && waiting !== 'frees') {
    throw new ScenarioError('waiting', waiting, '"holds" or "frees"');
  }
  if (horizon !== null) nanos('horizon', horizon);
  if (!Array.isArray(tasks)) throw new ScenarioError('tasks', tasks, 'a list of tasks');
  if (tasks.length > LIMITS.tasks) {
    throw new ScenarioError('tasks.length', tasks.length, `at most ${LIMITS.tasks} tasks`);
  }
  validateTasks(tasks);
}

function validateTasks(tasks: readonly Task[]): void {
  const names = new Set<string>();
  let steps = 0;
  tasks.forEach((one, i) => {
    const path = `tasks[${i}]`;
    if (typeof one !== 'object' || one === null) throw new ScenarioError(path, one, 'a task');
    if (typeof one.name !== 'string' || one.name === '') {
      throw new ScenarioError(`${path}.name`, one.name, 'a name of at least one letter');
    }
    if (names.has(one.name)) {
      throw new ScenarioError(`${path}.name`, one.name, 'a name that no other task has');
    }
    names.add(one.name);
    nanos(`${path}.arrival`, one.arrival);
    if (!Array.isArray(one.steps)) throw new ScenarioError(`${path}.steps`, one.steps, 'a list of steps');
    steps += one.steps.length;
    if (steps > LIMITS.steps) {
      throw new ScenarioError(`${path}.steps`, steps, `at most ${LIMITS.steps} steps in all`);
    }
    one.steps.forEach((step, s) => {
      const kind: unknown = step?.kind;
      if (kind !== 'cpu' && kind !== 'io') {
        throw new ScenarioError(`${path}.steps[${s}].kind`, kind, '"cpu" or "io"');
      }
      nanos(`${path}.steps[${s}].duration`, step.duration);
    });
  });
}

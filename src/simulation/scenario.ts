// A scenario: the machine and the work as plain data, checked before anything runs.
import { ms, type Nanos } from './nanos.ts';
import { validate } from './validate.ts';

/** A step of a task's program: computing, or waiting for IO. */
export interface Step {
  readonly kind: 'cpu' | 'io';
  readonly duration: Nanos;
}

export interface Task {
  /** No two tasks of a scenario have the same. */
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
  return checked({
    cores: 1,
    slice: null,
    switchCost: 0 as Nanos,
    workers: 'per-task',
    waiting: 'holds',
    horizon: null,
    ...settings,
  });
}

/** A frozen copy of a whole scenario that has been found right. @throws ScenarioError */
export function checked(candidate: Scenario): Scenario {
  validate(candidate);
  const tasks = candidate.tasks.map((one) =>
    Object.freeze({
      ...one,
      steps: Object.freeze(one.steps.map((step) => Object.freeze({ ...step }))),
    }),
  );
  return Object.freeze({ ...candidate, tasks: Object.freeze(tasks) });
}

// A scenario: the machine and the work as plain data.

import type { PolicyName } from '../policies/policies.ts';
import { type Milliseconds, ms, type Nanos } from './nanos.ts';

/** How long something takes: always the same, drawn evenly from a range (both ends included), or exponential. */
export type Length =
  | Nanos
  | { readonly from: Nanos; readonly to: Nanos }
  | { readonly mean: Nanos };

/** A wait for IO: for its turn on a device of the scenario and then as long as it says, or, without one, just as long. */
export interface Operation {
  readonly kind: 'io';
  readonly duration: Length;
  readonly device?: string;
}

/**
 * A step of a task's program. `cpu` computes. `io` waits. `block` waits too, but holds its worker whatever `waiting`
 * says. `together` begins its operations all at once, in their order, and waits until the last of them is done.
 * `repeat` does its steps so many times.
 */
export type Step =
  | { readonly kind: 'cpu' | 'block'; readonly duration: Length }
  | Operation
  | { readonly kind: 'together'; readonly steps: readonly Operation[] }
  | { readonly kind: 'lock' | 'unlock'; readonly lock: string }
  | { readonly kind: 'repeat'; readonly times: number; readonly steps: readonly Step[] };

/** Whether a step takes a lock or gives it back. */
export const isLocking = (step: Step): step is Extract<Step, { readonly lock: string }> =>
  step.kind === 'lock' || step.kind === 'unlock';

/** What parts the arrivals of copies: always the same time, or a Poisson process of so many per second. */
export type Spacing = { readonly every: Nanos } | { readonly rate: number };

/**
 * Who asks does not wait for ever: what has not been answered `after` its last sending is sent again, at most so many
 * `times`. The sending before goes on all the same, as on a server that does not see that its user has left.
 */
export interface Retry {
  readonly after: Nanos;
  readonly times: number;
}

export interface Task {
  /** No two tasks have the same; a task of several copies gives them this name and a number from 1. */
  readonly name: string;
  /** How many copies there are; without it one, with no number to its name. */
  readonly count?: number;
  /** When it (its first copy) comes into being. A Poisson process begins then: its first arrival is a gap later. */
  readonly arrival: Nanos;
  /** Without it all copies arrive at once. */
  readonly spacing?: Spacing;
  /** Makes it a user, who thinks that long, does the steps, and begins again, until the horizon. */
  readonly think?: Length;
  /** Makes it a request that is sent again. Each resend is a task of its own, with the same steps: `A again 1`. */
  readonly retry?: Retry;
  /** The policy `fair`: its share of the core in proportion to others'. 1 by default. */
  readonly weight?: number;
  /** The policy `priority`: more goes first. 0 by default. */
  readonly priority?: number;
  readonly steps: readonly Step[];
}

/**
 * How a device slows down when it serves many at once: an operation that begins as one of n takes
 * length × (1 + by × (n − from)) where n is more than `from`, rounded down to whole ns. That is fixed as it begins.
 *
 * With `by` = 1 / `from`, `from` disks or cores are shared fairly; with more than that, all get less done than few.
 */
export interface Crowding {
  readonly from: number;
  /** At most six decimals. */
  readonly by: number;
}

/** What IO goes to: it serves `capacity` operations at once (null: any number), the others in order of their coming. */
export interface Device {
  readonly name: string;
  readonly capacity: number | null;
  /** Without it an operation takes as long as it says, however many there are. */
  readonly crowding?: Crowding;
}

/** What a switch costs when so many are runnable: those in the run queue, and the one that the core switches to. */
export interface SwitchCost {
  readonly runnable: number;
  readonly cost: Nanos;
}

export interface Scenario {
  readonly cores: number;
  /** Who runs next, and when a worker must give way. */
  readonly policy: PolicyName;
  /** How long a worker may compute before others get their turn; null: until it waits or ends. */
  readonly slice: Nanos | null;
  /** The policy `fair`: at which multiples of this time a worker can be made to give way; null under all others. */
  readonly tick: Nanos | null;
  /** What it costs a core to start a worker other than the one it last ran, where no other is runnable. */
  readonly switchCost: Nanos;
  /** What that costs where more are runnable: more and more, costs never less. Empty: always the same. */
  readonly switchGrowth: readonly SwitchCost[];
  /** The number of workers (threads), or one for each task. */
  readonly workers: number | 'per-task';
  /** Whether a task that waits holds its worker or frees it for others. */
  readonly waiting: 'holds' | 'frees';
  /** How long a task may compute before its worker takes others; null: until it waits or ends. */
  readonly runtimeSlice: Nanos | null;
  /** What it costs a worker to go to a task other than the one it last went to. */
  readonly runtimeSwitchCost: Nanos;
  readonly devices: readonly Device[];
  /** What random lengths and arrivals are drawn from: another seed, other draws. 0 to 2^32 - 1. */
  readonly seed: number;
  /** When the clock stops; null: when all is done. */
  readonly horizon: Nanos | null;
  readonly tasks: readonly Task[];
}

/** A step that computes for this many ms. @throws RangeError as `ms` does */
export const cpu = (milliseconds: Milliseconds): Step =>
  Object.freeze({ kind: 'cpu', duration: ms(milliseconds) });

/** A step that waits for IO for this many ms, on a device if one is named. @throws RangeError as `ms` does */
export const io = (milliseconds: Milliseconds, device?: string): Operation =>
  Object.freeze({
    kind: 'io',
    duration: ms(milliseconds),
    ...(device === undefined ? {} : { device }),
  });

/** A step that waits for all of these, which begin at once. */
export const together = (steps: readonly Operation[]): Step =>
  Object.freeze({ kind: 'together', steps });

/** A task that arrives at `arrival` ms (0 by default). @throws RangeError as `ms` does */
export function task(name: string, steps: readonly Step[], arrival = 0): Task {
  return { name, arrival: ms(arrival), steps };
}

/** What is left out of a scenario: one core, a worker per task that waiting holds, all for nothing, until all is done. */
export const DEFAULTS = Object.freeze({
  cores: 1,
  slice: null,
  tick: null,
  switchCost: 0 as Nanos,
  switchGrowth: Object.freeze([]),
  workers: 'per-task',
  waiting: 'holds',
  runtimeSlice: null,
  runtimeSwitchCost: 0 as Nanos,
  devices: Object.freeze([]),
  seed: 0,
  horizon: null,
}) satisfies Omit<Scenario, 'policy' | 'tasks'>;

/** The policy of a scenario that names none: a slice makes it take turns. */
export const defaultPolicy = (slice: Nanos | null): PolicyName =>
  slice === null ? 'fifo' : 'round-robin';

/** How many tasks a scenario has, all copies counted; those that are sent again are not, since it may be none. */
export const countTasks = ({ tasks }: Pick<Scenario, 'tasks'>) =>
  tasks.reduce((sum, { count }) => sum + (count ?? 1), 0);

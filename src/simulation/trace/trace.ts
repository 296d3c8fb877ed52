// What happened in a run: the contract between the engine and everything that reads it.
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';

export const TASK_STATES = ['queued', 'runnable', 'running', 'waiting', 'blocked'] as const;
export const CORE_STATES = ['running', 'switching', 'idle'] as const;
export const CAUSES = [
  'arrived',
  'taken',
  'dispatched',
  'slice-expired',
  'preempted',
  'runtime-slice-expired',
  'io-started',
  'io-done',
  'lock-awaited',
  'lock-granted',
  'thinking',
] as const;

/**
 * A task is `queued` until a worker first takes it (a user, in each round), `runnable` when it is ready but on no core,
 * `running` on one, `waiting` during IO (a user also while it thinks), `blocked` while it waits for a lock.
 */
export type TaskState = (typeof TASK_STATES)[number];
export type CoreState = (typeof CORE_STATES)[number];
/**
 * Why a segment began: the task `arrived` (a user: began a round), was `taken` by a worker after it stood in line for
 * one, was `dispatched` to a core and computes, its slice expired, another preempted it, its runtime slice expired, its
 * IO started, or was done, it awaits a lock, was granted one, or a user is `thinking`.
 */
export type Cause = (typeof CAUSES)[number];

/** A stretch of a task's life in one state, from `start` up to `end`. */
export interface TaskSegment {
  readonly state: TaskState;
  readonly start: Nanos;
  readonly end: Nanos;
  /** The core that it runs on, from 0; null unless it runs. */
  readonly core: number | null;
  /** The worker, from 0, that it has as the segment begins, or null. */
  readonly worker: number | null;
  readonly cause: Cause;
  /** The index of another task that is the reason, or null: the README's table of causes has who that is. */
  readonly causedBy: number | null;
}

/** A stretch of a core's time in one state. */
export interface CoreSegment {
  readonly state: CoreState;
  readonly start: Nanos;
  readonly end: Nanos;
  /** The task that it runs or switches to, or null. */
  readonly task: number | null;
}

/** One time through a user's steps: from the end of its thinking to the end of its steps. */
export interface Round {
  readonly start: Nanos;
  readonly end: Nanos;
}

/** A task that was sent again, as its first sending had not been answered. */
export interface Resend {
  /** The index of the first sending. */
  readonly of: number;
  /** Which of its resends it is, from 1. */
  readonly number: number;
}

export interface TaskTrace {
  readonly index: number;
  /** As in the scenario; a copy has its number in it, and what was sent again says so: `A again 1`. */
  readonly name: string;
  /** The index of the scenario's task that it is, or is a copy of. */
  readonly of: number;
  readonly arrival: Nanos;
  /** When it ended; null when it had not ended at the trace's end. */
  readonly end: Nanos | null;
  /** Its life without gaps, from arrival to end. Read from the columns at the first call. */
  readonly segments: readonly TaskSegment[];
  /** The rounds that a user has done; of any other task, none. */
  readonly rounds: readonly Round[];
  /** What it repeats, if it was sent again; null for any other task. */
  readonly resend: Resend | null;
}

export interface CoreTrace {
  readonly index: number;
  /** The whole clock without gaps. Read from the columns at the first call. */
  readonly segments: readonly CoreSegment[];
}

/** What a device did, up to the trace's end. */
export interface DeviceTrace {
  readonly name: string;
  readonly capacity: number | null;
  /** The operations that it has completed. */
  readonly operations: number;
  /** The time that it served, summed over operations, ns. */
  readonly busy: Nanos;
  /** The time that operations stood in line for it, summed over them, ns. */
  readonly queued: Nanos;
}

/** A task that can never go on: it awaits a lock (and who holds it), or a worker. */
export interface Stuck {
  /** Its index. */
  readonly task: number;
  /** The lock's name, or null where it awaits a worker. */
  readonly awaits: string | null;
  /** The index of the task that holds the lock, or null. */
  readonly heldBy: number | null;
}

export interface Trace {
  readonly scenario: Scenario;
  /** The clock's end: the horizon where there is one, else when the last thing happened. */
  readonly end: Nanos;
  /** Why and when the run was cut off, or null. */
  readonly truncated: { readonly reason: string; readonly at: Nanos } | null;
  /** The tasks that wait for each other, so that the run ended, at `end`; or null. */
  readonly deadlock: readonly Stuck[] | null;
  /** The switches of cores between workers begun, those of no cost too. */
  readonly switches: number;
  /** The switches of workers between tasks begun, those of no cost too. */
  readonly runtimeSwitches: number;
  /** As the scenario has them; then those that were sent again, in that order: those that were not are not here. */
  readonly tasks: readonly TaskTrace[];
  readonly cores: readonly CoreTrace[];
  readonly devices: readonly DeviceTrace[];
}

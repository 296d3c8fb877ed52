// What happened in a run: the contract between the engine and everything that reads it.
import type { Nanos } from './nanos.ts';
import type { Scenario } from './scenario.ts';

export const TASK_STATES = ['queued', 'runnable', 'running', 'waiting'] as const;
export const CORE_STATES = ['running', 'switching', 'idle'] as const;
export const CAUSES = [
  'arrived',
  'taken',
  'dispatched',
  'slice-expired',
  'io-started',
  'io-done',
] as const;

/**
 * A task is `queued` until a worker first takes it, `runnable` when it is ready but on no core, `running` on one,
 * `waiting` during IO.
 */
export type TaskState = (typeof TASK_STATES)[number];
export type CoreState = (typeof CORE_STATES)[number];
/**
 * Why a segment began: the task `arrived`, was `taken` by a worker after it stood in line for one, was `dispatched` to a
 * core and computes, its slice expired, its IO started, or was done.
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
  /**
   * The index of another task that is the reason, or null: of `dispatched`, the one that left the core at the instant at
   * which this one was given it; of `taken`, the one that freed the worker at that instant; of `slice-expired`, the one
   * that was given the core in its place.
   */
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

export interface TaskTrace {
  readonly index: number;
  readonly name: string;
  readonly arrival: Nanos;
  /** When it ended; null when it had not ended at the trace's end. */
  readonly end: Nanos | null;
  /** Its life without gaps, from arrival to end. Read from the columns at the first call. */
  readonly segments: readonly TaskSegment[];
}

export interface CoreTrace {
  readonly index: number;
  /** The whole clock without gaps. Read from the columns at the first call. */
  readonly segments: readonly CoreSegment[];
}

export interface Trace {
  readonly scenario: Scenario;
  /** The clock's end: the horizon where there is one, else when the last thing happened. */
  readonly end: Nanos;
  /** Why and when the run was cut off, or null. */
  readonly truncated: { readonly reason: string; readonly at: Nanos } | null;
  /** The switches begun, those of no cost too. */
  readonly switches: number;
  readonly tasks: readonly TaskTrace[];
  readonly cores: readonly CoreTrace[];
}

// A recorded run: what a program did on a real kernel, as it was written down.
import type { Nanos, Scenario } from '@interleave/simulation';

/** What a recorder can see of a task from inside it. */
export const RECORDED_STATES = ['runnable', 'running', 'waiting'] as const;
export type RecordedState = (typeof RECORDED_STATES)[number];

/** A stretch of a task's life in one state. Times in ns from the common start, to a thousandth of a ms. */
export interface Stretch {
  readonly state: RecordedState;
  readonly start: Nanos;
  readonly end: Nanos;
}

export interface RecordedTask {
  readonly name: string;
  /** In order of time, from arrival to end. A reading of the clock (1 µs at most) may lie between two of them. */
  readonly stretches: readonly Stretch[];
  /** When it ended, over all runs, ms. */
  readonly ends: { readonly least: number; readonly median: number; readonly greatest: number };
}

export interface Recording {
  /** Its file's name, without the ending. */
  readonly name: string;
  /** Processor, kernel, distribution, tick. */
  readonly machine: string;
  /** The kernel's own name of the scheduling policy. */
  readonly policy: string;
  readonly runs: number;
  /** In how many of the runs the first task ran first. */
  readonly firstTaskFirst: number;
  /** Which of the runs this is. */
  readonly shown: string;
  /** The program that ran, the number of cores, and the policy that comes nearest to the kernel's. */
  readonly scenario: Scenario;
  /** In the order of the scenario's tasks. */
  readonly tasks: readonly RecordedTask[];
}

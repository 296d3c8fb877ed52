// What is told of a task that was not simulated: its life, as a list of segments.
import type { TaskSegment, TaskTrace } from './trace.ts';

/** A segment as a trace has it; its core, its worker and who caused it may be left out where there are none. */
export type LifeSegment = Pick<TaskSegment, 'state' | 'start' | 'end' | 'cause'> &
  Partial<Pick<TaskSegment, 'core' | 'worker' | 'causedBy'>>;

/** What a task did from its arrival to its end (null: it has none), without gaps. Times in ns. */
export interface Life extends Pick<TaskTrace, 'arrival' | 'end'> {
  readonly segments: readonly LifeSegment[];
}

/** A task runs on a core. */
export interface Burst extends Pick<LifeSegment, 'start' | 'end'> {
  readonly task: number;
}

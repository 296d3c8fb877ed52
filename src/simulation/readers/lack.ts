// What keeps a task that could go on from running: it is in line for a worker, or it has one and no core is free.

import type { Nanos } from '../scenario/nanos.ts';
import type { TaskSegment, TaskState, Trace } from '../trace/trace.ts';
import type { TaskMetrics } from './metrics.ts';

/** What a task that could go on is short of. */
export type Lack = 'worker' | 'core';

/** How long (ns) a task could have gone on, but had no worker or no core. */
export const lackingTime = ({ noWorker, noCore }: Pick<TaskMetrics, 'noWorker' | 'noCore'>) =>
  (noWorker + noCore) as Nanos;

/**
 * What a task is short of in a segment of its life; null where it runs, waits or is blocked. It is in line for a worker
 * before one first takes it, and again when its wait has freed the worker and is over.
 */
export function lackOf(
  { scenario }: Pick<Trace, 'scenario'>,
  { state, worker }: Pick<TaskSegment, 'state' | 'worker'>,
): Lack | null {
  if (state === 'queued') return 'worker';
  if (state !== 'runnable') return null;
  // Where each task has a worker of its own, what was recorded need not name it.
  return worker === null && scenario.workers !== 'per-task' ? 'worker' : 'core';
}

/** A task's state as it is shown: one in line for a worker is queued, whether or not it has had a worker before. */
export const stateShown = (trace: Pick<Trace, 'scenario'>, segment: TaskSegment): TaskState =>
  lackOf(trace, segment) === 'worker' ? 'queued' : segment.state;

/** Whether a task could go on in a segment of its life, but lacks a worker or a core. */
export const lacks = (segment: TaskSegment | undefined) =>
  segment?.state === 'runnable' || segment?.state === 'queued';

/** A stretch of a task's life, with its place in the trace. */
export interface LackStretch extends TaskSegment {
  /** Indices of the task, and of the segment in its life. */
  readonly task: number;
  readonly segment: number;
}

/** The longest stretch in which one of these tasks could go on, but lacks something; the first of equals, or undefined. */
export function longestLack(trace: Trace, tasks: readonly number[]): LackStretch | undefined {
  let longest: LackStretch | undefined;
  let length = 0;
  for (const task of tasks) {
    for (const [index, segment] of (trace.tasks[task]?.segments ?? []).entries()) {
      const { start, end } = segment;
      if (!lacks(segment) || end - start <= length) continue;
      longest = { ...segment, task, segment: index };
      length = end - start;
    }
  }
  return longest;
}

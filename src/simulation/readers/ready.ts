// Time in which a task is ready and does not run: queued or runnable, for want of a worker or a core.

import type { Nanos } from '../scenario/nanos.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';
import type { TaskMetrics } from './metrics.ts';

/** How long (ns) a task was ready and did not run. */
export const readyTime = ({ runnable, queued }: Pick<TaskMetrics, 'runnable' | 'queued'>) =>
  (runnable + queued) as Nanos;

/** Whether a task is ready in a segment of its life and does not run. */
export const isReady = (segment: TaskSegment | undefined) =>
  segment?.state === 'runnable' || segment?.state === 'queued';

/** A stretch of a task's life, with its place in the trace. */
export interface ReadyStretch extends TaskSegment {
  /** Indices of the task, and of the segment in its life. */
  readonly task: number;
  readonly segment: number;
}

/** The longest stretch in which one of these tasks is ready and does not run, the first of equals, or undefined. */
export function longestReady(trace: Trace, tasks: readonly number[]): ReadyStretch | undefined {
  const stretches = tasks.flatMap((task) =>
    (trace.tasks[task]?.segments ?? []).flatMap((segment, index): ReadyStretch[] =>
      isReady(segment) ? [{ ...segment, task, segment: index }] : [],
    ),
  );
  const length = ({ start, end }: ReadyStretch) => end - start;
  const longest = Math.max(...stretches.map(length));
  return stretches.find((stretch) => length(stretch) === longest);
}

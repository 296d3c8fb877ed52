// A trace cut into moments: stretches in which nothing changes, with what everyone does in each.
import { instants, segmentAt } from '../readers/instants.ts';
import type { CoreSegment, TaskSegment, Trace } from '../trace/trace.ts';

/** What every task (undefined before its arrival and after its end) and every core does at one time. */
export interface Moment {
  readonly tasks: readonly (TaskSegment | undefined)[];
  readonly cores: readonly (CoreSegment | undefined)[];
}

/** All moments of a run, in order. */
export function moments(trace: Trace): Moment[] {
  return instants(trace)
    .slice(0, -1)
    .map((at) => ({
      tasks: trace.tasks.map(({ segments }) => segmentAt(segments, at)),
      cores: trace.cores.map(({ segments }) => segmentAt(segments, at)),
    }));
}

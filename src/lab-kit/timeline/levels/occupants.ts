// Who keeps the workers from others in a stretch of time.
import { type Nanos, type Trace, type WorkerSegment, workersOf } from '@interleave/simulation';
import type { DrawnState } from '../../states/states.ts';

interface Stretch {
  readonly start: Nanos;
  readonly end: Nanos;
}

/** Whether a worker is held by a task that waits. */
export const isHeld = ({ state }: { readonly state: DrawnState }) =>
  state === 'waiting' || state === 'blocked';

/** How long two stretches have in common, ns; not above 0 where they have nothing. */
export const shared = (a: Stretch, b: Stretch) =>
  Math.min(a.end, b.end) - Math.max(a.start, b.start);

/** How long the cores of a run are idle in a stretch, summed over them. */
export const idleDuring = ({ cores }: Trace, stretch: Stretch) =>
  cores
    .flatMap(({ segments }) => segments.filter(({ state }) => state === 'idle'))
    .reduce((sum, one) => sum + Math.max(0, shared(one, stretch)), 0) as Nanos;

/** What a worker did for longest in a stretch; null where it was free. */
const longestOf = (segments: readonly WorkerSegment[], stretch: Stretch) =>
  segments
    .filter((one) => one.task !== null && shared(one, stretch) > 0)
    .reduce<WorkerSegment | null>(
      (most, one) => (most === null || shared(one, stretch) > shared(most, stretch) ? one : most),
      null,
    );

/** By the number of the worker: what mostly kept it from a task that stood in line for one in a stretch of time. */
export const occupants = (trace: Trace, stretch: Stretch): (WorkerSegment | null)[] =>
  workersOf(trace).map(({ segments }) => longestOf(segments, stretch));

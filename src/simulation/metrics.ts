// What a run comes to, in figures.
import type { Nanos } from './nanos.ts';
import type { Trace } from './trace.ts';

export interface TaskMetrics {
  readonly name: string;
  /** From arrival to end; null when the task had not ended. */
  readonly turnaround: Nanos | null;
  /** Time in each state, ns. */
  readonly running: Nanos;
  readonly waiting: Nanos;
  readonly runnable: Nanos;
  readonly queued: Nanos;
}

export interface CoreMetrics {
  /** Time in each state, ns. */
  readonly busy: Nanos;
  readonly switching: Nanos;
  readonly idle: Nanos;
}

export interface Metrics {
  /** When the last task ended; the trace's end when one had not. */
  readonly makespan: Nanos;
  /** Tasks ended per second of the clock. */
  readonly throughput: number;
  /** The part of all cores' time that tasks ran in, 0..1. */
  readonly utilisation: number;
  /** Switches begun, and the time that they took on all cores. */
  readonly switches: number;
  readonly switchTime: Nanos;
  readonly tasks: readonly TaskMetrics[];
  readonly cores: readonly CoreMetrics[];
}

interface Segment {
  readonly state: string;
  readonly start: Nanos;
  readonly end: Nanos;
}

/** The time (ns) that segments spend in a state. */
function timeIn(segments: readonly Segment[], state: string): Nanos {
  return segments.reduce(
    (sum, segment) => (segment.state === state ? sum + segment.end - segment.start : sum),
    0,
  ) as Nanos;
}

/** The figures of a run; all 0 for an empty one. */
export function metrics(trace: Trace): Metrics {
  const tasks = trace.tasks.map(
    ({ name, arrival, end, segments }): TaskMetrics => ({
      name,
      turnaround: end === null ? null : ((end - arrival) as Nanos),
      running: timeIn(segments, 'running'),
      waiting: timeIn(segments, 'waiting'),
      runnable: timeIn(segments, 'runnable'),
      queued: timeIn(segments, 'queued'),
    }),
  );
  const cores = trace.cores.map(
    ({ segments }): CoreMetrics => ({
      busy: timeIn(segments, 'running'),
      switching: timeIn(segments, 'switching'),
      idle: timeIn(segments, 'idle'),
    }),
  );
  const ends = trace.tasks.map(({ end }) => end);
  const ended = ends.filter((end) => end !== null);
  const makespan = ended.length < ends.length ? trace.end : ended.reduce((a, b) => Math.max(a, b), 0);
  const busy = cores.reduce((sum, core) => sum + core.busy, 0);
  return {
    makespan: makespan as Nanos,
    throughput: trace.end === 0 ? 0 : ended.length / (trace.end / 1e9),
    utilisation: trace.end === 0 ? 0 : busy / (cores.length * trace.end),
    switches: trace.switches,
    switchTime: cores.reduce((sum, core) => sum + core.switching, 0) as Nanos,
    tasks,
    cores,
  };
}

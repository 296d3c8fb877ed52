// What a run comes to, in figures.
import type { Nanos } from '../nanos.ts';
import type { CoreSegment, CoreState, TaskSegment, TaskState, Trace } from '../trace.ts';

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
  /** Tasks ended per second of the clock, up to the trace's end. */
  readonly throughput: number;
  /** The part of all cores' time, up to the trace's end, that tasks ran in, 0..1. */
  readonly utilisation: number;
  /** Switches begun, and the time that they took on all cores. */
  readonly switches: number;
  readonly switchTime: Nanos;
  readonly tasks: readonly TaskMetrics[];
  readonly cores: readonly CoreMetrics[];
}

const NANOS_PER_SECOND = 1e9;

/** The time (ns) that segments spend in a state. */
function timeIn<S extends TaskSegment | CoreSegment>(
  segments: readonly S[],
  state: S['state'],
): Nanos {
  let sum = 0;
  for (const segment of segments) {
    if (segment.state === state) sum += segment.end - segment.start;
  }
  return sum as Nanos;
}

/** The figures of a run; throughput and utilisation are 0 when its clock has not moved. */
export function metrics(trace: Trace): Metrics {
  const tasks = trace.tasks.map(({ name, arrival, end, segments }): TaskMetrics => {
    const spent = (state: TaskState) => timeIn(segments, state);
    return {
      name,
      turnaround: end === null ? null : ((end - arrival) as Nanos),
      running: spent('running'),
      waiting: spent('waiting'),
      runnable: spent('runnable'),
      queued: spent('queued'),
    };
  });
  const cores = trace.cores.map(({ segments }): CoreMetrics => {
    const spent = (state: CoreState) => timeIn(segments, state);
    return { busy: spent('running'), switching: spent('switching'), idle: spent('idle') };
  });
  const ends = trace.tasks.map(({ end }) => end ?? trace.end);
  const ended = trace.tasks.filter(({ end }) => end !== null).length;
  const busy = cores.reduce((sum, core) => sum + core.busy, 0);
  return {
    makespan: ends.reduce((a, b) => Math.max(a, b), 0) as Nanos,
    throughput: trace.end === 0 ? 0 : ended / (trace.end / NANOS_PER_SECOND),
    utilisation: trace.end === 0 ? 0 : busy / (cores.length * trace.end),
    switches: trace.switches,
    switchTime: cores.reduce((sum, core) => sum + core.switching, 0) as Nanos,
    tasks,
    cores,
  };
}

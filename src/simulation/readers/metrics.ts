// What a run comes to, in figures.

import type { Nanos } from '../scenario/nanos.ts';
import {
  BLOCKED,
  CORE_IDLE,
  CORE_RUNNING,
  CORE_SWITCHING,
  NONE,
  QUEUED,
  RUNNABLE,
  RUNNING,
  WAITING,
} from '../trace/codes.ts';
import { eachBackwards } from '../trace/columns.ts';
import { CORE_STATES, TASK_STATES, type Trace } from '../trace/trace.ts';
import { columnsOf, type TraceData, taskNames } from '../trace/trace-data.ts';
import { type Spread, spread } from './spread.ts';

export interface TaskMetrics {
  readonly name: string;
  /** From arrival to end; null when the task had not ended. */
  readonly turnaround: Nanos | null;
  /** Time in each state, ns. */
  readonly running: Nanos;
  readonly waiting: Nanos;
  readonly runnable: Nanos;
  readonly queued: Nanos;
  readonly blocked: Nanos;
  /** Of the time queued and runnable, ns: in line for a worker, and with a worker but no core. */
  readonly noWorker: Nanos;
  readonly noCore: Nanos;
}

export interface CoreMetrics {
  /** Time in each state, ns. */
  readonly busy: Nanos;
  readonly switching: Nanos;
  readonly idle: Nanos;
}

export interface DeviceMetrics {
  readonly name: string;
  /** The operations that it has completed. */
  readonly operations: number;
  /** The time that it served, and that operations stood in line for it, each summed over operations, ns. */
  readonly busy: Nanos;
  readonly queued: Nanos;
  /** The part of its capacity that was in use, up to the trace's end, 0..1; null when it has no limit. */
  readonly utilisation: number | null;
}

export interface Metrics {
  /** When the last task ended; the trace's end when one had not. */
  readonly makespan: Nanos;
  /** Tasks ended and rounds of users done, per second of the clock, up to the trace's end. */
  readonly throughput: number;
  /** The part of all cores' time, up to the trace's end, that tasks ran in, 0..1. */
  readonly utilisation: number;
  /** Switches of cores begun, and the time that all switches took, those of workers too, on all cores. */
  readonly switches: number;
  readonly switchTime: Nanos;
  /** Switches of workers between tasks begun. */
  readonly runtimeSwitches: number;
  /** From arrival to end, of all tasks that have ended and all rounds that users have done. */
  readonly turnaround: Spread;
  readonly tasks: readonly TaskMetrics[];
  readonly cores: readonly CoreMetrics[];
  readonly devices: readonly DeviceMetrics[];
}

const NANOS_PER_SECOND = 1e9;

/** The figures of a run; throughput and utilisation are 0 when its clock has not moved. */
export function metrics(trace: Trace): Metrics {
  const { cores, devices, ...totals } = totalsOf(trace);
  const tasks = taskNames(columnsOf(trace)).map((name, task) => taskMetrics(trace, task, name));
  return { ...totals, tasks, cores, devices };
}

/** Those of one task. */
export function taskMetrics(trace: Trace, task: number, name: string): TaskMetrics {
  const data = columnsOf(trace);
  const end = data.ends[task] as number;
  return {
    name,
    turnaround: Number.isNaN(end) ? null : ((end - (data.arrivals[task] as number)) as Nanos),
    ...timeOfTask(data, task, trace.scenario.workers !== 'per-task'),
  };
}

/** Those of all together: what each task comes to takes as much room as there are tasks. */
export function totalsOf(trace: Trace): Omit<Metrics, 'tasks'> {
  const data = columnsOf(trace);
  const cores = Array.from(data.cores.last, (_, core) => timeOfCore(data, core));
  const turnarounds = turnaroundsOf(data);
  const busy = cores.reduce((sum, core) => sum + core.busy, 0);
  return {
    makespan: data.ends.reduce(
      (latest, end) => Math.max(latest, Number.isNaN(end) ? trace.end : end),
      0,
    ) as Nanos,
    throughput: trace.end === 0 ? 0 : turnarounds.length / (trace.end / NANOS_PER_SECOND),
    utilisation: trace.end === 0 ? 0 : busy / (cores.length * trace.end),
    switches: trace.switches,
    switchTime: cores.reduce((sum, core) => sum + core.switching, 0) as Nanos,
    runtimeSwitches: trace.runtimeSwitches,
    turnaround: spread(turnarounds),
    cores,
    devices: trace.devices.map(({ name, capacity, operations, busy, queued }) => ({
      name,
      operations,
      busy,
      queued,
      utilisation: share(busy, capacity, trace.end),
    })),
  };
}

function share(busy: Nanos, capacity: number | null, end: Nanos): number | null {
  if (capacity === null) return null;
  return end === 0 ? 0 : busy / (capacity * end);
}

/** @param shared whether tasks share workers, so that one that is ready may have none */
function timeOfTask(
  data: TraceData,
  task: number,
  shared: boolean,
): Omit<TaskMetrics, 'name' | 'turnaround'> {
  const spent = new Float64Array(TASK_STATES.length);
  const end = data.ends[task] as number;
  // In line for a worker after it has had one.
  let again = 0;
  eachBackwards(data.tasks, task, Number.isNaN(end) ? data.end : end, (row, from, to) => {
    const state = data.tasks.state[row] as number;
    spent[state] = (spent[state] as number) + to - from;
    if (shared && state === RUNNABLE && data.tasks.worker[row] === NONE) again += to - from;
  });
  const [queued, runnable] = [spent[QUEUED] as number, spent[RUNNABLE] as number];
  return {
    running: spent[RUNNING] as Nanos,
    waiting: spent[WAITING] as Nanos,
    runnable: runnable as Nanos,
    queued: queued as Nanos,
    blocked: spent[BLOCKED] as Nanos,
    noWorker: (queued + again) as Nanos,
    noCore: (runnable - again) as Nanos,
  };
}

function timeOfCore(data: TraceData, core: number): CoreMetrics {
  const spent = new Float64Array(CORE_STATES.length);
  eachBackwards(data.cores, core, data.end, (row, from, to) => {
    const state = data.cores.state[row] as number;
    spent[state] = (spent[state] as number) + to - from;
  });
  return {
    busy: spent[CORE_RUNNING] as Nanos,
    switching: spent[CORE_SWITCHING] as Nanos,
    idle: spent[CORE_IDLE] as Nanos,
  };
}

/** Of the tasks that have ended and the rounds that users have done, ns, in no order. */
function turnaroundsOf({ arrivals, ends, rounds }: TraceData): Float64Array {
  const found = new Float64Array(ends.length + rounds.length / 3);
  let count = 0;
  for (const [task, end] of ends.entries()) {
    if (Number.isNaN(end)) continue;
    found[count] = end - (arrivals[task] as number);
    count += 1;
  }
  for (let i = 0; i < rounds.length; i += 3) {
    found[count] = (rounds[i + 2] as number) - (rounds[i + 1] as number);
    count += 1;
  }
  return found.subarray(0, count);
}

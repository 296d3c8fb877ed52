// A trace as plain columns, which can be sent from thread to thread, and as the objects that readers read.

import { once } from '../once.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import { NONE } from './codes.ts';
import { type Columns, eachBackwards, eachForwards, type TaskColumns } from './columns.ts';
import { nameOfCopy, resendName } from './names.ts';
import {
  CAUSES,
  type Cause,
  CORE_STATES,
  type CoreSegment,
  type CoreState,
  type CoreTrace,
  type DeviceTrace,
  type Resend,
  type Round,
  TASK_STATES,
  type TaskSegment,
  type TaskState,
  type TaskTrace,
  type Trace,
} from './trace.ts';

/** What a run leaves: structured-cloneable. Times in ns; lists by index of the task, core or device. */
export interface TraceData
  extends Pick<
    Trace,
    'scenario' | 'end' | 'truncated' | 'deadlock' | 'switches' | 'runtimeSwitches'
  > {
  /** The scenario's task that each is, or is a copy of. */
  readonly of: Int32Array;
  readonly arrivals: Float64Array;
  /** NaN for a task that has not ended. */
  readonly ends: Float64Array;
  /** Two numbers for each of the last tasks, which were sent again: the task that it repeats, and its number. */
  readonly resends: readonly number[];
  readonly tasks: TaskColumns;
  readonly cores: Columns;
  /** Three numbers a round: the task, its start, its end. */
  readonly rounds: Float64Array;
  readonly devices: Readonly<Record<'operations' | 'busy' | 'queued', Float64Array>>;
}

const dataOf = new WeakMap<Trace, TraceData>();

/** The columns that a trace reads from. */
export const columnsOf = (trace: Trace): TraceData => dataOf.get(trace) as TraceData;

/** A trace whose lists are made when they are first read. */
export function traceOf(data: TraceData): Trace {
  const tasks = once(() => tasksOf(data));
  const cores = once(() => coresOf(data));
  const devices = once(() => devicesOf(data));
  const trace: Trace = Object.freeze({
    scenario: data.scenario,
    end: data.end,
    truncated: Object.freeze(data.truncated),
    deadlock: data.deadlock && Object.freeze(data.deadlock.map((one) => Object.freeze(one))),
    switches: data.switches,
    runtimeSwitches: data.runtimeSwitches,
    get tasks() {
      return tasks();
    },
    get cores() {
      return cores();
    },
    get devices() {
      return devices();
    },
  });
  dataOf.set(trace, data);
  return trace;
}

const orNull = (index: number | undefined) => (index === NONE ? null : (index as number));

/** The names of all tasks, by index. */
export function taskNames(data: TraceData): readonly string[] {
  const { scenario, of } = data;
  const names: string[] = [];
  let copy = 0;
  for (const [index, owner] of data.of.entries()) {
    copy = of[index - 1] === owner ? copy + 1 : 1;
    const resend = resendAt(data, index);
    names.push(
      resend === null
        ? nameOfCopy(scenario.tasks[owner] as Task, copy)
        : resendName(names[resend.of] as string, resend.number),
    );
  }
  return names;
}

function tasksOf(data: TraceData): readonly TaskTrace[] {
  const { of, ends } = data;
  const rounds = once(() => roundsOf(data));
  const names = taskNames(data);
  return Object.freeze(
    Array.from(of, (owner, index): TaskTrace => {
      const segments = once(() => taskSegments(data, index));
      const end = ends[index] as number;
      return Object.freeze({
        index,
        name: names[index] as string,
        of: owner,
        arrival: data.arrivals[index] as Nanos,
        end: Number.isNaN(end) ? null : (end as Nanos),
        get segments() {
          return segments();
        },
        get rounds() {
          return rounds().get(index) ?? NO_ROUNDS;
        },
        resend: resendAt(data, index),
      });
    }),
  );
}

/** What a task is sent again of; null for a first sending. */
export function resendAt({ of, resends }: TraceData, task: number): Resend | null {
  const place = task - (of.length - resends.length / 2);
  if (place < 0) return null;
  return Object.freeze({
    of: resends[2 * place] as number,
    number: resends[2 * place + 1] as number,
  });
}

export const NO_ROUNDS: readonly Round[] = Object.freeze([]);

/** The rounds of those who have done any, by index. */
export function roundsOf({ rounds }: TraceData): ReadonlyMap<number, readonly Round[]> {
  const found = new Map<number, Round[]>();
  for (let i = 0; i < rounds.length; i += 3) {
    const task = rounds[i] as number;
    const round = Object.freeze({ start: rounds[i + 1] as Nanos, end: rounds[i + 2] as Nanos });
    const list = found.get(task);
    if (list === undefined) found.set(task, [round]);
    else list.push(round);
  }
  for (const list of found.values()) Object.freeze(list);
  return found;
}

/** When a task's last segment ends. */
const lastOf = ({ ends, end }: TraceData, task: number) =>
  Number.isNaN(ends[task]) ? end : (ends[task] as number);

function taskSegments(data: TraceData, index: number): readonly TaskSegment[] {
  const segments: TaskSegment[] = [];
  eachBackwards(data.tasks, index, lastOf(data, index), (row, from, to) => {
    segments.push(taskSegment(data, row, from, to));
  });
  return Object.freeze(segments.reverse());
}

const taskSegment = ({ tasks }: TraceData, row: number, from: number, to: number): TaskSegment =>
  Object.freeze({
    state: TASK_STATES[tasks.state[row] as number] as TaskState,
    start: from as Nanos,
    end: to as Nanos,
    core: orNull(tasks.core[row]),
    worker: orNull(tasks.worker[row]),
    cause: CAUSES[tasks.cause[row] as number] as Cause,
    causedBy: orNull(tasks.task[row]),
  });

/** The segments of a task, each made when its turn comes: of a long run not all have room. */
export function* eachTaskSegment(data: TraceData, task: number): Generator<TaskSegment> {
  for (const [row, from, to] of eachForwards(data.tasks, task, lastOf(data, task))) {
    yield taskSegment(data, row, from, to);
  }
}

/** The segments of a core, each made when its turn comes. */
export function* eachCoreSegment(data: TraceData, core: number): Generator<CoreSegment> {
  for (const [row, from, to] of eachForwards(data.cores, core, data.end)) {
    yield coreSegment(data, row, from, to);
  }
}

const coreSegment = ({ cores }: TraceData, row: number, from: number, to: number): CoreSegment =>
  Object.freeze({
    state: CORE_STATES[cores.state[row] as number] as CoreState,
    start: from as Nanos,
    end: to as Nanos,
    task: orNull(cores.task[row]),
  });

function coresOf(data: TraceData): readonly CoreTrace[] {
  return Object.freeze(
    Array.from(data.cores.last, (_, index): CoreTrace => {
      const segments = once(() => {
        const found: CoreSegment[] = [];
        eachBackwards(data.cores, index, data.end, (row, from, to) => {
          found.push(coreSegment(data, row, from, to));
        });
        return Object.freeze(found.reverse());
      });
      return Object.freeze({
        index,
        get segments() {
          return segments();
        },
      });
    }),
  );
}

function devicesOf({ scenario, devices }: TraceData): readonly DeviceTrace[] {
  return Object.freeze(
    (scenario as Scenario).devices.map(({ name, capacity }, index) =>
      Object.freeze({
        name,
        capacity,
        operations: devices.operations[index] as number,
        busy: devices.busy[index] as Nanos,
        queued: devices.queued[index] as Nanos,
      }),
    ),
  );
}

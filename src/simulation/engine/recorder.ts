// Writes down what the engine does: keeps the open segment of every task and core, and closes it at each change.

import type { Nanos } from '../nanos.ts';
import type { Scenario } from '../scenario.ts';
import {
  CAUSES,
  type Cause,
  CORE_STATES,
  type CoreSegment,
  type CoreState,
  TASK_STATES,
  type TaskSegment,
  type TaskState,
  type Trace,
} from '../trace.ts';
import { type Begun, NONE, SegmentColumns } from './columns.ts';

const orNull = (index: number) => (index === NONE ? null : index);

const taskSegment = (begun: Readonly<Begun>, end: number): TaskSegment =>
  Object.freeze({
    state: TASK_STATES[begun.state] as TaskState,
    start: begun.start as Nanos,
    end: end as Nanos,
    core: orNull(begun.core),
    worker: orNull(begun.worker),
    cause: CAUSES[begun.cause] as Cause,
    causedBy: orNull(begun.task),
  });

const coreSegment = (begun: Readonly<Begun>, end: number): CoreSegment =>
  Object.freeze({
    state: CORE_STATES[begun.state] as CoreState,
    start: begun.start as Nanos,
    end: end as Nanos,
    task: orNull(begun.task),
  });

/** A value that is worked out at its first reading and kept. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** Keeps the open segments; a scenario's machine tells it of every change. */
export class Recorder {
  readonly #scenario: Scenario;
  readonly #tasks: SegmentColumns;
  readonly #cores: SegmentColumns;
  readonly #openTasks: (Begun | undefined)[] = [];
  readonly #openCores: Begun[];
  readonly #ends: Float64Array;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#tasks = new SegmentColumns(scenario.tasks.length, false);
    this.#cores = new SegmentColumns(scenario.cores, true);
    this.#ends = new Float64Array(scenario.tasks.length).fill(Number.NaN);
    this.#openCores = Array.from({ length: scenario.cores }, () => ({
      state: CORE_STATES.indexOf('idle'),
      start: 0,
      core: NONE,
      worker: NONE,
      cause: 0,
      task: NONE,
    }));
  }

  /** A task enters a state at `at` (ns). */
  task(
    index: number,
    at: number,
    state: TaskState,
    cause: Cause,
    core: number,
    worker: number,
    by: number,
  ): void {
    this.#closeTask(index, at);
    this.#openTasks[index] = {
      state: TASK_STATES.indexOf(state),
      start: at,
      core,
      worker,
      cause: CAUSES.indexOf(cause),
      task: by,
    };
  }

  /** A worker takes a task, which is runnable: still, or from now on. */
  taken(index: number, at: number, worker: number, by: number): void {
    const open = this.#openTasks[index] as Begun;
    const runnable = TASK_STATES.indexOf('runnable');
    if (open.start === at) {
      // Taken at the very instant it was never queued: what brought it here is why it is runnable.
      open.state = runnable;
      open.worker = worker;
    } else if (open.state !== runnable) {
      this.task(index, at, 'runnable', 'taken', NONE, worker, by);
    }
  }

  /** Names who took the core of a task whose slice expired at `at`. */
  tookOver(index: number, at: number, by: number): void {
    const open = this.#openTasks[index];
    if (open?.start === at && open.cause === CAUSES.indexOf('slice-expired')) open.task = by;
  }

  ended(index: number, at: number): void {
    this.#closeTask(index, at);
    this.#openTasks[index] = undefined;
    this.#ends[index] = at;
  }

  /** A core enters a state at `at` (ns), for a task or for none. */
  core(index: number, at: number, state: CoreState, task: number): void {
    const open = this.#openCores[index] as Begun;
    this.#cores.append(index, open, at);
    open.state = CORE_STATES.indexOf(state);
    open.start = at;
    open.task = task;
  }

  #closeTask(index: number, at: number): void {
    const open = this.#openTasks[index];
    if (open !== undefined) this.#tasks.append(index, open, at);
  }

  /** Closes what is open at `end` (ns) and hands out the trace. */
  finish(end: number, switches: number, truncated: Trace['truncated']): Trace {
    const { tasks, cores } = this.#scenario;
    for (let i = 0; i < tasks.length; i += 1) this.#closeTask(i, end);
    for (let c = 0; c < cores; c += 1) this.core(c, end, 'idle', NONE);
    return Object.freeze({
      scenario: this.#scenario,
      end: end as Nanos,
      truncated: Object.freeze(truncated),
      switches,
      tasks: Object.freeze(tasks.map((_, index) => this.#taskTrace(index))),
      cores: Object.freeze(Array.from({ length: cores }, (_, index) => this.#coreTrace(index))),
    });
  }

  #taskTrace(index: number) {
    const { name, arrival } = this.#scenario.tasks[index] as Scenario['tasks'][number];
    const end = this.#ends[index] as number;
    const segments = once(() => Object.freeze(this.#tasks.of(index, taskSegment)));
    return Object.freeze({
      index,
      name,
      arrival,
      end: Number.isNaN(end) ? null : (end as Nanos),
      get segments() {
        return segments();
      },
    });
  }

  #coreTrace(index: number) {
    const segments = once(() => Object.freeze(this.#cores.of(index, coreSegment)));
    return Object.freeze({
      index,
      get segments() {
        return segments();
      },
    });
  }
}

// Writes down what the engine does: keeps the open segment of every task and core, and closes it at each change.
import { NONE, SegmentColumns } from './columns.ts';
import type { Nanos } from './nanos.ts';
import type { Scenario } from './scenario.ts';
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
} from './trace.ts';

const orNull = (index: number) => (index === NONE ? null : index);

/** A value that is worked out at its first reading and kept. */
function once<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What is open of one owner; a segment of the columns without its end. */
interface Open {
  state: number;
  start: number;
  core: number;
  worker: number;
  cause: number;
  task: number;
}

export class Recorder {
  readonly #scenario: Scenario;
  readonly #tasks: SegmentColumns;
  readonly #cores: SegmentColumns;
  readonly #openTasks: (Open | undefined)[] = [];
  readonly #openCores: Open[];
  readonly #ends: Float64Array;

  constructor(scenario: Scenario) {
    this.#scenario = scenario;
    this.#tasks = new SegmentColumns(scenario.tasks.length);
    this.#cores = new SegmentColumns(scenario.cores);
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
  task(index: number, at: number, state: TaskState, cause: Cause, core: number, worker: number, by: number): void {
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

  /** A task that a worker has taken is runnable: still, or from now on. */
  taken(index: number, at: number, by: number): void {
    const open = this.#openTasks[index] as Open;
    const runnable = TASK_STATES.indexOf('runnable');
    if (open.state === runnable) return;
    // Taken at the instant of its arrival it was never queued: its arrival is why it is runnable.
    if (open.start === at) open.state = runnable;
    else this.task(index, at, 'runnable', 'taken', NONE, NONE, by);
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
    const open = this.#openCores[index] as Open;
    this.#cores.append(index, { ...open, end: at }, true);
    open.state = CORE_STATES.indexOf(state);
    open.start = at;
    open.task = task;
  }

  #closeTask(index: number, at: number): void {
    const open = this.#openTasks[index];
    if (open !== undefined) this.#tasks.append(index, { ...open, end: at }, false);
  }

  /** Closes what is open at `end` (ns) and hands out the trace. */
  finish(end: number, switches: number, truncated: Trace['truncated']): Trace {
    const { tasks, cores } = this.#scenario;
    for (let i = 0; i < tasks.length; i += 1) this.#closeTask(i, end);
    for (let c = 0; c < cores; c += 1) this.core(c, end, 'idle', NONE);
    return Object.freeze({
      scenario: this.#scenario,
      end: end as Nanos,
      truncated,
      switches,
      tasks: Object.freeze(tasks.map((_, index) => this.#taskTrace(index))),
      cores: Object.freeze(Array.from({ length: cores }, (_, index) => this.#coreTrace(index))),
    });
  }

  #taskTrace(index: number) {
    const { name, arrival } = this.#scenario.tasks[index] as Scenario['tasks'][number];
    const end = this.#ends[index] as number;
    const segments = once(() =>
      Object.freeze(
        this.#tasks.of(index).map(
          (row): TaskSegment => ({
            state: TASK_STATES[row.state] as TaskState,
            start: row.start as Nanos,
            end: row.end as Nanos,
            core: orNull(row.core),
            worker: orNull(row.worker),
            cause: CAUSES[row.cause] as Cause,
            causedBy: orNull(row.task),
          }),
        ),
      ),
    );
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
    const segments = once(() =>
      Object.freeze(
        this.#cores.of(index).map(
          (row): CoreSegment => ({
            state: CORE_STATES[row.state] as CoreState,
            start: row.start as Nanos,
            end: row.end as Nanos,
            task: orNull(row.task),
          }),
        ),
      ),
    );
    return Object.freeze({
      index,
      get segments() {
        return segments();
      },
    });
  }
}

// Writes down what the engine does, as it does it. A segment that lasts no time is written over by the next.
import {
  ARRIVED,
  BLOCKED,
  CORE_IDLE,
  CORE_RUNNING,
  CORE_SWITCHING,
  DISPATCHED,
  IO_DONE,
  IO_STARTED,
  LOCK_AWAITED,
  LOCK_GRANTED,
  NONE,
  PREEMPTED,
  QUEUED,
  RUNNABLE,
  RUNNING,
  RUNTIME_SLICE_EXPIRED,
  SLICE_EXPIRED,
  TAKEN,
  THINKING,
  WAITING,
} from '../trace/codes.ts';
import {
  type Columns,
  coreColumns,
  grow,
  type TaskColumns,
  taskColumns,
} from '../trace/columns.ts';
import type { Core } from './core.ts';

/** Room for so many rows at least: how often users begin again is not known. */
const LEAST_ROWS = 64;

/** What can happen to a task: the state that it enters, and why. */
interface Change {
  readonly state: number;
  readonly cause: number;
}

const ARRIVAL: Change = { state: QUEUED, cause: ARRIVED };
const THOUGHT: Change = { state: WAITING, cause: THINKING };
const WAIT: Change = { state: WAITING, cause: IO_STARTED };
const LOCK_WAIT: Change = { state: BLOCKED, cause: LOCK_AWAITED };
const WAIT_OVER: Change = { state: RUNNABLE, cause: IO_DONE };
const LOCK_GOT: Change = { state: RUNNABLE, cause: LOCK_GRANTED };
const RUN: Change = { state: RUNNING, cause: DISPATCHED };
const SLICE_END: Change = { state: RUNNABLE, cause: SLICE_EXPIRED };
const PREEMPTION: Change = { state: RUNNABLE, cause: PREEMPTED };
const RUNTIME_SLICE_END: Change = { state: RUNNABLE, cause: RUNTIME_SLICE_EXPIRED };
const TAKING: Change = { state: RUNNABLE, cause: TAKEN };

/** The machine tells it of every change; times in ns, the rest indices and codes. */
export class Recorder {
  readonly tasks: TaskColumns;
  readonly cores: Columns;
  /** When each task ended; NaN while it has not. */
  readonly ends: Float64Array;
  unended: number;
  /** How many tasks there are: more when some are sent again. */
  count: number;
  /** The rounds that users have done, three numbers each: the task, its start, its end. */
  readonly rounds: number[] = [];
  readonly #expectedRows: number;
  #taskRows = 0;
  #coreRows = 0;

  /**
   * @param room for so many tasks, with all that may come to be
   * @param expected how many segments the tasks will have, about, and for how many to make room at once
   */
  constructor(
    tasks: number,
    room: number,
    cores: number,
    expected: { readonly rows: number; readonly room: number },
  ) {
    this.tasks = taskColumns(room, Math.max(LEAST_ROWS, expected.room));
    this.cores = coreColumns(cores, Math.max(LEAST_ROWS, cores, expected.room));
    this.#expectedRows = expected.rows;
    this.ends = new Float64Array(room).fill(Number.NaN);
    this.unended = tasks;
    this.count = tasks;
    for (let core = 0; core < cores; core += 1) this.idles(core, 0);
  }

  /** How much has been written of what is expected, or how many tasks have ended of all: whichever is more, 0..1. */
  get progress(): number {
    const ended = (this.count - this.unended) / this.count;
    return Math.min(1, Math.max(ended, this.#taskRows / this.#expectedRows));
  }

  /** There is one task more. */
  adds(): void {
    this.count += 1;
    this.unended += 1;
  }

  /** A task stands in line for a worker. */
  arrives(task: number, at: number): void {
    this.#enter(task, at, ARRIVAL, NONE, NONE);
  }

  /** A user pauses for thought. */
  thinks(task: number, at: number): void {
    this.#enter(task, at, THOUGHT, NONE, NONE);
  }

  /** A task begins to wait, with the worker that it holds meanwhile, or NONE. */
  waits(task: number, at: number, worker: number): void {
    this.#enter(task, at, WAIT, worker, NONE);
  }

  /** A task waits for a lock that `holder` has, with the worker that it holds meanwhile, or NONE. */
  awaitsLock(task: number, at: number, worker: number, holder: number): void {
    this.#enter(task, at, LOCK_WAIT, worker, holder);
  }

  /** A wait is over, and the task needs a core, with the worker that it has, or NONE. */
  waited(task: number, at: number, worker: number): void {
    this.#enter(task, at, WAIT_OVER, worker, NONE);
  }

  /** A task has been handed a lock by another, and needs a core, with the worker that it has, or NONE. */
  gotLock(task: number, at: number, worker: number, by: number): void {
    this.#enter(task, at, LOCK_GOT, worker, by);
  }

  /** A task runs on the core that its worker is on. */
  runs(task: number, at: number, { index, worker, startedBy }: Core): void {
    this.#enter(task, at, RUN, worker, startedBy, index);
    this.#core(index, at, CORE_RUNNING, task);
  }

  /** The slice of a task's worker has ended; `lostCore` names who gets the core, if anybody does. */
  sliceEnds(task: number, at: number, worker: number): void {
    this.#enter(task, at, SLICE_END, worker, NONE);
  }

  /** A task's worker has to give its core to another at once, which `lostCore` names. */
  isPreempted(task: number, at: number, worker: number): void {
    this.#enter(task, at, PREEMPTION, worker, NONE);
  }

  /** A task's own slice has ended, and its worker is free; `lostWorker` names who gets it, if anybody does. */
  runtimeSliceEnds(task: number, at: number): void {
    this.#enter(task, at, RUNTIME_SLICE_END, NONE, NONE);
  }

  /** A worker takes a task, which is runnable: still, or from now on. */
  taken(index: number, at: number, worker: number, by: number): void {
    const { tasks } = this;
    const row = tasks.last[index] as number;
    if (tasks.start[row] === at) {
      // Taken at the very instant it was never queued: what brought it here is why it is runnable.
      tasks.state[row] = RUNNABLE;
      tasks.worker[row] = worker;
    } else if (tasks.state[row] === QUEUED) {
      this.#enter(index, at, TAKING, worker, by);
    }
  }

  /** Names who was given the core that a task had to give up at this instant. */
  lostCore(index: number, at: number, by: number): void {
    const { tasks } = this;
    const row = tasks.last[index] as number;
    if (row === NONE || tasks.start[row] !== at) return;
    const cause = tasks.cause[row];
    if (cause === SLICE_EXPIRED || cause === PREEMPTED) tasks.task[row] = by;
  }

  /** Names who was given the worker that a task had to give up at this instant. */
  lostWorker(index: number, at: number, by: number): void {
    const { tasks } = this;
    const row = tasks.last[index] as number;
    if (row === NONE || tasks.start[row] !== at) return;
    if (tasks.cause[row] === RUNTIME_SLICE_EXPIRED) tasks.task[row] = by;
  }

  ended(index: number, at: number): void {
    this.#drop(this.tasks, index, at);
    this.ends[index] = at;
    this.unended -= 1;
  }

  /** A user has done a round that began at `start`. */
  round(index: number, start: number, at: number): void {
    this.rounds.push(index, start, at);
  }

  /** A core switches to a task. */
  switches(core: number, at: number, task: number): void {
    this.#core(core, at, CORE_SWITCHING, task);
  }

  /** A core has nothing to do. */
  idles(core: number, at: number): void {
    this.#core(core, at, CORE_IDLE, NONE);
  }

  /** Nothing is written after the clock's end, and what begins there has no length. */
  finish(end: number): void {
    for (let task = 0; task < this.count; task += 1) this.#drop(this.tasks, task, end);
    for (let core = 0; core < this.cores.last.length; core += 1) this.#drop(this.cores, core, end);
  }

  /**
   * A task enters a state.
   *
   * @param worker that it has, or NONE
   * @param by the task that is the reason, or NONE
   * @param core where it runs; left out where it does not
   */
  #enter(
    index: number,
    at: number,
    { state, cause }: Change,
    worker: number,
    by: number,
    core = NONE,
  ): void {
    const { tasks } = this;
    let last = tasks.last[index] as number;
    let row = NONE;
    if (last !== NONE && tasks.start[last] === at) {
      row = last;
      last = tasks.before[last] as number;
    }
    if (
      last !== NONE &&
      tasks.cause[last] === cause &&
      tasks.core[last] === core &&
      tasks.state[last] === state
    ) {
      // What is like the one before goes on with it.
      tasks.last[index] = last;
      return;
    }
    if (row === NONE) {
      row = this.#taskRows++;
      if (row === tasks.start.length) grow(tasks);
    }
    tasks.before[row] = last;
    tasks.start[row] = at;
    tasks.state[row] = state;
    tasks.cause[row] = cause;
    tasks.core[row] = core;
    tasks.worker[row] = worker;
    tasks.task[row] = by;
    tasks.last[index] = row;
  }

  /** A core enters a state, for a task or for none. */
  #core(index: number, at: number, state: number, task: number): void {
    const { cores } = this;
    let last = cores.last[index] as number;
    let row = NONE;
    if (last !== NONE && cores.start[last] === at) {
      row = last;
      last = cores.before[last] as number;
    }
    if (last !== NONE && cores.state[last] === state && cores.task[last] === task) {
      cores.last[index] = last;
      return;
    }
    if (row === NONE) {
      row = this.#coreRows++;
      if (row === cores.start.length) grow(cores);
    }
    cores.before[row] = last;
    cores.start[row] = at;
    cores.state[row] = state;
    cores.task[row] = task;
    cores.last[index] = row;
  }

  /** Takes back an owner's last segment if it began at this instant, or was to begin later. */
  #drop(columns: Columns, owner: number, at: number): void {
    const row = columns.last[owner] as number;
    if (row !== NONE && (columns.start[row] as number) >= at) {
      columns.last[owner] = columns.before[row] as number;
    }
  }
}

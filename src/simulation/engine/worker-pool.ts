// The workers: what task each has, where it is, and which free one a task takes.
import { NONE } from './columns.ts';
import { EventQueue } from './event-queue.ts';

export class WorkerPool {
  /** The task that each worker has, or NONE. */
  readonly taskOf: Int32Array;
  /** The core that each worker is on, or NONE. */
  readonly coreOf: Int32Array;
  /** The core that each worker last ran on, or NONE. */
  readonly lastCore: Int32Array;
  /** When each worker was last freed (ns), and by which task. */
  readonly #freedAt: Float64Array;
  readonly #freedBy: Int32Array;
  /** The worker that each task last had, or NONE. */
  readonly #lastOf: Int32Array;
  /** With a worker per task, a task takes only its own, which has its number. */
  readonly #own: boolean;
  /** The free workers that are on no core, ranked by number; may hold some that were taken since. */
  readonly #resting = new EventQueue();
  /** The free workers that are still on a core. */
  readonly #onCore: number[] = [];

  constructor(count: number, tasks: number, own: boolean) {
    this.#own = own;
    this.taskOf = new Int32Array(count).fill(NONE);
    this.coreOf = new Int32Array(count).fill(NONE);
    this.lastCore = new Int32Array(count).fill(NONE);
    this.#freedAt = new Float64Array(count).fill(Number.NaN);
    this.#freedBy = new Int32Array(count).fill(NONE);
    this.#lastOf = new Int32Array(tasks).fill(NONE);
    if (!own) for (let worker = 0; worker < count; worker += 1) this.#resting.push(worker, worker);
  }

  /** The worker that a task has, or NONE. */
  of(task: number): number {
    const last = this.#lastOf[task] as number;
    return last !== NONE && this.taskOf[last] === task ? last : NONE;
  }

  /** Takes out of the free workers the one that a task prefers; NONE when none is free. */
  choose(task: number): number {
    const last = this.#own ? task : (this.#lastOf[task] as number);
    if (this.#own || this.#onCore.length > 0) {
      const chosen = this.#own || this.#onCore.includes(last) ? last : Math.min(...this.#onCore);
      const at = this.#onCore.indexOf(chosen);
      if (at !== -1) this.#onCore.splice(at, 1);
      return chosen;
    }
    if (last !== NONE && this.taskOf[last] === NONE) return last;
    while (this.#resting.earliest !== Number.POSITIVE_INFINITY) {
      const worker = this.#resting.pop();
      if (this.taskOf[worker] === NONE) return worker;
    }
    return NONE;
  }

  /** A worker takes a task. */
  give(worker: number, task: number): void {
    this.taskOf[worker] = task;
    this.#lastOf[task] = worker;
  }

  /** Frees a worker, wherever it is. */
  free(worker: number, at: number): void {
    this.#freedAt[worker] = at;
    this.#freedBy[worker] = this.taskOf[worker] as number;
    this.taskOf[worker] = NONE;
    if (this.coreOf[worker] !== NONE) this.#onCore.push(worker);
    else this.#rest(worker);
  }

  /** The task that freed a worker at this very instant, or NONE. */
  whoFreed(worker: number, at: number): number {
    return this.#freedAt[worker] === at ? (this.#freedBy[worker] as number) : NONE;
  }

  /** Takes the free workers off their cores; calls `leave` for each with its core. */
  clearCores(leave: (core: number) => void): void {
    for (const worker of this.#onCore) {
      leave(this.coreOf[worker] as number);
      this.#rest(worker);
    }
    this.#onCore.length = 0;
  }

  #rest(worker: number): void {
    if (!this.#own) this.#resting.push(worker, worker);
  }
}

// The workers and which of them are free: chooses the one that a task takes.
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
  readonly freedAt: Float64Array;
  readonly freedBy: Int32Array;
  /** With a worker per task, a task takes only its own, which has its number. */
  readonly #own: boolean;
  /** The free workers that are on no core, lowest number first; may hold some that were taken since. */
  readonly #resting = new EventQueue();
  /** The free workers that are still on a core. */
  readonly #onCore: number[] = [];

  constructor(count: number, own: boolean) {
    this.#own = own;
    this.taskOf = new Int32Array(count).fill(NONE);
    this.coreOf = new Int32Array(count).fill(NONE);
    this.lastCore = new Int32Array(count).fill(NONE);
    this.freedAt = new Float64Array(count).fill(Number.NaN);
    this.freedBy = new Int32Array(count).fill(NONE);
    if (!own) for (let worker = 0; worker < count; worker += 1) this.#resting.push(worker, worker);
  }

  /** The worker that `task`, which last had `last`, takes now; NONE when none is free. */
  choose(task: number, last: number): number {
    if (this.#own) {
      const at = this.#onCore.indexOf(task);
      if (at !== -1) this.#onCore.splice(at, 1);
      return task;
    }
    if (this.#onCore.length > 0) {
      const chosen = this.#onCore.includes(last) ? last : Math.min(...this.#onCore);
      this.#onCore.splice(this.#onCore.indexOf(chosen), 1);
      return chosen;
    }
    if (last !== NONE && this.taskOf[last] === NONE) return last;
    while (this.#resting.earliest !== Number.POSITIVE_INFINITY) {
      const worker = this.#resting.pop();
      if (this.taskOf[worker] === NONE) return worker;
    }
    return NONE;
  }

  /** Frees a worker, wherever it is. */
  free(worker: number, at: number): void {
    this.freedAt[worker] = at;
    this.freedBy[worker] = this.taskOf[worker] as number;
    this.taskOf[worker] = NONE;
    if (this.coreOf[worker] !== NONE) this.#onCore.push(worker);
    else if (!this.#own) this.#resting.push(worker, worker);
  }

  /** Takes the free workers off their cores; calls `leave` for each with its core. */
  clearCores(leave: (core: number) => void): void {
    for (const worker of this.#onCore) {
      leave(this.coreOf[worker] as number);
      if (!this.#own) this.#resting.push(worker, worker);
    }
    this.#onCore.length = 0;
  }
}

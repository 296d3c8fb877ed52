// The workers: what task each has, and which free one a task takes.

import { EventQueue } from '../queues/event-queue.ts';
import { NEVER, NONE } from '../trace/codes.ts';
import { NO_FLAGS, NO_INDICES, NO_TIMES } from './lacking.ts';

export class WorkerPool {
  /** The task that each worker has, or NONE. */
  readonly taskOf: Int32Array;
  readonly #slice: number;
  /** What is left of the slice of each worker's task, ns; empty without slices. */
  readonly #sliceLeft: Float64Array;
  /** The task that each worker last went to, or NONE. */
  readonly #wentTo: Int32Array;
  /** When each worker was last freed (ns), and by which task. */
  readonly #freedAt: Float64Array;
  readonly #freedBy: Int32Array;
  /** The worker that each task last had, or NONE; empty with a worker per task, like what else only pools need. */
  readonly #lastOf: Int32Array;
  /** With a worker per task, a task takes only its own, which has its number. */
  readonly #own: boolean;
  /** The free workers that are on no core, ranked by number; may hold some that were taken since. */
  readonly #resting = new EventQueue();
  readonly #isListed: Uint8Array;
  /** The free workers that are still on a core. */
  readonly #onCore: number[] = [];

  /** @param slice how long a task may compute before its worker takes others, ns */
  constructor(count: number, tasks: number, own: boolean, slice: number) {
    this.#own = own;
    this.#slice = slice;
    this.taskOf = new Int32Array(count).fill(NONE);
    this.#sliceLeft = slice === NEVER ? NO_TIMES : new Float64Array(count);
    this.#wentTo = own ? NO_INDICES : new Int32Array(count).fill(NONE);
    this.#freedAt = own ? NO_TIMES : new Float64Array(count).fill(Number.NaN);
    this.#freedBy = own ? NO_INDICES : new Int32Array(count).fill(NONE);
    this.#lastOf = own ? NO_INDICES : new Int32Array(tasks).fill(NONE);
    this.#isListed = own ? NO_FLAGS : new Uint8Array(count);
    if (!own) for (let worker = 0; worker < count; worker += 1) this.rest(worker);
  }

  /** The worker that a task has, or NONE. */
  of(task: number): number {
    const last = this.#own ? task : (this.#lastOf[task] as number);
    return last !== NONE && this.taskOf[last] === task ? last : NONE;
  }

  /** Takes out of the free workers the one that a task prefers; NONE when none is free. */
  choose(task: number): number {
    if (this.#own) {
      const place = this.#onCore.indexOf(task);
      if (place !== -1) this.#takeOff(place);
      return task;
    }
    const last = this.#lastOf[task] as number;
    if (this.#onCore.length > 0) return this.#takeOff(this.#preferred(last));
    if (last !== NONE && this.taskOf[last] === NONE) return last;
    while (this.#resting.length > 0) {
      const worker = this.#resting.pop();
      this.#isListed[worker] = 0;
      if (this.taskOf[worker] === NONE) return worker;
    }
    return NONE;
  }

  /** The place among the free workers on a core of this one, or of the lowest-numbered. */
  #preferred(last: number): number {
    let best = 0;
    for (let at = 0; at < this.#onCore.length; at += 1) {
      const worker = this.#onCore[at] as number;
      if (worker === last) return at;
      if (worker < (this.#onCore[best] as number)) best = at;
    }
    return best;
  }

  /** Takes the worker at a place out of the free ones on a core; their order is kept. */
  #takeOff(place: number): number {
    const worker = this.#onCore[place] as number;
    if (place === this.#onCore.length - 1) this.#onCore.pop();
    else this.#onCore.splice(place, 1);
    return worker;
  }

  /** A worker takes a task. */
  give(worker: number, task: number): void {
    this.taskOf[worker] = task;
    if (!this.#own) this.#lastOf[task] = worker;
    this.renewSlice(worker);
  }

  /** The task that a worker has may compute for a whole slice again. */
  renewSlice(worker: number): void {
    if (this.#slice !== NEVER) this.#sliceLeft[worker] = this.#slice;
  }

  /** How long the task that a worker has may still compute, ns; NEVER without slices. */
  sliceLeft(worker: number): number {
    return this.#slice === NEVER ? NEVER : (this.#sliceLeft[worker] as number);
  }

  /** The task that a worker has has computed for so long, ns. */
  spend(worker: number, spent: number): void {
    if (this.#slice === NEVER) return;
    this.#sliceLeft[worker] = (this.#sliceLeft[worker] as number) - spent;
  }

  /** A worker goes to its task; returns whether that is a switch: whether it last went to another. */
  goTo(worker: number, task: number): boolean {
    const other = this.#wentTo[worker] !== task;
    this.#wentTo[worker] = task;
    return other;
  }

  /** A worker gives up its task; it stays on its core, if it is on one, until it is sent to rest. */
  free(worker: number, at: number, isOnCore: boolean): void {
    if (!this.#own) {
      this.#freedAt[worker] = at;
      this.#freedBy[worker] = this.taskOf[worker] as number;
    }
    this.taskOf[worker] = NONE;
    if (isOnCore) this.#onCore.push(worker);
    else this.rest(worker);
  }

  /** The task that freed a worker at this very instant, or NONE. */
  whoFreed(worker: number, at: number): number {
    return !this.#own && this.#freedAt[worker] === at ? (this.#freedBy[worker] as number) : NONE;
  }

  /** Takes a free worker that is on a core out of those; NONE when there is none. It is then sent to rest. */
  takeFromCore(): number {
    // Most often it is the only one: a `shift` would make its list anew.
    return (this.#onCore.length > 1 ? this.#onCore.shift() : this.#onCore.pop()) ?? NONE;
  }

  /** A free worker that is on no core waits to be chosen. */
  rest(worker: number): void {
    if (this.#own || this.#isListed[worker] === 1) return;
    this.#isListed[worker] = 1;
    this.#resting.push(worker, worker);
  }
}

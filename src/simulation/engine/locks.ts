// The locks: who holds each, and who waits for it in line.

import { RunQueue } from '../queues/run-queue.ts';
import { NONE } from '../trace/codes.ts';
import { NO_INDICES } from './lacking.ts';

export class Locks {
  readonly #holder: Int32Array;
  /** Of the locks that somebody has waited for. */
  readonly #lines = new Map<number, RunQueue>();
  /** The lock that each task waits for, or NONE. */
  readonly #awaited: Int32Array;

  constructor(locks: number, tasks: number) {
    this.#holder = locks === 0 ? NO_INDICES : new Int32Array(locks).fill(NONE);
    this.#awaited = locks === 0 ? NO_INDICES : new Int32Array(tasks).fill(NONE);
  }

  /** The task that holds a lock, or NONE. */
  holder(lock: number): number {
    return this.#holder[lock] as number;
  }

  /** The lock that a task waits for, or NONE. */
  awaited(task: number): number {
    return this.#awaited[task] ?? NONE;
  }

  /** Takes a free lock, and returns true, or joins the end of its line. */
  take(lock: number, task: number): boolean {
    if (this.#holder[lock] === NONE) {
      this.#holder[lock] = task;
      return true;
    }
    const line = this.#lines.get(lock) ?? new RunQueue();
    this.#lines.set(lock, line);
    line.join(task);
    this.#awaited[task] = lock;
    return false;
  }

  /** Hands a lock to the first in its line. Returns that task; NONE when nobody waits, and the lock is free. */
  release(lock: number): number {
    const line = this.#lines.get(lock);
    const next = line === undefined || line.length === 0 ? NONE : line.take();
    this.#holder[lock] = next;
    if (next !== NONE) this.#awaited[next] = NONE;
    return next;
  }
}

// What a task does in no time: it begins its waits, takes locks and gives them back, and ends.
import {
  ARRIVED,
  BLOCKED,
  IO_DONE,
  IO_STARTED,
  LOCK_AWAITED,
  LOCK_GRANTED,
  NONE,
  QUEUED,
  RUNNABLE,
  THINKING,
  WAITING,
} from './codes.ts';
import type { Parts } from './parts.ts';
import { BLOCK, CPU, END, IO, LOCK, THINK, UNLOCK } from './step-columns.ts';

/** What a task stands before when it can go no further: it needs a core, or it waits or has ended. */
const NEEDS_CORE = -1;
const NEEDS_NONE = -2;

/** Times in ns. */
export class Stepper {
  readonly #parts: Parts;
  readonly #holds: boolean;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#holds = parts.scenario.waiting === 'holds';
  }

  /**
   * Does a task's steps of no duration from where it stands, and those of tasks that it hands a lock to before its own
   * further ones. Returns whether it needs a core then; if not, its worker is freed and stays on its core until the
   * dispatch, or is held and leaves its core at once.
   */
  proceed(task: number, at: number): boolean {
    const outcome = this.#walk(task, at);
    if (outcome < 0) return outcome === NEEDS_CORE;
    // Who is handed a lock may hand on another: a line of tasks of any length, so that it is no recursion.
    const under: number[] = [task];
    let current = outcome;
    for (;;) {
      const next = this.#walk(current, at);
      if (next >= 0) {
        under.push(current);
        current = next;
        continue;
      }
      const by = under.pop();
      if (by === undefined) return next === NEEDS_CORE;
      if (next === NEEDS_CORE) this.#ready(current, at, LOCK_GRANTED, by);
      current = by;
    }
  }

  /** A task arrives; a user begins to think. */
  arrive(task: number, at: number): void {
    this.#parts.programs.begin(task);
    this.#beginRound(task, at);
  }

  /** The wait that is due first is over. */
  endWait(at: number): void {
    const { waits, programs, devices } = this.#parts;
    const task = waits.pop();
    const kind = programs.kind(task);
    const device = programs.target(task);
    programs.advance(task);
    if (kind === THINK) {
      this.#enqueue(task, at);
      return;
    }
    if (kind === IO && device !== NONE) {
      const next = devices.complete(device, at);
      if (next !== NONE) waits.push(at + programs.length(next), next);
    }
    if (this.proceed(task, at)) this.#ready(task, at, IO_DONE, NONE);
  }

  /** A task that waited needs a core: with the worker that it held, or, without one, a worker first. */
  #ready(task: number, at: number, cause: number, by: number): void {
    const { record, workers, policy, taskQueue } = this.#parts;
    const worker = workers.of(task);
    record.task(task, at, RUNNABLE, cause, NONE, worker, by);
    if (worker === NONE) {
      taskQueue.join(task);
    } else {
      workers.renewSlice(worker);
      policy.join(worker, at, 'ready');
    }
  }

  /** Goes on until a core is needed, a wait begins or the task ends; or, at a lock handed over, to who gets it. */
  #walk(task: number, at: number): number {
    const { programs, record, locks, workers } = this.#parts;
    for (;;) {
      const kind = programs.kind(task);
      if (kind === CPU) return NEEDS_CORE;
      if (kind === LOCK) {
        const lock = programs.target(task);
        if (!locks.take(lock, task)) {
          const worker = this.#holds ? workers.of(task) : NONE;
          record.task(task, at, BLOCKED, LOCK_AWAITED, NONE, worker, locks.holder(lock));
          this.#release(task, at, this.#holds);
          return NEEDS_NONE;
        }
        programs.advance(task);
      } else if (kind === UNLOCK) {
        const next = locks.release(programs.target(task));
        programs.advance(task);
        if (next !== NONE) {
          programs.advance(next);
          return next;
        }
      } else {
        if (kind >= END) this.#end(task, at, kind === END);
        else this.#wait(task, at, this.#holds || kind === BLOCK);
        return NEEDS_NONE;
      }
    }
  }

  #wait(task: number, at: number, holds: boolean): void {
    const { programs, record, workers, devices, waits } = this.#parts;
    record.task(task, at, WAITING, IO_STARTED, NONE, holds ? workers.of(task) : NONE, NONE);
    const device = programs.target(task);
    if (device === NONE || devices.begin(device, task, at)) {
      waits.push(at + programs.length(task), task);
    }
    this.#release(task, at, holds);
  }

  #end(task: number, at: number, forGood: boolean): void {
    const { programs, record } = this.#parts;
    this.#release(task, at, false);
    if (forGood) {
      record.ended(task, at);
      return;
    }
    record.round(task, programs.roundStart[task] as number, at);
    programs.begin(task);
    this.#beginRound(task, at);
  }

  /** A user thinks first; who does not wants a worker at once. */
  #beginRound(task: number, at: number): void {
    const { programs, record, waits } = this.#parts;
    if (programs.kind(task) !== THINK) {
      this.#enqueue(task, at);
      return;
    }
    record.task(task, at, WAITING, THINKING, NONE, NONE, NONE);
    waits.push(at + programs.length(task), task);
  }

  #enqueue(task: number, at: number): void {
    const { programs, record, taskQueue } = this.#parts;
    programs.roundStart[task] = at;
    record.task(task, at, QUEUED, ARRIVED, NONE, NONE, NONE);
    taskQueue.join(task);
  }

  /** A task that waits or has ended lets go of its worker, or only of its core. */
  #release(task: number, at: number, holds: boolean): void {
    const { workers, cores, policy } = this.#parts;
    const worker = workers.of(task);
    if (worker === NONE) return;
    const core = cores.of[worker] as number;
    if (core !== NONE) policy.leave(worker);
    if (!holds) workers.free(worker, at, core !== NONE);
    else if (core !== NONE) cores.vacate(core, at);
  }
}

// What a task does in no time: it begins its waits, takes locks and gives them back, and ends.
import { NONE } from '../trace/codes.ts';
import type { Parts } from './parts.ts';
import {
  BLOCK,
  CPU,
  END,
  IO_WITH_NEXT,
  LOCK,
  type StepColumns,
  THINK,
  UNLOCK,
} from './step-columns.ts';

/** What a task stands before when it can go no further: it needs a core, or it waits or has ended. */
const NEEDS_CORE = -1;
const NEEDS_NONE = -2;

/** Times in ns. */
export class Stepper {
  /** How often a free lock was taken, or one given back: work that takes no time on any clock but the real one. */
  lockings = 0;
  readonly #cores: Parts['cores'];
  readonly #workers: Parts['workers'];
  readonly #programs: Parts['programs'];
  readonly #steps: StepColumns;
  readonly #devices: Parts['devices'];
  readonly #operations: Parts['operations'];
  readonly #locks: Parts['locks'];
  readonly #taskQueue: Parts['taskQueue'];
  readonly #policy: Parts['policy'];
  readonly #waits: Parts['waits'];
  readonly #record: Parts['record'];
  readonly #resends: Parts['resends'];
  readonly #holds: boolean;

  constructor(parts: Parts) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#programs = parts.programs;
    this.#steps = parts.expanded.steps;
    this.#devices = parts.devices;
    this.#operations = parts.operations;
    this.#locks = parts.locks;
    this.#taskQueue = parts.taskQueue;
    this.#policy = parts.policy;
    this.#waits = parts.waits;
    this.#record = parts.record;
    this.#resends = parts.resends;
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
      if (next === NEEDS_CORE) {
        this.#record.gotLock(current, at, this.#workers.of(current), by);
        this.#ready(current, at);
      }
      current = by;
    }
  }

  /** A task arrives; a user begins to think. */
  arrive(task: number, at: number): void {
    this.#programs.begin(task);
    this.#beginRound(task, at);
  }

  /** The wait that is due first is over. */
  endWait(at: number): void {
    const wait = this.#waits.pop();
    const device = this.#steps.target[this.#operations.rowOf(wait)] as number;
    if (device !== NONE) {
      const next = this.#devices.complete(device, at);
      if (next !== NONE) this.#serve(next, this.#operations.rowOf(next), at);
    }
    const task = this.#operations.taskOf(wait);
    // Of what began together the last decides.
    if (wait !== task && !this.#operations.end(wait)) return;
    const kind = this.#programs.kind(task);
    this.#programs.advance(task);
    if (kind === THINK) {
      this.#enqueue(task, at);
      return;
    }
    if (!this.proceed(task, at)) return;
    this.#record.waited(task, at, this.#workers.of(task));
    this.#ready(task, at);
  }

  /** A task that waited needs a core: with the worker that it held, or, without one, a worker first. */
  #ready(task: number, at: number): void {
    const worker = this.#workers.of(task);
    if (worker === NONE) {
      this.#taskQueue.join(task);
    } else {
      this.#workers.renewSlice(worker);
      this.#policy.join(worker, at, 'ready');
    }
  }

  /** Goes on until a core is needed, a wait begins or the task ends; or, at a lock handed over, to who gets it. */
  #walk(task: number, at: number): number {
    for (;;) {
      const kind = this.#programs.kind(task);
      if (kind === CPU) return NEEDS_CORE;
      if (kind === LOCK) {
        const lock = this.#programs.target(task);
        if (!this.#locks.take(lock, task)) {
          const worker = this.#holds ? this.#workers.of(task) : NONE;
          this.#record.awaitsLock(task, at, worker, this.#locks.holder(lock));
          this.#release(task, at, this.#holds);
          return NEEDS_NONE;
        }
        this.lockings += 1;
        this.#programs.advance(task);
      } else if (kind === UNLOCK) {
        this.lockings += 1;
        const next = this.#locks.release(this.#programs.target(task));
        this.#programs.advance(task);
        if (next !== NONE) {
          this.#programs.advance(next);
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
    this.#record.waits(task, at, holds ? this.#workers.of(task) : NONE);
    if (this.#programs.kind(task) === IO_WITH_NEXT) this.#beginTogether(task, at);
    else this.#begin(task, this.#programs.row(task), at);
    this.#release(task, at, holds);
  }

  /** All operations that begin with the one that a task is at, and it; the task is then at the last. */
  #beginTogether(task: number, at: number): void {
    const { kind, length } = this.#steps;
    let row = this.#programs.row(task);
    for (; ; row += 1) {
      // A random length may have come out as none.
      if (length[row] !== 0) this.#begin(this.#operations.begin(task, row), row, at);
      if (kind[row] !== IO_WITH_NEXT) break;
    }
    this.#programs.passTo(task, row);
  }

  /** A wait, the step in this row, begins or joins the line of its device. */
  #begin(wait: number, row: number, at: number): void {
    const device = this.#steps.target[row] as number;
    if (device === NONE || this.#devices.begin(device, wait, at)) this.#serve(wait, row, at);
  }

  /** A wait is under way, for as long as its step says, or longer on a device that is crowded now. */
  #serve(wait: number, row: number, at: number): void {
    const device = this.#steps.target[row] as number;
    const length = this.#steps.length[row] as number;
    this.#waits.push(at + (device === NONE ? length : this.#devices.takes(device, length)), wait);
  }

  #end(task: number, at: number, forGood: boolean): void {
    this.#release(task, at, false);
    if (forGood) {
      this.#record.ended(task, at);
      this.#resends?.answer(task);
      return;
    }
    this.#record.round(task, this.#programs.roundStart[task] as number, at);
    this.#programs.begin(task);
    this.#beginRound(task, at);
  }

  /** A user thinks first; who does not wants a worker at once. */
  #beginRound(task: number, at: number): void {
    if (this.#programs.kind(task) !== THINK) {
      this.#enqueue(task, at);
      return;
    }
    this.#record.thinks(task, at);
    this.#waits.push(at + this.#programs.length(task), task);
  }

  #enqueue(task: number, at: number): void {
    this.#programs.roundStart[task] = at;
    this.#record.arrives(task, at);
    this.#taskQueue.join(task);
  }

  /** A task that waits or has ended lets go of its worker, or only of its core. */
  #release(task: number, at: number, holds: boolean): void {
    const worker = this.#workers.of(task);
    if (worker === NONE) return;
    const core = this.#cores.of(worker);
    if (core !== null) this.#policy.leave(worker);
    if (!holds) this.#workers.free(worker, at, core !== null);
    else if (core !== null) this.#cores.vacate(core);
  }
}

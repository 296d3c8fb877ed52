// The cores: which worker is on each, until when, with how much of its slice, and who was on it before.
import { NEVER, NONE } from '../trace/codes.ts';
import type { Recorder } from './recorder.ts';

/** What a core does until its time is up: it computes (or nothing), it switches to a worker, its worker to a task. */
export const COMPUTES = 0;
export const SWITCHES = 1;
export const SWITCHES_TASK = 2;

/** Stands for a slice that begins when its worker begins to compute. */
export const WHOLE = -1;

/** Times in ns. */
export class Cores {
  readonly count: number;
  /** The worker on each core, or NONE. */
  readonly worker: Int32Array;
  /** The core that each worker was last on, or NONE. */
  readonly #lastOf: Int32Array;
  /** When each core's switch, burst or slice ends; NEVER when it does nothing. */
  readonly until: Float64Array;
  readonly phase: Uint8Array;
  /** When each core began to compute, or will, when its switch has ended. */
  readonly since: Float64Array;
  /** When the worker on each core last began to go to a task, or will, when the core's switch has ended. */
  readonly wentAt: Float64Array;
  /** What is left of its worker's slice, or WHOLE. */
  readonly sliceLeft: Float64Array;
  /** The task whose leaving made each core's last start possible, or NONE. */
  readonly startedBy: Int32Array;
  readonly #lastWorker: Int32Array;
  /** The task that last left each core, and when. */
  readonly #left: Int32Array;
  readonly #leftAt: Float64Array;
  /** The cores that have been given up since the last dispatch. */
  readonly #vacated: number[] = [];
  readonly #record: Recorder;

  constructor(count: number, workers: number, record: Recorder) {
    this.count = count;
    this.worker = new Int32Array(count).fill(NONE);
    this.#lastOf = new Int32Array(workers).fill(NONE);
    this.until = new Float64Array(count).fill(NEVER);
    this.phase = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.wentAt = new Float64Array(count);
    this.sliceLeft = new Float64Array(count);
    this.startedBy = new Int32Array(count).fill(NONE);
    this.#lastWorker = new Int32Array(count).fill(NONE);
    this.#left = new Int32Array(count).fill(NONE);
    this.#leftAt = new Float64Array(count).fill(NEVER);
    this.#record = record;
  }

  /** When the first core has something to do; NEVER when none has. */
  get next(): number {
    let next = NEVER;
    for (let core = 0; core < this.count; core += 1) {
      const until = this.until[core] as number;
      if (until < next) next = until;
    }
    return next;
  }

  /** The core that a worker is on, or NONE. */
  of(worker: number): number {
    const last = this.#lastOf[worker] as number;
    return last !== NONE && this.worker[last] === worker ? last : NONE;
  }

  /** The core that a worker takes: the one it was last on, or the lowest-numbered free one, or NONE. */
  freeFor(worker: number): number {
    const last = this.#lastOf[worker] as number;
    if (last !== NONE && this.worker[last] === NONE) return last;
    for (let core = 0; core < this.count; core += 1) if (this.worker[core] === NONE) return core;
    return NONE;
  }

  /** Puts a worker on a free core; returns whether that is a switch: whether the core last ran another. */
  seat(core: number, worker: number): boolean {
    const other = this.#lastWorker[core] !== worker;
    this.worker[core] = worker;
    this.#lastWorker[core] = worker;
    this.#lastOf[worker] = core;
    return other;
  }

  /** The worker on a core goes off it. */
  vacate(core: number): void {
    this.worker[core] = NONE;
    this.until[core] = NEVER;
    this.phase[core] = COMPUTES;
    this.#vacated.push(core);
  }

  /** Workers have been given cores: those that none has taken again are idle from now on. */
  settle(at: number): void {
    while (this.#vacated.length > 0) {
      const core = this.#vacated.pop() as number;
      if (this.worker[core] === NONE) this.#record.idles(core, at);
    }
  }

  /** A task computes on a core no longer. */
  leave(core: number, task: number, at: number): void {
    this.#left[core] = task;
    this.#leftAt[core] = at;
    this.until[core] = NEVER;
  }

  /** The task that left a core at this very instant, or NONE. */
  whoLeft(core: number, at: number): number {
    return this.#leftAt[core] === at ? (this.#left[core] as number) : NONE;
  }
}

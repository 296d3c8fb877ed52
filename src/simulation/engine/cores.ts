// The cores: which worker is on each, until when, with how much of its slice, and who was on it before.
import { NONE } from './columns.ts';

/** Stands for the time of what does not happen. */
export const NEVER = Number.POSITIVE_INFINITY;

/** Times in ns. */
export class Cores {
  readonly count: number;
  /** The worker on each core, or NONE. */
  readonly worker: Int32Array;
  /** When each core's switch, burst or slice ends; NEVER when it does nothing. */
  readonly until: Float64Array;
  /** 1 while a core switches. */
  readonly switching: Uint8Array;
  /** When each core began to compute what it computes. */
  readonly since: Float64Array;
  readonly sliceLeft: Float64Array;
  /** The task whose leaving made each core's last start possible, or NONE. */
  readonly startedBy: Int32Array;
  readonly #lastWorker: Int32Array;
  /** The task that last left each core, and when. */
  readonly #left: Int32Array;
  readonly #leftAt: Float64Array;

  constructor(count: number) {
    this.count = count;
    this.worker = new Int32Array(count).fill(NONE);
    this.until = new Float64Array(count).fill(NEVER);
    this.switching = new Uint8Array(count);
    this.since = new Float64Array(count);
    this.sliceLeft = new Float64Array(count);
    this.startedBy = new Int32Array(count).fill(NONE);
    this.#lastWorker = new Int32Array(count).fill(NONE);
    this.#left = new Int32Array(count).fill(NONE);
    this.#leftAt = new Float64Array(count).fill(NEVER);
  }

  /** When the first core has something to do; NEVER when none has. */
  get next(): number {
    let next = NEVER;
    for (const until of this.until) if (until < next) next = until;
    return next;
  }

  /** The core that a worker takes, which last ran on `last`: that, or the lowest-numbered free one, or NONE. */
  freeFor(last: number): number {
    return last !== NONE && this.worker[last] === NONE ? last : this.worker.indexOf(NONE);
  }

  /** Puts a worker on a free core; returns whether that is a switch: whether the core last ran another. */
  place(core: number, worker: number): boolean {
    const other = this.#lastWorker[core] !== worker;
    this.worker[core] = worker;
    this.#lastWorker[core] = worker;
    return other;
  }

  /** A core stands idle. */
  clear(core: number): void {
    this.worker[core] = NONE;
    this.until[core] = NEVER;
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

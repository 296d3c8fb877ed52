// The cores: which one a worker is on, which one it takes, and which have nothing to do.
import { NEVER, NONE } from '../trace/codes.ts';
import { COMPUTES, Core } from './core.ts';
import type { Recorder } from './recorder.ts';

/** Times in ns. */
export class Cores {
  readonly list: readonly Core[];
  /** The number of the core that each worker was last on, or NONE. */
  readonly #lastOf: Int32Array;
  readonly #record: Recorder;

  constructor(count: number, workers: number, record: Recorder) {
    const list: Core[] = [];
    for (let index = 0; index < count; index += 1) list.push(new Core(index));
    this.list = list;
    this.#lastOf = new Int32Array(workers).fill(NONE);
    this.#record = record;
  }

  /** When the first core has something to do; NEVER when none has. */
  get next(): number {
    // Begun with a real time, it stays a number that needs no object.
    let next = (this.list[0] as Core).until;
    for (let i = 1; i < this.list.length; i += 1) {
      const { until } = this.list[i] as Core;
      if (until < next) next = until;
    }
    return next;
  }

  /** The core that a worker is on, or null. */
  of(worker: number): Core | null {
    const last = this.#last(worker);
    return last?.worker === worker ? last : null;
  }

  /** The core that a worker takes: the one it was last on, or the lowest-numbered free one, or null. */
  freeFor(worker: number): Core | null {
    const last = this.#last(worker);
    if (last?.worker === NONE) return last;
    for (let i = 0; i < this.list.length; i += 1) {
      const core = this.list[i] as Core;
      if (core.worker === NONE) return core;
    }
    return null;
  }

  /** The core that a worker was last on, or null. */
  #last(worker: number): Core | null {
    const index = this.#lastOf[worker] as number;
    return index === NONE ? null : (this.list[index] as Core);
  }

  /** Puts a worker on a free core; returns whether that is a switch: whether the core last ran another. */
  seat(core: Core, worker: number): boolean {
    const other = core.lastWorker !== worker;
    core.worker = worker;
    core.lastWorker = worker;
    this.#lastOf[worker] = core.index;
    return other;
  }

  /** The worker on a core goes off it. */
  vacate(core: Core): void {
    core.worker = NONE;
    core.busy(COMPUTES, NEVER);
    core.isVacated = true;
  }

  /** Workers have been given cores: those that none has taken again are idle from now on. */
  settle(at: number): void {
    for (let i = 0; i < this.list.length; i += 1) {
      const core = this.list[i] as Core;
      if (!core.isVacated) continue;
      core.isVacated = false;
      if (core.worker === NONE) this.#record.idles(i, at);
    }
  }
}

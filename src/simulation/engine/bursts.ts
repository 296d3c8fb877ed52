// A task computes on a core: until when, and what its time there is counted against.
import { COMPUTES, type Core, WHOLE } from './core.ts';
import type { Parts } from './parts.ts';

/** Times in ns. */
export class Bursts {
  readonly #workers: Parts['workers'];
  readonly #programs: Parts['programs'];
  readonly #policy: Parts['policy'];
  readonly #record: Parts['record'];

  constructor(parts: Parts) {
    this.#workers = parts.workers;
    this.#programs = parts.programs;
    this.#policy = parts.policy;
    this.#record = parts.record;
  }

  /** Whether a worker may stay on its core: it has some of its slice left, or need not give way and gets another. */
  mayStay(core: Core, at: number): boolean {
    if (core.sliceLeft !== 0) return true;
    if (this.#policy.givesWay(core.worker)) return false;
    core.sliceLeft = this.#policy.allowance(core.worker, at);
    return true;
  }

  /** The task of the worker on this core runs from `at` on, now or at the end of a switch. */
  compute(core: Core, at: number): void {
    const { worker } = core;
    const task = this.#workers.taskOf[worker] as number;
    core.phase = COMPUTES;
    if (core.sliceLeft === WHOLE) core.sliceLeft = this.#policy.allowance(worker, at);
    this.#record.runs(task, at, core);
    this.goOn(core, task, at);
  }

  /** It computes until its burst, its slice or its worker's is over, whichever is first. */
  goOn(core: Core, task: number, at: number): void {
    const burst = this.#programs.remaining[task] as number;
    const slice = core.sliceLeft;
    const runtimeSlice = this.#workers.sliceLeft(core.worker);
    const shortest = burst < slice ? burst : slice;
    core.since = at;
    core.until = at + (runtimeSlice < shortest ? runtimeSlice : shortest);
  }

  /** Takes what a task has computed since its core began off all that it is counted against. */
  charge(core: Core, task: number, at: number): void {
    const spent = at - core.since;
    this.#programs.spend(task, spent);
    core.sliceLeft -= spent;
    this.#workers.spend(core.worker, spent);
    this.#policy.charge(core.worker, spent);
  }
}

// A task computes on a core: until when, and what its time there is counted against.
import { COMPUTES, WHOLE } from './cores.ts';
import type { Parts } from './parts.ts';

/** Times in ns. */
export class Bursts {
  readonly #cores: Parts['cores'];
  readonly #workers: Parts['workers'];
  readonly #programs: Parts['programs'];
  readonly #policy: Parts['policy'];
  readonly #record: Parts['record'];

  constructor(parts: Parts) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#programs = parts.programs;
    this.#policy = parts.policy;
    this.#record = parts.record;
  }

  /** Whether a worker may stay on its core: it has some of its slice left, or need not give way and gets another. */
  mayStay(core: number, at: number): boolean {
    if ((this.#cores.sliceLeft[core] as number) !== 0) return true;
    const worker = this.#cores.worker[core] as number;
    if (this.#policy.givesWay(worker)) return false;
    this.#cores.sliceLeft[core] = this.#policy.allowance(worker, at);
    return true;
  }

  /** The task of the worker on this core runs from `at` on, now or at the end of a switch. */
  compute(core: number, at: number): void {
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    this.#cores.phase[core] = COMPUTES;
    if ((this.#cores.sliceLeft[core] as number) === WHOLE) {
      this.#cores.sliceLeft[core] = this.#policy.allowance(worker, at);
    }
    this.#record.runs(task, at, core, worker, this.#cores.startedBy[core] as number);
    this.goOn(core, worker, task, at);
  }

  /** It computes until its burst, its slice or its worker's is over, whichever is first. */
  goOn(core: number, worker: number, task: number, at: number): void {
    const burst = this.#programs.remaining[task] as number;
    const slice = this.#cores.sliceLeft[core] as number;
    const runtimeSlice = this.#workers.sliceLeft(worker);
    const shortest = burst < slice ? burst : slice;
    this.#cores.since[core] = at;
    this.#cores.until[core] = at + (runtimeSlice < shortest ? runtimeSlice : shortest);
  }

  /** Takes what a task has computed since its core began off all that it is counted against. */
  charge(core: number, worker: number, task: number, at: number): void {
    const spent = at - (this.#cores.since[core] as number);
    this.#programs.spend(task, spent);
    this.#cores.sliceLeft[core] = (this.#cores.sliceLeft[core] as number) - spent;
    this.#workers.spend(worker, spent);
    this.#policy.charge(worker, spent);
  }
}

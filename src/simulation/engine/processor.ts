// What happens on a core: a worker takes it, switches, computes, and gives it up.
import {
  CORE_RUNNING,
  CORE_SWITCHING,
  DISPATCHED,
  NONE,
  PREEMPTED,
  RUNNABLE,
  RUNNING,
  RUNTIME_SLICE_EXPIRED,
  SLICE_EXPIRED,
} from './codes.ts';
import { COMPUTES, SWITCHES, SWITCHES_TASK, WHOLE } from './cores.ts';
import type { Parts } from './parts.ts';
import type { Stepper } from './stepper.ts';

/** Times in ns. */
export class Processor {
  switches = 0;
  runtimeSwitches = 0;
  readonly #parts: Parts;
  readonly #stepper: Stepper;
  readonly #switchCost: number;
  readonly #runtimeSwitchCost: number;
  /** Whether workers go from task to task. */
  readonly #shared: boolean;

  constructor(parts: Parts, stepper: Stepper) {
    this.#parts = parts;
    this.#stepper = stepper;
    this.#switchCost = parts.scenario.switchCost;
    this.#runtimeSwitchCost = parts.scenario.runtimeSwitchCost;
    this.#shared = parts.scenario.workers !== 'per-task';
  }

  /** A core's switch, burst or slice ends. */
  end(core: number, at: number): void {
    const { phase, sliceLeft, worker } = this.#parts.cores;
    if (phase[core] === COMPUTES) {
      this.#endComputing(core, at);
    } else if (phase[core] === SWITCHES) {
      this.run(core, at);
    } else if ((sliceLeft[core] as number) === WHOLE) {
      this.#compute(core, at);
    } else {
      // The slice ran on while the worker went to another task.
      sliceLeft[core] = Math.max(0, (sliceLeft[core] as number) - this.#runtimeSwitchCost);
      if (this.mayStay(core, at)) this.#compute(core, at);
      else this.#expire(core, worker[core] as number, at);
    }
  }

  /** A worker takes a free core: with a switch when the core last ran another. */
  start(core: number, worker: number, at: number): void {
    const { cores, record, workers } = this.#parts;
    const task = workers.taskOf[worker] as number;
    const by = cores.whoLeft(core, at);
    // Who gets its own core back goes on as it was started.
    if (by !== task) {
      cores.startedBy[core] = by;
      if (by !== NONE) {
        record.tookOver(by, at, SLICE_EXPIRED, task);
        record.tookOver(by, at, PREEMPTED, task);
      }
    }
    cores.sliceLeft[core] = WHOLE;
    const other = cores.seat(core, worker);
    if (other) this.switches += 1;
    if (other && this.#switchCost > 0) this.#switch(core, at, SWITCHES, this.#switchCost, task);
    else this.run(core, at);
  }

  /** The worker on a core goes to its task: with a switch when it last went to another. */
  run(core: number, at: number): void {
    const { cores, workers } = this.#parts;
    const worker = cores.worker[core] as number;
    const task = workers.taskOf[worker] as number;
    if (this.#shared && workers.goTo(worker, task)) {
      this.runtimeSwitches += 1;
      if (this.#runtimeSwitchCost > 0) {
        this.#switch(core, at, SWITCHES_TASK, this.#runtimeSwitchCost, task);
        return;
      }
    }
    this.#compute(core, at);
  }

  /** Whether a worker may stay on its core: it has some of its slice left, or need not give way and gets another. */
  mayStay(core: number, at: number): boolean {
    const { cores, policy } = this.#parts;
    if ((cores.sliceLeft[core] as number) !== 0) return true;
    const worker = cores.worker[core] as number;
    if (policy.givesWay(worker)) return false;
    cores.sliceLeft[core] = policy.allowance(worker, at);
    return true;
  }

  /** The first in line takes the core of the last of those who run, while it comes before them. */
  preempt(at: number): void {
    const { cores, policy, record, workers } = this.#parts;
    while (policy.length > 0) {
      let last = NONE;
      let standing = Number.NEGATIVE_INFINITY;
      for (let core = 0; core < cores.count; core += 1) {
        const worker = cores.worker[core] as number;
        if (worker === NONE || cores.phase[core] !== COMPUTES) continue;
        const its = policy.standing(worker, at - (cores.since[core] as number));
        if (its > standing) {
          last = core;
          standing = its;
        }
      }
      if (last === NONE || !policy.comesBefore(standing, at)) return;
      const worker = cores.worker[last] as number;
      const task = workers.taskOf[worker] as number;
      this.#charge(last, worker, task, at);
      cores.leave(last, task, at);
      record.task(task, at, RUNNABLE, PREEMPTED, NONE, worker, NONE);
      cores.vacate(last, at);
      const first = policy.take();
      policy.join(worker, at, 'preempted');
      this.start(last, first, at);
    }
  }

  #switch(core: number, at: number, phase: number, cost: number, task: number): void {
    const { cores, record } = this.#parts;
    cores.phase[core] = phase;
    cores.until[core] = at + cost;
    record.core(core, at, CORE_SWITCHING, task);
  }

  /** The task of the worker on this core runs from now on. */
  #compute(core: number, at: number): void {
    const { cores, workers, record, policy } = this.#parts;
    const worker = cores.worker[core] as number;
    const task = workers.taskOf[worker] as number;
    cores.phase[core] = COMPUTES;
    if ((cores.sliceLeft[core] as number) === WHOLE) {
      cores.sliceLeft[core] = policy.allowance(worker, at);
    }
    record.task(task, at, RUNNING, DISPATCHED, core, worker, cores.startedBy[core] as number);
    record.core(core, at, CORE_RUNNING, task);
    this.#goOn(core, worker, task, at);
  }

  #goOn(core: number, worker: number, task: number, at: number): void {
    const { cores, workers, programs } = this.#parts;
    const burst = programs.remaining[task] as number;
    const slice = cores.sliceLeft[core] as number;
    const runtimeSlice = workers.sliceLeft[worker] as number;
    const shortest = burst < slice ? burst : slice;
    cores.since[core] = at;
    cores.until[core] = at + (runtimeSlice < shortest ? runtimeSlice : shortest);
  }

  /** Takes what a task has computed since its core began off all that it is counted against. */
  #charge(core: number, worker: number, task: number, at: number): void {
    const { cores, workers, programs, policy } = this.#parts;
    const spent = at - (cores.since[core] as number);
    programs.remaining[task] = (programs.remaining[task] as number) - spent;
    programs.cpuLeft[task] = (programs.cpuLeft[task] as number) - spent;
    cores.sliceLeft[core] = (cores.sliceLeft[core] as number) - spent;
    workers.sliceLeft[worker] = (workers.sliceLeft[worker] as number) - spent;
    policy.charge(worker, spent);
  }

  /** A burst or a slice ends, or several. */
  #endComputing(core: number, at: number): void {
    const { cores, workers, programs, policy, record, taskQueue } = this.#parts;
    const worker = cores.worker[core] as number;
    const task = workers.taskOf[worker] as number;
    this.#charge(core, worker, task, at);
    if (programs.remaining[task] === 0) {
      programs.advance(task);
      if (!this.#stepper.proceed(task, at)) {
        cores.leave(core, task, at);
        return;
      }
    }
    if (workers.sliceLeft[worker] === 0) {
      cores.leave(core, task, at);
      record.task(task, at, RUNNABLE, RUNTIME_SLICE_EXPIRED, NONE, NONE, NONE);
      policy.leave(worker);
      workers.free(worker, at, true);
      taskQueue.join(task);
    } else if (this.mayStay(core, at)) {
      this.#goOn(core, worker, task, at);
    } else {
      this.#expire(core, worker, at);
    }
  }

  /** The slice of the worker on this core has ended. */
  #expire(core: number, worker: number, at: number): void {
    const { cores, workers, record, policy } = this.#parts;
    const task = workers.taskOf[worker] as number;
    cores.leave(core, task, at);
    record.task(task, at, RUNNABLE, SLICE_EXPIRED, NONE, worker, NONE);
    cores.vacate(core, at);
    policy.join(worker, at, 'slice-ended');
  }
}

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
  readonly #cores: Parts['cores'];
  readonly #workers: Parts['workers'];
  readonly #programs: Parts['programs'];
  readonly #taskQueue: Parts['taskQueue'];
  readonly #policy: Parts['policy'];
  readonly #record: Parts['record'];
  readonly #stepper: Stepper;
  readonly #switchCost: number;
  readonly #runtimeSwitchCost: number;
  /** Whether workers go from task to task. */
  readonly #shared: boolean;
  /** Whether the end of a switch can change something for others. If not, it needs no instant of its own. */
  readonly #switchesMatter: boolean;
  #runtimeSwitches = 0;

  constructor(parts: Parts, stepper: Stepper) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#programs = parts.programs;
    this.#taskQueue = parts.taskQueue;
    this.#policy = parts.policy;
    this.#record = parts.record;
    this.#stepper = stepper;
    this.#switchCost = parts.scenario.switchCost;
    this.#runtimeSwitchCost = parts.scenario.runtimeSwitchCost;
    this.#shared = parts.scenario.workers !== 'per-task';
    this.#switchesMatter = parts.policy.preempts;
  }

  /** The switches of workers that had begun by this time: some may be known that are still to come. */
  runtimeSwitchesBy(end: number): number {
    return this.#runtimeSwitches - this.#cores.wentAt.filter((at) => at > end).length;
  }

  /** A core's switch, burst or slice ends. */
  end(core: number, at: number): void {
    const { phase, sliceLeft, worker } = this.#cores;
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
    const task = this.#workers.taskOf[worker] as number;
    const by = this.#cores.whoLeft(core, at);
    // Who gets its own core back goes on as it was started.
    if (by !== task) {
      this.#cores.startedBy[core] = by;
      if (by !== NONE) this.#record.lostCore(by, at, task);
    }
    this.#cores.sliceLeft[core] = WHOLE;
    const other = this.#cores.seat(core, worker);
    if (other) this.switches += 1;
    if (!other || this.#switchCost === 0) {
      this.run(core, at);
      return;
    }
    this.#record.core(core, at, CORE_SWITCHING, task);
    if (this.#switchesMatter) this.#busy(core, SWITCHES, at + this.#switchCost);
    else this.run(core, at + this.#switchCost);
  }

  /** The worker on a core goes to its task, now or at the end of a switch: with one when it last went to another. */
  run(core: number, at: number): void {
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    if (this.#shared && this.#workers.goTo(worker, task)) {
      this.#runtimeSwitches += 1;
      this.#cores.wentAt[core] = at;
      if (this.#runtimeSwitchCost > 0) {
        this.#record.core(core, at, CORE_SWITCHING, task);
        this.#switchTask(core, at + this.#runtimeSwitchCost);
        return;
      }
    }
    this.#compute(core, at);
  }

  /** Whether a worker may stay on its core: it has some of its slice left, or need not give way and gets another. */
  mayStay(core: number, at: number): boolean {
    if ((this.#cores.sliceLeft[core] as number) !== 0) return true;
    const worker = this.#cores.worker[core] as number;
    if (this.#policy.givesWay(worker)) return false;
    this.#cores.sliceLeft[core] = this.#policy.allowance(worker, at);
    return true;
  }

  /** The first in line takes the core of the last of those who run, while it comes before them. */
  preempt(at: number): void {
    while (this.#policy.length > 0) {
      let last = NONE;
      let standing = Number.NEGATIVE_INFINITY;
      for (let core = 0; core < this.#cores.count; core += 1) {
        const worker = this.#cores.worker[core] as number;
        if (worker === NONE || this.#cores.phase[core] !== COMPUTES) continue;
        const its = this.#policy.standing(worker, at - (this.#cores.since[core] as number));
        if (its > standing) {
          last = core;
          standing = its;
        }
      }
      if (last === NONE || !this.#policy.comesBefore(standing, at)) return;
      const worker = this.#cores.worker[last] as number;
      const task = this.#workers.taskOf[worker] as number;
      this.#charge(last, worker, task, at);
      this.#cores.leave(last, task, at);
      this.#record.task(task, at, RUNNABLE, PREEMPTED, NONE, worker, NONE);
      this.#cores.vacate(last);
      const first = this.#policy.take();
      this.#policy.join(worker, at, 'preempted');
      this.start(last, first, at);
    }
  }

  /** A worker that goes on with its slice uses it up while it goes to another task; that the slice ends shows at its end. */
  #switchTask(core: number, until: number): void {
    const left = this.#cores.sliceLeft[core] as number;
    const cost = this.#runtimeSwitchCost;
    if (this.#switchesMatter || (left !== WHOLE && left <= cost)) {
      this.#busy(core, SWITCHES_TASK, until);
      return;
    }
    if (left !== WHOLE) this.#cores.sliceLeft[core] = left - cost;
    this.#compute(core, until);
  }

  #busy(core: number, phase: number, until: number): void {
    this.#cores.phase[core] = phase;
    this.#cores.until[core] = until;
  }

  /** The task of the worker on this core runs from `at` on, now or at the end of a switch. */
  #compute(core: number, at: number): void {
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    this.#cores.phase[core] = COMPUTES;
    if ((this.#cores.sliceLeft[core] as number) === WHOLE) {
      this.#cores.sliceLeft[core] = this.#policy.allowance(worker, at);
    }
    this.#record.task(
      task,
      at,
      RUNNING,
      DISPATCHED,
      core,
      worker,
      this.#cores.startedBy[core] as number,
    );
    this.#record.core(core, at, CORE_RUNNING, task);
    this.#goOn(core, worker, task, at);
  }

  #goOn(core: number, worker: number, task: number, at: number): void {
    const burst = this.#programs.remaining[task] as number;
    const slice = this.#cores.sliceLeft[core] as number;
    const runtimeSlice = this.#workers.sliceLeft(worker);
    const shortest = burst < slice ? burst : slice;
    this.#cores.since[core] = at;
    this.#cores.until[core] = at + (runtimeSlice < shortest ? runtimeSlice : shortest);
  }

  /** Takes what a task has computed since its core began off all that it is counted against. */
  #charge(core: number, worker: number, task: number, at: number): void {
    const spent = at - (this.#cores.since[core] as number);
    this.#programs.spend(task, spent);
    this.#cores.sliceLeft[core] = (this.#cores.sliceLeft[core] as number) - spent;
    this.#workers.spend(worker, spent);
    this.#policy.charge(worker, spent);
  }

  /** A burst or a slice ends, or several. */
  #endComputing(core: number, at: number): void {
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    this.#charge(core, worker, task, at);
    if (this.#programs.remaining[task] === 0) {
      this.#programs.advance(task);
      if (!this.#stepper.proceed(task, at)) {
        this.#cores.leave(core, task, at);
        return;
      }
    }
    if (this.#workers.sliceLeft(worker) === 0) {
      this.#cores.leave(core, task, at);
      this.#record.task(task, at, RUNNABLE, RUNTIME_SLICE_EXPIRED, NONE, NONE, NONE);
      this.#policy.leave(worker);
      this.#workers.free(worker, at, true);
      this.#taskQueue.join(task);
    } else if (this.mayStay(core, at)) {
      this.#goOn(core, worker, task, at);
    } else {
      this.#expire(core, worker, at);
    }
  }

  /** The slice of the worker on this core has ended. */
  #expire(core: number, worker: number, at: number): void {
    const task = this.#workers.taskOf[worker] as number;
    this.#cores.leave(core, task, at);
    this.#record.task(task, at, RUNNABLE, SLICE_EXPIRED, NONE, worker, NONE);
    this.#cores.vacate(core);
    this.#policy.join(worker, at, 'slice-ended');
  }
}

// What happens on a core: a worker takes it, switches, computes, and gives it up.

import type { Scenario } from '../scenario/scenario.ts';
import { switchCostAt } from '../scenario/switch-cost.ts';
import { NONE } from '../trace/codes.ts';
import type { Bursts } from './bursts.ts';
import { COMPUTES, type Core, SWITCHES, SWITCHES_TASK, WHOLE } from './core.ts';
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
  readonly #bursts: Bursts;
  readonly #scenario: Scenario;
  readonly #runtimeSwitchCost: number;
  /** Whether workers go from task to task. */
  readonly #shared: boolean;
  /** Whether the end of a switch can change something for others. If not, it needs no instant of its own. */
  readonly #switchesMatter: boolean;
  #runtimeSwitches = 0;

  constructor(parts: Parts, stepper: Stepper, bursts: Bursts) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#programs = parts.programs;
    this.#taskQueue = parts.taskQueue;
    this.#policy = parts.policy;
    this.#record = parts.record;
    this.#stepper = stepper;
    this.#bursts = bursts;
    this.#scenario = parts.scenario;
    this.#runtimeSwitchCost = parts.scenario.runtimeSwitchCost;
    this.#shared = parts.scenario.workers !== 'per-task';
    this.#switchesMatter = parts.policy.preempts;
  }

  /** The switches of workers that had begun by this time: some may be known that are still to come. */
  runtimeSwitchesBy(end: number): number {
    return this.#runtimeSwitches - this.#cores.list.filter(({ wentAt }) => wentAt > end).length;
  }

  /** A core's switch, burst or slice ends. */
  end(core: Core, at: number): void {
    if (core.phase === COMPUTES) {
      this.#endComputing(core, at);
    } else if (core.phase === SWITCHES) {
      this.run(core, at);
    } else if (core.sliceLeft === WHOLE) {
      this.#bursts.compute(core, at);
    } else {
      // The slice ran on while the worker went to another task.
      core.sliceLeft = Math.max(0, core.sliceLeft - this.#runtimeSwitchCost);
      if (this.#bursts.mayStay(core, at)) this.#bursts.compute(core, at);
      else this.#expire(core, at);
    }
  }

  /** A worker, no longer in line, takes a free core: with a switch when the core last ran another. */
  start(core: Core, worker: number, at: number): void {
    const task = this.#workers.taskOf[worker] as number;
    const by = core.whoLeft(at);
    // Who gets its own core back goes on as it was started.
    if (by !== task) {
      core.startedBy = by;
      if (by !== NONE) this.#record.lostCore(by, at, task);
    }
    core.sliceLeft = WHOLE;
    const other = this.#cores.seat(core, worker);
    if (other) this.switches += 1;
    const cost = other ? switchCostAt(this.#scenario, this.#policy.length + 1) : 0;
    if (cost === 0) {
      this.run(core, at);
      return;
    }
    this.#record.switches(core.index, at, task);
    if (this.#switchesMatter) core.busy(SWITCHES, at + cost);
    else this.run(core, at + cost);
  }

  /** The worker on a core goes to its task, now or at the end of a switch: with one when it last went to another. */
  run(core: Core, at: number): void {
    const { worker } = core;
    const task = this.#workers.taskOf[worker] as number;
    if (this.#shared && this.#workers.goTo(worker, task)) {
      this.#runtimeSwitches += 1;
      core.wentAt = at;
      if (this.#runtimeSwitchCost > 0) {
        this.#record.switches(core.index, at, task);
        this.#switchTask(core, at + this.#runtimeSwitchCost);
        return;
      }
    }
    this.#bursts.compute(core, at);
  }

  /** A worker that goes on with its slice uses it up while it goes to another task; that the slice ends shows at its end. */
  #switchTask(core: Core, until: number): void {
    const left = core.sliceLeft;
    const cost = this.#runtimeSwitchCost;
    if (this.#switchesMatter || (left !== WHOLE && left <= cost)) {
      core.busy(SWITCHES_TASK, until);
      return;
    }
    if (left !== WHOLE) core.sliceLeft = left - cost;
    this.#bursts.compute(core, until);
  }

  /** A burst or a slice ends, or several. */
  #endComputing(core: Core, at: number): void {
    const { worker } = core;
    const task = this.#workers.taskOf[worker] as number;
    this.#bursts.charge(core, task, at);
    if (this.#programs.remaining[task] === 0) {
      this.#programs.advance(task);
      if (!this.#stepper.proceed(task, at)) {
        core.leave(task, at);
        return;
      }
    }
    if (this.#workers.sliceLeft(worker) === 0) {
      core.leave(task, at);
      this.#record.runtimeSliceEnds(task, at);
      this.#policy.leave(worker);
      this.#workers.free(worker, at, true);
      this.#taskQueue.join(task);
    } else if (this.#bursts.mayStay(core, at)) {
      this.#bursts.goOn(core, task, at);
    } else {
      this.#expire(core, at);
    }
  }

  /** The slice of the worker on this core has ended. */
  #expire(core: Core, at: number): void {
    const { worker } = core;
    const task = this.#workers.taskOf[worker] as number;
    core.leave(task, at);
    this.#record.sliceEnds(task, at, worker);
    this.#cores.vacate(core);
    this.#policy.join(worker, at, 'slice-ended');
  }
}

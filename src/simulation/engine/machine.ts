// The machine at work: the four steps of an instant, in their order.

import { NONE } from '../trace/codes.ts';
import { Bursts } from './bursts.ts';
import type { Core } from './core.ts';
import type { Parts } from './parts.ts';
import { Preemption } from './preemption.ts';
import { Processor } from './processor.ts';
import { Stepper } from './stepper.ts';

/** All times in ns. The run calls the four steps of an instant in order: cores, waits, arrivals, dispatch. */
export class Machine {
  readonly processor: Processor;
  readonly #cores: Parts['cores'];
  readonly #workers: Parts['workers'];
  readonly #taskQueue: Parts['taskQueue'];
  readonly #policy: Parts['policy'];
  readonly #waits: Parts['waits'];
  readonly #record: Parts['record'];
  readonly #stepper: Stepper;
  readonly #bursts: Bursts;
  readonly #preemption: Preemption;

  constructor(parts: Parts) {
    this.#cores = parts.cores;
    this.#workers = parts.workers;
    this.#taskQueue = parts.taskQueue;
    this.#policy = parts.policy;
    this.#waits = parts.waits;
    this.#record = parts.record;
    this.#stepper = new Stepper(parts);
    this.#bursts = new Bursts(parts);
    this.processor = new Processor(parts, this.#stepper, this.#bursts);
    this.#preemption = new Preemption(parts, this.#bursts, this.processor);
  }

  /** When the next core or wait has something to do; NEVER when none has. */
  get next(): number {
    return Math.min(this.#cores.next, this.#waits.earliest);
  }

  /** How often locks were taken or given back. */
  get lockings(): number {
    return this.#stepper.lockings;
  }

  /** Step 1: ends of switches, bursts and slices, by core. Returns how many there were. */
  endOnCores(at: number): number {
    const { list } = this.#cores;
    let ends = 0;
    for (let i = 0; i < list.length; i += 1) {
      const core = list[i] as Core;
      if (core.until !== at) continue;
      ends += 1;
      this.processor.end(core, at);
    }
    return ends;
  }

  /** Step 2: ends of waits, in the order begun. Returns how many there were. */
  endWaits(at: number): number {
    let ends = 0;
    while (this.#waits.earliest === at) {
      ends += 1;
      this.#stepper.endWait(at);
    }
    return ends;
  }

  /** Step 3: one arrival. */
  arrive(task: number, at: number): void {
    this.#stepper.arrive(task, at);
  }

  /** Step 4: tasks to workers, workers to cores, and those to others who come before. */
  dispatch(at: number): void {
    while (this.#taskQueue.length > 0) {
      const worker = this.#workers.choose(this.#taskQueue.peek());
      if (worker === NONE) break;
      this.#take(this.#taskQueue.take(), worker, at);
    }
    for (
      let worker = this.#workers.takeFromCore();
      worker !== NONE;
      worker = this.#workers.takeFromCore()
    ) {
      this.#cores.vacate(this.#cores.of(worker) as Core);
      this.#workers.rest(worker);
    }
    while (this.#policy.length > 0) {
      const core = this.#cores.freeFor(this.#policy.first);
      if (core === null) break;
      this.processor.start(core, this.#policy.take(), at);
    }
    if (this.#policy.preempts) this.#preemption.attempt(at);
    this.#cores.settle(at);
  }

  /** A worker takes a task: a new one, which may not need a core yet, or one that is back from its wait. */
  #take(task: number, worker: number, at: number): void {
    this.#workers.give(worker, task);
    const by = this.#workers.whoFreed(worker, at);
    if (by !== NONE && by !== task) this.#record.lostWorker(by, at, task);
    if (!this.#stepper.proceed(task, at)) return;
    this.#record.taken(task, at, worker, by);
    const core = this.#cores.of(worker);
    if (core === null) {
      this.#policy.join(worker, at, 'ready');
      return;
    }
    this.#policy.goesOn(worker);
    if (this.#bursts.mayStay(core, at)) {
      if (by !== task) core.startedBy = core.whoLeft(at);
      this.processor.run(core, at);
      return;
    }
    // Who has its own worker back stands in line for a core only because the worker's slice has ended.
    if (by === task) this.#record.sliceEnds(task, at, worker);
    this.#cores.vacate(core);
    this.#policy.join(worker, at, 'slice-ended');
  }
}

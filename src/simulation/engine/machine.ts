// The machine at work: the four steps of an instant, in their order.
import { NONE, RUNNABLE, RUNTIME_SLICE_EXPIRED, SLICE_EXPIRED } from './codes.ts';
import type { Parts } from './parts.ts';
import { Processor } from './processor.ts';
import { Stepper } from './stepper.ts';

/** All times in ns. The run calls the four steps of an instant in order: cores, waits, arrivals, dispatch. */
export class Machine {
  readonly processor: Processor;
  readonly #parts: Parts;
  readonly #stepper: Stepper;

  constructor(parts: Parts) {
    this.#parts = parts;
    this.#stepper = new Stepper(parts);
    this.processor = new Processor(parts, this.#stepper);
  }

  /** When the next core or wait has something to do; NEVER when none has. */
  get next(): number {
    return Math.min(this.#parts.cores.next, this.#parts.waits.earliest);
  }

  /** Step 1: ends of switches, bursts and slices, by core. Returns how many there were. */
  endOnCores(at: number): number {
    const { count, until } = this.#parts.cores;
    let ends = 0;
    for (let core = 0; core < count; core += 1) {
      if (until[core] !== at) continue;
      ends += 1;
      this.processor.end(core, at);
    }
    return ends;
  }

  /** Step 2: ends of waits, in the order begun. Returns how many there were. */
  endWaits(at: number): number {
    const { waits } = this.#parts;
    let ends = 0;
    while (waits.earliest === at) {
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
    const { taskQueue, workers, cores, policy } = this.#parts;
    while (!taskQueue.isEmpty) {
      const worker = workers.choose(taskQueue.peek());
      if (worker === NONE) break;
      this.#take(taskQueue.take(), worker, at);
    }
    for (let worker = workers.takeFromCore(); worker !== NONE; worker = workers.takeFromCore()) {
      cores.vacate(cores.of[worker] as number, at);
      workers.rest(worker);
    }
    while (policy.length > 0) {
      const core = cores.freeFor(policy.first);
      if (core === NONE) break;
      this.processor.start(core, policy.take(), at);
    }
    if (policy.preempts) this.processor.preempt(at);
  }

  /** A worker takes a task: a new one, which may not need a core yet, or one that is back from its wait. */
  #take(task: number, worker: number, at: number): void {
    const { workers, cores, record, policy } = this.#parts;
    workers.give(worker, task);
    const by = workers.whoFreed(worker, at);
    if (by !== NONE && by !== task) record.tookOver(by, at, RUNTIME_SLICE_EXPIRED, task);
    if (!this.#stepper.proceed(task, at)) return;
    record.taken(task, at, worker, by);
    const core = cores.of[worker] as number;
    if (core === NONE) {
      policy.join(worker, at, 'ready');
      return;
    }
    policy.goesOn(worker);
    if (this.processor.mayStay(core, at)) {
      if (by !== task) cores.startedBy[core] = cores.whoLeft(core, at);
      this.processor.run(core, at);
      return;
    }
    // Who has its own worker back stands in line for a core only because the worker's slice has ended.
    if (by === task) record.task(task, at, RUNNABLE, SLICE_EXPIRED, NONE, worker, NONE);
    cores.vacate(core, at);
    policy.join(worker, at, 'slice-ended');
  }
}

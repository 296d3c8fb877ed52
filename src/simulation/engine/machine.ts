// The machine at work: tasks on workers, workers on cores, and each rule for what happens at one instant.

import type { Scenario } from '../scenario.ts';
import { NONE } from './columns.ts';
import { Cores, NEVER } from './cores.ts';
import { EventQueue } from './event-queue.ts';
import { Programs } from './programs.ts';
import { Recorder } from './recorder.ts';
import { RunQueue } from './run-queue.ts';
import { WorkerPool } from './worker-pool.ts';

/** All times in ns. The engine calls the four steps of an instant in order: cores, IO, arrivals, dispatch. */
export class Machine {
  readonly record: Recorder;
  switches = 0;
  readonly #slice: number;
  readonly #switchCost: number;
  readonly #holds: boolean;
  readonly #programs: Programs;
  readonly #workers: WorkerPool;
  readonly #cores: Cores;
  readonly #io = new EventQueue();
  /** Tasks that want a worker, and workers that want a core. */
  readonly #taskQueue = new RunQueue();
  readonly #runQueue = new RunQueue();

  constructor(scenario: Scenario) {
    const { tasks, cores, workers } = scenario;
    const own = workers === 'per-task';
    this.record = new Recorder(scenario);
    this.#slice = scenario.slice ?? NEVER;
    this.#switchCost = scenario.switchCost;
    this.#holds = scenario.waiting === 'holds';
    this.#programs = new Programs(tasks);
    // The lowest-numbered free worker is taken first, so that those beyond the number of tasks never are.
    const count = own ? tasks.length : Math.min(workers, tasks.length);
    this.#workers = new WorkerPool(count, tasks.length, own);
    this.#cores = new Cores(cores);
  }

  /** When the next core or IO has something to do; NEVER when none has. */
  get next(): number {
    return Math.min(this.#cores.next, this.#io.earliest);
  }

  /** Step 1: ends of switches, bursts and slices, by core. Returns how many there were. */
  endOnCores(at: number): number {
    const { count, until, switching } = this.#cores;
    let ends = 0;
    for (let core = 0; core < count; core += 1) {
      if (until[core] !== at) continue;
      ends += 1;
      if (switching[core] === 1) this.#beginSlice(core, at);
      else this.#endComputing(core, at);
    }
    return ends;
  }

  /** Step 2: IO completions, in the order begun. Returns how many there were. */
  completeIo(at: number): number {
    let ends = 0;
    while (this.#io.earliest === at) {
      ends += 1;
      const task = this.#io.pop();
      this.#programs.advance(task);
      if (!this.#proceed(task, at)) continue;
      const worker = this.#workers.of(task);
      this.record.task(task, at, 'runnable', 'io-done', NONE, worker, NONE);
      if (worker === NONE) this.#taskQueue.join(task);
      else this.#runQueue.join(worker);
    }
    return ends;
  }

  /** Step 3: one arrival. */
  arrive(task: number, at: number): void {
    this.record.task(task, at, 'queued', 'arrived', NONE, NONE, NONE);
    this.#taskQueue.join(task);
  }

  /** Step 4: tasks to workers, then workers to cores. */
  dispatch(at: number): void {
    while (!this.#taskQueue.isEmpty) {
      const task = this.#taskQueue.peek();
      const worker = this.#workers.choose(task);
      if (worker === NONE) break;
      this.#taskQueue.take();
      this.#take(task, worker, at);
    }
    this.#workers.clearCores((core) => this.#vacate(core, at));
    while (!this.#runQueue.isEmpty) {
      const worker = this.#runQueue.peek();
      const core = this.#cores.freeFor(this.#workers.lastCore[worker] as number);
      if (core === NONE) break;
      this.#runQueue.take();
      this.#start(core, worker, at);
    }
  }

  /**
   * Does a task's steps of no duration from where it stands: begins an IO, or ends it. Returns whether it needs a core
   * then; if not, its worker is freed and stays on its core until the dispatch, or is held and leaves its core at once.
   */
  #proceed(task: number, at: number): boolean {
    const step = this.#programs.current(task);
    if (step?.kind === 'cpu') return true;
    const worker = this.#workers.of(task);
    const held = step !== undefined && this.#holds;
    if (step === undefined) {
      this.record.ended(task, at);
    } else {
      this.record.task(task, at, 'waiting', 'io-started', NONE, held ? worker : NONE, NONE);
      this.#io.push(at + step.duration, task);
    }
    if (worker !== NONE) {
      const core = this.#workers.coreOf[worker] as number;
      if (!held) this.#workers.free(worker, at);
      else if (core !== NONE) this.#vacate(core, at);
    }
    return false;
  }

  /** A worker takes a task: a new one, which may not need a core yet, or one that is back from its wait. */
  #take(task: number, worker: number, at: number): void {
    this.#workers.give(worker, task);
    if (!this.#proceed(task, at)) return;
    const core = this.#workers.coreOf[worker] as number;
    if (core !== NONE && (this.#cores.sliceLeft[core] as number) > 0) {
      this.#run(core, at, this.#cores.whoLeft(core, at));
      return;
    }
    this.record.taken(task, at, worker, this.#workers.whoFreed(worker, at));
    if (core !== NONE) this.#vacate(core, at);
    this.#runQueue.join(worker);
  }

  /** A worker takes a free core: with a switch when the core last ran another. */
  #start(core: number, worker: number, at: number): void {
    const task = this.#workers.taskOf[worker] as number;
    const by = this.#cores.whoLeft(core, at);
    if (by !== NONE) this.record.tookOver(by, at, task);
    this.#cores.startedBy[core] = by;
    this.#workers.coreOf[worker] = core;
    this.#workers.lastCore[worker] = core;
    const other = this.#cores.place(core, worker);
    if (other) this.switches += 1;
    if (other && this.#switchCost > 0) {
      this.#cores.switching[core] = 1;
      this.#cores.until[core] = at + this.#switchCost;
      this.record.core(core, at, 'switching', task);
    } else {
      this.#beginSlice(core, at);
    }
  }

  /** A worker begins to compute after it took the core: with a whole slice. */
  #beginSlice(core: number, at: number): void {
    this.#cores.switching[core] = 0;
    this.#cores.sliceLeft[core] = this.#slice;
    this.#run(core, at, this.#cores.startedBy[core] as number);
  }

  /** The task of the worker on this core runs from now on. */
  #run(core: number, at: number, by: number): void {
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    this.record.task(task, at, 'running', 'dispatched', core, worker, by);
    this.record.core(core, at, 'running', task);
    this.#compute(core, task, at);
  }

  #compute(core: number, task: number, at: number): void {
    const { since, until, sliceLeft } = this.#cores;
    since[core] = at;
    until[core] =
      at + Math.min(this.#programs.remaining[task] as number, sliceLeft[core] as number);
  }

  /** A burst or a slice ends, or both. */
  #endComputing(core: number, at: number): void {
    const { remaining } = this.#programs;
    const { since, sliceLeft } = this.#cores;
    const worker = this.#cores.worker[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    const spent = at - (since[core] as number);
    remaining[task] = (remaining[task] as number) - spent;
    sliceLeft[core] = (sliceLeft[core] as number) - spent;
    if (remaining[task] === 0) {
      this.#programs.advance(task);
      if (!this.#proceed(task, at)) {
        this.#cores.leave(core, task, at);
        return;
      }
    }
    if ((sliceLeft[core] as number) > 0) {
      this.#compute(core, task, at);
      return;
    }
    this.#cores.leave(core, task, at);
    this.record.task(task, at, 'runnable', 'slice-expired', NONE, worker, NONE);
    this.#vacate(core, at);
    this.#runQueue.join(worker);
  }

  /** The worker on this core goes off it. */
  #vacate(core: number, at: number): void {
    this.#workers.coreOf[this.#cores.worker[core] as number] = NONE;
    this.#cores.clear(core);
    this.record.core(core, at, 'idle', NONE);
  }
}

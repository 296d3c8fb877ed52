// The machine at work: tasks on workers, workers on cores, and each rule for what happens at one instant.
import { NONE } from './columns.ts';
import { EventQueue } from './event-queue.ts';
import { Recorder } from './recorder.ts';
import { RunQueue } from './run-queue.ts';
import type { Scenario } from './scenario.ts';
import { WorkerPool } from './worker-pool.ts';

/** What a task needs once its steps of no length are done. */
type Need = 'cpu' | 'io' | 'nothing';

const NEVER = Number.POSITIVE_INFINITY;

/** All times in ns. The engine calls the four steps of an instant in order: cores, IO, arrivals, dispatch. */
export class Machine {
  readonly record: Recorder;
  switches = 0;
  readonly #scenario: Scenario;
  readonly #slice: number;
  readonly #holds: boolean;
  readonly #io = new EventQueue();
  /** Tasks that want a worker, and workers that want a core. */
  readonly #taskQueue = new RunQueue();
  readonly #runQueue = new RunQueue();
  readonly #workers: WorkerPool;

  readonly #step: Int32Array;
  readonly #remaining: Float64Array;
  readonly #workerOf: Int32Array;
  readonly #lastWorker: Int32Array;

  /** When each core's switch or burst or slice ends; NEVER when it is idle. */
  readonly #until: Float64Array;
  readonly #switching: Uint8Array;
  readonly #since: Float64Array;
  readonly #sliceLeft: Float64Array;
  readonly #onCore: Int32Array;
  readonly #lastOnCore: Int32Array;
  /** The task that last left each core, and when: it is why the next one could start. */
  readonly #left: Int32Array;
  readonly #leftAt: Float64Array;
  readonly #startedBy: Int32Array;

  constructor(scenario: Scenario) {
    const { tasks, cores, workers } = scenario;
    this.#scenario = scenario;
    this.record = new Recorder(scenario);
    this.#slice = scenario.slice ?? NEVER;
    this.#holds = scenario.waiting === 'holds';
    this.#workers = new WorkerPool(workers === 'per-task' ? tasks.length : workers, workers === 'per-task');
    this.#step = new Int32Array(tasks.length);
    this.#remaining = new Float64Array(tasks.length);
    this.#workerOf = new Int32Array(tasks.length).fill(NONE);
    this.#lastWorker = new Int32Array(tasks.length).fill(NONE);
    this.#until = new Float64Array(cores).fill(NEVER);
    this.#switching = new Uint8Array(cores);
    this.#since = new Float64Array(cores);
    this.#sliceLeft = new Float64Array(cores);
    this.#onCore = new Int32Array(cores).fill(NONE);
    this.#lastOnCore = new Int32Array(cores).fill(NONE);
    this.#left = new Int32Array(cores).fill(NONE);
    this.#leftAt = new Float64Array(cores).fill(Number.NaN);
    this.#startedBy = new Int32Array(cores).fill(NONE);
  }

  /** When the next core or IO has something to do; NEVER when none has. */
  get next(): number {
    let next = this.#io.earliest;
    for (const until of this.#until) if (until < next) next = until;
    return next;
  }

  /** Step 1: ends of switches, bursts and slices, by core. Returns how many there were. */
  endOnCores(at: number): number {
    let count = 0;
    for (let core = 0; core < this.#until.length; core += 1) {
      if (this.#until[core] !== at) continue;
      count += 1;
      if (this.#switching[core] === 1) this.#beginComputing(core, at);
      else this.#endComputing(core, at);
    }
    return count;
  }

  /** Step 2: IO completions, in the order begun. Returns how many there were. */
  completeIo(at: number): number {
    let count = 0;
    while (this.#io.earliest === at) {
      count += 1;
      const task = this.#io.pop();
      const worker = this.#workerOf[task] as number;
      this.#advance(task);
      const need = this.#proceed(task, at);
      if (need === 'cpu') {
        this.record.task(task, at, 'runnable', 'io-done', NONE, worker, NONE);
        if (worker === NONE) this.#taskQueue.join(task);
        else this.#runQueue.join(worker);
      } else if (need === 'nothing' && worker !== NONE) {
        this.#release(task, at);
      }
    }
    return count;
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
      const worker = this.#workers.choose(task, this.#lastWorker[task] as number);
      if (worker === NONE) break;
      this.#taskQueue.take();
      this.#take(task, worker, at);
    }
    this.#workers.clearCores((core) => this.#vacate(core, at));
    while (!this.#runQueue.isEmpty) {
      const worker = this.#runQueue.peek();
      const core = this.#freeCoreFor(worker);
      if (core === NONE) break;
      this.#runQueue.take();
      this.#start(core, worker, at);
    }
  }

  /** Moves a task past the step that it has just done. */
  #advance(task: number): void {
    this.#step[task] = (this.#step[task] as number) + 1;
  }

  /** Does a task's steps of no duration from where it stands: skips, begins IO, ends. */
  #proceed(task: number, at: number): Need {
    const { steps } = this.#scenario.tasks[task] as Scenario['tasks'][number];
    for (;;) {
      const step = steps[this.#step[task] as number];
      if (step === undefined) {
        this.record.ended(task, at);
        return 'nothing';
      }
      if (step.duration > 0) {
        if (step.kind === 'cpu') {
          this.#remaining[task] = step.duration;
          return 'cpu';
        }
        const worker = this.#holds ? (this.#workerOf[task] as number) : NONE;
        this.record.task(task, at, 'waiting', 'io-started', NONE, worker, NONE);
        this.#io.push(at + step.duration, task);
        return 'io';
      }
      this.#advance(task);
    }
  }

  /** A worker takes a task: one that has just come, or one that is back from a wait that freed its worker. */
  #take(task: number, worker: number, at: number): void {
    const fresh = this.#lastWorker[task] === NONE;
    this.#workerOf[task] = worker;
    this.#lastWorker[task] = worker;
    const { taskOf, coreOf, freedAt, freedBy } = this.#workers;
    taskOf[worker] = task;
    const need = fresh ? this.#proceed(task, at) : 'cpu';
    const core = coreOf[worker] as number;
    if (need === 'cpu') {
      if (core !== NONE && (this.#sliceLeft[core] as number) > 0) {
        this.#run(core, at, this.#whoLeft(core, task, at));
        return;
      }
      this.record.taken(task, at, freedAt[worker] === at ? (freedBy[worker] as number) : NONE);
      if (core !== NONE) this.#vacate(core, at);
      this.#runQueue.join(worker);
    } else if (need === 'io' && this.#holds) {
      if (core !== NONE) this.#vacate(core, at);
    } else {
      this.#release(task, at);
    }
  }

  /** A task gives its worker back; the worker stays on its core until the dispatch. */
  #release(task: number, at: number): void {
    const worker = this.#workerOf[task] as number;
    this.#workerOf[task] = NONE;
    this.#workers.free(worker, at);
  }

  /** A worker takes a free core: with a switch when the core last ran another. */
  #start(core: number, worker: number, at: number): void {
    const task = this.#workers.taskOf[worker] as number;
    const by = this.#whoLeft(core, task, at);
    if (by !== NONE) this.record.tookOver(by, at, task);
    this.#onCore[core] = worker;
    this.#workers.coreOf[worker] = core;
    this.#workers.lastCore[worker] = core;
    this.#startedBy[core] = by;
    const other = this.#lastOnCore[core] !== worker;
    this.#lastOnCore[core] = worker;
    if (other) this.switches += 1;
    if (other && this.#scenario.switchCost > 0) {
      this.#switching[core] = 1;
      this.#until[core] = at + this.#scenario.switchCost;
      this.record.core(core, at, 'switching', task);
    } else {
      this.#beginComputing(core, at);
    }
  }

  /** A worker begins to compute after it took the core: with a whole slice. */
  #beginComputing(core: number, at: number): void {
    this.#switching[core] = 0;
    this.#sliceLeft[core] = this.#slice;
    this.#run(core, at, this.#startedBy[core] as number);
  }

  /** The task of the worker on this core runs from now on. */
  #run(core: number, at: number, by: number): void {
    const worker = this.#onCore[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    this.record.task(task, at, 'running', 'dispatched', core, worker, by);
    this.record.core(core, at, 'running', task);
    this.#compute(core, task, at);
  }

  #compute(core: number, task: number, at: number): void {
    this.#since[core] = at;
    this.#until[core] = at + Math.min(this.#remaining[task] as number, this.#sliceLeft[core] as number);
  }

  /** A burst or a slice ends, or both. */
  #endComputing(core: number, at: number): void {
    const worker = this.#onCore[core] as number;
    const task = this.#workers.taskOf[worker] as number;
    const spent = at - (this.#since[core] as number);
    const remaining = (this.#remaining[task] as number) - spent;
    this.#remaining[task] = remaining;
    this.#sliceLeft[core] = (this.#sliceLeft[core] as number) - spent;
    let need: Need = 'cpu';
    if (remaining === 0) {
      this.#advance(task);
      need = this.#proceed(task, at);
    }
    if (need === 'cpu') {
      if ((this.#sliceLeft[core] as number) > 0) {
        this.#compute(core, task, at);
        return;
      }
      this.record.task(task, at, 'runnable', 'slice-expired', NONE, worker, NONE);
      this.#leave(core, task, at);
      this.#vacate(core, at);
      this.#runQueue.join(worker);
      return;
    }
    this.#leave(core, task, at);
    this.#until[core] = NEVER;
    if (need === 'io' && this.#holds) this.#vacate(core, at);
    else this.#release(task, at);
  }

  #leave(core: number, task: number, at: number): void {
    this.#left[core] = task;
    this.#leftAt[core] = at;
  }

  /** The other task that left this core at this very instant, or NONE. */
  #whoLeft(core: number, task: number, at: number): number {
    const left = this.#left[core] as number;
    return this.#leftAt[core] === at && left !== task ? left : NONE;
  }

  /** The worker on this core goes off it. */
  #vacate(core: number, at: number): void {
    this.#workers.coreOf[this.#onCore[core] as number] = NONE;
    this.#onCore[core] = NONE;
    this.#until[core] = NEVER;
    this.record.core(core, at, 'idle', NONE);
  }

  #freeCoreFor(worker: number): number {
    const last = this.#workers.lastCore[worker] as number;
    return last !== NONE && this.#onCore[last] === NONE ? last : this.#onCore.indexOf(NONE);
  }
}

// A yardstick: the reference workload's rules written with an object for each task, core, event and segment.
import type { CoreSegment, Scenario, Step, TaskSegment } from '../index.ts';
import { BinaryHeap } from './binary-heap.ts';
import { begin, end } from './segments.ts';

type Nanos = TaskSegment['start'];
type Writable<T> = { -readonly [Key in keyof T]: T[Key] };

class Task {
  readonly index: number;
  readonly steps: readonly Step[];
  readonly segments: Writable<TaskSegment>[] = [];
  step = 0;
  /** What is left of the step that it is at, ns. */
  left: number;
  lastCore: Core | null = null;

  constructor(index: number, steps: readonly Step[]) {
    this.index = index;
    this.steps = steps;
    this.left = lengthOf(steps[0]);
  }

  /** Goes on to its next step; returns that, or undefined at its end. */
  advance(): Step | undefined {
    this.step += 1;
    const next = this.steps[this.step];
    this.left = lengthOf(next);
    return next;
  }

  enter(
    state: TaskSegment['state'],
    cause: TaskSegment['cause'],
    at: number,
    core: number | null = null,
    causedBy: number | null = null,
  ): void {
    const start = at as Nanos;
    begin(this.segments, { state, start, end: start, core, worker: this.index, cause, causedBy });
  }
}

class Core {
  readonly index: number;
  readonly segments: Writable<CoreSegment>[] = [];
  task: Task | null = null;
  lastTask: Task | null = null;
  isSwitching = false;
  /** When its task began to compute, and what was left of its slice then, ns. */
  since = 0;
  sliceLeft = 0;
  /** The task that last left it, and when. */
  left: Task | null = null;
  leftAt = 0;
  /** The task whose leaving let the present one in. */
  startedBy: number | null = null;

  constructor(index: number) {
    this.index = index;
    this.enter('idle', 0, null);
  }

  enter(state: CoreSegment['state'], at: number, task: number | null): void {
    begin(this.segments, { state, start: at as Nanos, end: at as Nanos, task });
  }
}

/** Something that is due: on a core, or the end of a task's IO. */
class Event {
  readonly time: number;
  /** Cores come first, by number; IO after all of them. */
  readonly rank: number;
  readonly sequence: number;
  readonly of: Core | Task;

  constructor(time: number, rank: number, sequence: number, of: Core | Task) {
    this.time = time;
    this.rank = rank;
    this.sequence = sequence;
    this.of = of;
  }
}

const inOrder = (a: Event, b: Event) =>
  a.time - b.time || a.rank - b.rank || a.sequence - b.sequence;

const lengthOf = (step: Step | undefined) =>
  step !== undefined && 'duration' in step ? (step.duration as number) : 0;

class Simulation {
  readonly tasks: readonly Task[];
  readonly cores: readonly Core[];
  readonly #slice: number;
  readonly #switchCost: number;
  readonly #events = new BinaryHeap(inOrder);
  /** The tasks that want a core are those from the head on. */
  #ready: Task[] = [];
  #head = 0;
  #sequence = 0;
  #now = 0;

  constructor({ tasks, cores, slice, switchCost }: Scenario) {
    this.tasks = tasks.map(({ steps }, index) => new Task(index, steps));
    this.cores = Array.from({ length: cores }, (_, index) => new Core(index));
    this.#slice = slice ?? Number.POSITIVE_INFINITY;
    this.#switchCost = switchCost;
  }

  run(): void {
    for (const task of this.tasks) {
      task.enter('runnable', 'arrived', 0);
      this.#ready.push(task);
    }
    this.#dispatch();
    for (let event = this.#events.peek(); event !== undefined; event = this.#events.peek()) {
      this.#now = event.time;
      // All that is due at this instant, and only then who gets the cores.
      while (this.#events.peek()?.time === this.#now) {
        const { of } = this.#events.pop() as Event;
        if (of instanceof Task) this.#endWait(of);
        else if (of.isSwitching) this.#compute(of);
        else this.#endComputing(of);
      }
      this.#dispatch();
    }
    for (const core of this.cores) end(core.segments, this.#now);
  }

  #schedule(delay: number, rank: number, of: Core | Task): void {
    this.#events.push(new Event(this.#now + delay, rank, this.#sequence++, of));
  }

  #endWait(task: Task): void {
    task.advance();
    task.enter('runnable', 'io-done', this.#now);
    this.#ready.push(task);
  }

  #endComputing(core: Core): void {
    const task = core.task as Task;
    const spent = this.#now - core.since;
    task.left -= spent;
    core.sliceLeft -= spent;
    const next = task.left > 0 ? task.steps[task.step] : task.advance();
    if (next === undefined) {
      end(task.segments, this.#now);
    } else if (next.kind === 'io') {
      task.enter('waiting', 'io-started', this.#now);
      this.#schedule(task.left, this.cores.length, task);
    } else if (core.sliceLeft > 0) {
      this.#goOn(core, task);
      return;
    } else {
      task.enter('runnable', 'slice-expired', this.#now);
      this.#ready.push(task);
    }
    core.task = null;
    core.left = task;
    core.leftAt = this.#now;
    core.enter('idle', this.#now, null);
  }

  #dispatch(): void {
    while (this.#head < this.#ready.length) {
      const task = this.#ready[this.#head] as Task;
      const core = this.#freeFor(task);
      if (core === undefined) break;
      this.#head += 1;
      this.#start(core, task);
    }
    if (this.#head > 1000 && this.#head * 2 > this.#ready.length) {
      this.#ready = this.#ready.slice(this.#head);
      this.#head = 0;
    }
  }

  #freeFor({ lastCore }: Task): Core | undefined {
    return lastCore?.task === null ? lastCore : this.cores.find(({ task }) => task === null);
  }

  #start(core: Core, task: Task): void {
    const left = core.leftAt === this.#now ? core.left : null;
    const given = left?.segments.at(-1);
    if (given?.start === this.#now && given.cause === 'slice-expired') given.causedBy = task.index;
    const isSwitch = core.lastTask !== task;
    core.startedBy = left?.index ?? null;
    core.task = task;
    core.lastTask = task;
    task.lastCore = core;
    if (isSwitch && this.#switchCost > 0) {
      core.isSwitching = true;
      core.enter('switching', this.#now, task.index);
      this.#schedule(this.#switchCost, core.index, core);
    } else {
      this.#compute(core);
    }
  }

  #compute(core: Core): void {
    const task = core.task as Task;
    core.isSwitching = false;
    core.sliceLeft = this.#slice;
    task.enter('running', 'dispatched', this.#now, core.index, core.startedBy);
    core.enter('running', this.#now, task.index);
    this.#goOn(core, task);
  }

  #goOn(core: Core, task: Task): void {
    core.since = this.#now;
    this.#schedule(Math.min(task.left, core.sliceLeft), core.index, core);
  }
}

/**
 * Runs a scenario whose tasks arrive at 0, only compute and wait, and have a thread each. The tasks and the cores that
 * it returns have their segments, with causes.
 */
export function withObjects(scenario: Scenario): Pick<Simulation, 'tasks' | 'cores'> {
  const simulation = new Simulation(scenario);
  simulation.run();
  return simulation;
}

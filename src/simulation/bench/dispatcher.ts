// What the models in both libraries have in common, for neither library knows it: cores, and who takes them when.
import { begin, end } from './segments.ts';

interface TaskStretch {
  readonly state: 'runnable' | 'running' | 'waiting';
  readonly start: number;
  end: number;
  readonly core: number | null;
}

interface CoreStretch {
  readonly state: 'idle' | 'switching' | 'running';
  readonly start: number;
  end: number;
  readonly task: number | null;
}

export class Core {
  readonly index: number;
  readonly segments: CoreStretch[] = [];
  task: Life | null = null;
  lastTask: Life | null = null;

  constructor(index: number) {
    this.index = index;
    this.enter('idle', 0);
  }

  enter(state: CoreStretch['state'], at: number): void {
    const task = this.task?.index ?? null;
    begin(this.segments, { state, start: at, end: at, task });
  }
}

/** What happens to a task, beside what its library makes of it. */
export class Life {
  readonly index: number;
  readonly segments: TaskStretch[] = [];
  lastCore: Core | null = null;
  /** When it began to wait, ns. */
  waitingSince = 0;
  /** Goes on with it, now that it has a core. */
  readonly start: (isSwitch: boolean) => void;

  constructor(index: number, start: Life['start']) {
    this.index = index;
    this.start = start;
  }

  /** The core that it is on. */
  get core(): Core {
    return this.lastCore as Core;
  }

  enter(state: TaskStretch['state'], at: number, core: number | null = null): void {
    begin(this.segments, { state, start: at, end: at, core });
  }
}

/** Gathers who wants a core at an instant, and gives cores to them when the instant is over. Times in ns. */
export class Dispatcher {
  readonly cores: readonly Core[];
  #expired: Life[] = [];
  #woken: Life[] = [];
  #ready: Life[] = [];
  #head = 0;

  constructor(cores: number) {
    this.cores = Array.from({ length: cores }, (_, index) => new Core(index));
  }

  /** A task wants a core: it arrives, or it has waited. */
  wake(task: Life, at: number): void {
    task.enter('runnable', at);
    this.#woken.push(task);
  }

  /** A task begins to compute on the core that it was given, after its switch. */
  compute(task: Life, at: number): void {
    task.enter('running', at, task.core.index);
    task.core.enter('running', at);
  }

  /** A task's slice has ended. */
  expire(task: Life, at: number): void {
    task.enter('runnable', at);
    this.#leave(task.core, at);
    this.#expired.push(task);
  }

  /** A task leaves its core and begins to wait. */
  wait(task: Life, at: number): void {
    task.enter('waiting', at);
    task.waitingSince = at;
    this.#leave(task.core, at);
  }

  /** A task ends. */
  finish(task: Life, at: number): void {
    end(task.segments, at);
    this.#leave(task.core, at);
  }

  /** The instant is over: those whose slice ended join by core, those who waited in the order in which they began. */
  settle(at: number): void {
    const ready = this.#ready;
    if (this.#expired.length > 1) this.#expired.sort(byCore);
    if (this.#woken.length > 1) this.#woken.sort(byWait);
    for (const task of this.#expired) ready.push(task);
    for (const task of this.#woken) ready.push(task);
    this.#expired = [];
    this.#woken = [];
    while (this.#head < ready.length) {
      const task = ready[this.#head] as Life;
      const core = this.#freeFor(task);
      if (core === undefined) break;
      this.#head += 1;
      this.#start(task, core, at);
    }
    if (this.#head > 1000 && this.#head * 2 > ready.length) {
      this.#ready = ready.slice(this.#head);
      this.#head = 0;
    }
  }

  /** The run is over. */
  close(at: number): void {
    for (const core of this.cores) end(core.segments, at);
  }

  #freeFor({ lastCore }: Life): Core | undefined {
    return lastCore?.task === null ? lastCore : this.cores.find(({ task }) => task === null);
  }

  #start(task: Life, core: Core, at: number): void {
    const isSwitch = core.lastTask !== task;
    core.task = task;
    core.lastTask = task;
    task.lastCore = core;
    core.enter(isSwitch ? 'switching' : 'running', at);
    task.start(isSwitch);
  }

  #leave(core: Core, at: number): void {
    core.task = null;
    core.enter('idle', at);
  }
}

const lastCore = ({ lastCore }: Life) => lastCore?.index ?? 0;
const byCore = (a: Life, b: Life) => lastCore(a) - lastCore(b);
const byWait = (a: Life, b: Life) => a.waitingSince - b.waitingSince || byCore(a, b);

// One event loop: callbacks stand in one line, and each runs to its end before the next. From works to what became of each.
import { type LifeSegment, ms, type TaskState } from '@interleave/simulation';

/** A step of a work. Lengths in ms. */
export type Step =
  /** A callback. As it begins it queues other works, by their names. One of no length only hands on. */
  | { readonly kind: 'run'; readonly length: number; readonly queues?: readonly string[] }
  /** A wait that needs no thread: for the network, or for a timer. */
  | { readonly kind: 'wait'; readonly length: number }
  /** A thread of the pool does it: it computes on a core of its own, or waits for a disk. */
  | { readonly kind: 'pool'; readonly length: number; readonly computes: boolean };

export interface Work {
  readonly name: string;
  /** When it comes, ms; null: when another work queues it. */
  readonly arrival: number | null;
  readonly steps: readonly Step[];
  /** Before which others it goes: those of a higher number. Equals go in the order in which they became ready. */
  readonly rank: number;
}

export interface LoopSetting {
  /** How long a callback may compute before it goes to the end of the line, ms; null: to its end. */
  readonly piece: number | null;
  /** The threads of the pool. */
  readonly threads: number;
}

/** What became of a work. Times in ns. */
export interface Done {
  readonly name: string;
  readonly arrival: LifeSegment['start'];
  readonly segments: readonly LifeSegment[];
}

/** A work on its way. Times in ms. */
interface Going {
  readonly work: Work;
  step: number;
  /** How long the callback that it is in has still to compute. */
  left: number;
  arrival: number;
  /** Since when it is as it is, and why. */
  since: number;
  cause: LifeSegment['cause'];
  readonly segments: LifeSegment[];
}

interface Wait {
  readonly going: Going;
  readonly until: number;
  readonly thread: number | null;
}

/**
 * Runs works to their end.
 *
 * At one instant, first the callback on the loop ends and what it begins begins; then waits are over, in the order in
 * which they began; then works arrive, in the order given; then the loop takes the first in line.
 */
export function runLoop(works: readonly Work[], setting: LoopSetting): Done[] {
  return new Loop(works, setting).run();
}

class Loop {
  readonly #all: readonly Going[];
  readonly #piece: number | null;
  readonly #line: Going[] = [];
  readonly #poolLine: Going[] = [];
  /** By the number of the thread. */
  readonly #busy: boolean[];
  #waits: Wait[] = [];
  #running: { readonly going: Going; readonly until: number } | null = null;
  #now = 0;

  constructor(works: readonly Work[], { piece, threads }: LoopSetting) {
    this.#piece = piece;
    this.#busy = Array(threads).fill(false);
    this.#all = works.map((work) => ({
      work,
      step: 0,
      left: 0,
      arrival: work.arrival ?? 0,
      since: 0,
      cause: 'arrived',
      segments: [],
    }));
  }

  run(): Done[] {
    for (let next = this.#next(-1); next !== null; next = this.#next(this.#now)) {
      this.#now = next;
      this.#endCallback();
      this.#endWaits();
      for (const going of this.#all) {
        if (going.work.arrival === next) this.#arrive(going);
      }
      this.#takeNext();
    }
    return this.#all.map(({ work: { name }, arrival, segments }) => ({
      name,
      arrival: ms(arrival),
      segments,
    }));
  }

  /** The first instant after another at which anything happens, or null. */
  #next(after: number): number | null {
    const times = [
      ...(this.#running === null ? [] : [this.#running.until]),
      ...this.#waits.map(({ until }) => until),
      ...this.#all.map(({ work }) => work.arrival ?? -1),
    ].filter((time) => time > after);
    return times.length === 0 ? null : Math.min(...times);
  }

  #arrive(going: Going) {
    Object.assign(going, { arrival: this.#now, since: this.#now });
    this.#begin(going, 'arrived');
  }

  #endCallback() {
    if (this.#running === null || this.#running.until > this.#now) return;
    const { going } = this.#running;
    this.#running = null;
    this.#write(going, 'running', { core: 0, worker: 0 });
    if (going.left > 0) this.#join(going, 'runtime-slice-expired');
    else this.#goOn(going);
  }

  #endWaits() {
    const over = this.#waits.filter(({ until }) => until <= this.#now);
    this.#waits = this.#waits.filter(({ until }) => until > this.#now);
    for (const { going, thread } of over) {
      const step = going.work.steps[going.step] as Step;
      if (thread === null) this.#write(going, 'waiting', {});
      else if (step.kind === 'pool' && step.computes) {
        this.#write(going, 'running', { core: 1 + thread, worker: 1 + thread });
      } else this.#write(going, 'waiting', { worker: 1 + thread });
      if (thread !== null) this.#free(thread);
      this.#goOn(going);
    }
  }

  #takeNext() {
    while (this.#running === null && this.#line.length > 0) {
      const going = this.#line.shift() as Going;
      const { work, step } = going;
      const { length, queues = [] } = work.steps[step] as Step & { kind: 'run' };
      this.#write(going, ranBefore(going) ? 'runnable' : 'queued', {});
      going.cause = 'dispatched';
      if (going.left === length) {
        for (const name of queues) this.#arrive(this.#named(name));
      }
      const now = Math.min(going.left, this.#piece ?? going.left);
      going.left -= now;
      if (now === 0) this.#goOn(going);
      else this.#running = { going, until: this.#now + now };
    }
  }

  #goOn(going: Going) {
    going.step += 1;
    this.#begin(going, 'io-done');
  }

  /** Begins the step that a work has come to, if it has not come to its end. */
  #begin(going: Going, cause: LifeSegment['cause']) {
    const step = going.work.steps[going.step];
    if (step === undefined) return;
    if (step.kind === 'run') {
      going.left = step.length;
      this.#join(going, cause);
      return;
    }
    going.cause = 'io-started';
    if (step.length === 0) this.#goOn(going);
    else if (step.kind === 'wait') this.#wait(going, null);
    else {
      this.#poolLine.push(going);
      this.#serve();
    }
  }

  #join(going: Going, cause: LifeSegment['cause']) {
    going.cause = cause;
    const { rank } = going.work;
    const at = this.#line.findIndex((other) => other.work.rank > rank);
    this.#line.splice(at === -1 ? this.#line.length : at, 0, going);
  }

  #free(thread: number) {
    this.#busy[thread] = false;
    this.#serve();
  }

  /** Free threads of the pool take what is in line for them. */
  #serve() {
    for (let thread = this.#busy.indexOf(false); thread !== -1; ) {
      const going = this.#poolLine.shift();
      if (going === undefined) return;
      this.#busy[thread] = true;
      this.#write(going, 'queued', {});
      const { computes } = going.work.steps[going.step] as Step & { kind: 'pool' };
      going.cause = computes ? 'dispatched' : 'io-started';
      this.#wait(going, thread);
      thread = this.#busy.indexOf(false);
    }
  }

  #wait(going: Going, thread: number | null) {
    const { length } = going.work.steps[going.step] as Step;
    this.#waits.push({ going, until: this.#now + length, thread });
  }

  #named(name: string): Going {
    const found = this.#all.find(({ work }) => work.name === name);
    if (found === undefined) throw new Error(`found "${name}" queued; there is no such work.`);
    return found;
  }

  /** Writes down how a work has spent the time since it last changed. */
  #write(going: Going, state: TaskState, where: Pick<LifeSegment, 'core' | 'worker'>) {
    const { since, cause } = going;
    going.since = this.#now;
    if (since === this.#now) return;
    going.segments.push({ state, start: ms(since), end: ms(this.#now), cause, ...where });
  }
}

/** Whether the loop has run a callback of it. */
const ranBefore = ({ segments }: Going) => segments.some(({ worker }) => worker === 0);

// A task at an instant of a run, and what it and all others did just before and from then on, as claims about it need it.

import { segmentAt } from '../readers/instants.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { TaskState, TaskTrace, Trace } from '../trace/trace.ts';
import { timeIn } from './programs.ts';

/** What a task is said to have done, and what it is in from then on. */
const AFTER: Readonly<Record<string, TaskState>> = {
  'used up its slice': 'runnable',
  'had had its share': 'runnable',
  'used up its runtime slice': 'runnable',
  'was preempted': 'runnable',
  'found a lock taken': 'blocked',
  'asked the database': 'waiting',
};

/** Other tasks are named by their index, cores by their number in words ("core 2", or "the core"). */
export class Scene {
  readonly trace: Trace;
  readonly at: number;
  readonly #self: number;

  /** @param at ns, @param self the index of the task */
  constructor(trace: Trace, self: number, at: number) {
    this.trace = trace;
    this.at = at;
    this.#self = self;
  }

  get self(): TaskTrace {
    return this.trace.tasks[this.#self] as TaskTrace;
  }

  #task(named: string | undefined): TaskTrace {
    return this.trace.tasks[Number(named)] as TaskTrace;
  }

  #core(words: string | undefined, at: number) {
    const number = Number(words?.match(/\d+/)?.[0] ?? 1) - 1;
    return segmentAt(this.trace.cores[number]?.segments ?? [], at as Nanos);
  }

  /** Whether the task is in one of these states from now on. */
  is(...states: TaskState[]): boolean {
    const now = segmentAt(this.self.segments, this.at as Nanos);
    return now?.start === this.at && states.includes(now.state);
  }

  /** Whether it was in this state up to now. */
  was(state: TaskState): boolean {
    return this.self.segments.some((one) => one.end === this.at && one.state === state);
  }

  /** Whether the task, a user, begins a round now. */
  asksAnew(): boolean {
    const { rounds, segments, end } = this.self;
    if (end !== null) return false;
    const thought = segments.some((one) => one.end === this.at && one.cause === 'thinking');
    return thought || rounds.some((round) => round.end === this.at);
  }

  runsOn(core: string | undefined): boolean {
    return this.is('running') && this.#core(core, this.at)?.task === this.#self;
  }

  /** Whether a core had nobody up to now. */
  wasFree(core: string | undefined): boolean {
    return this.at === 0 || this.#core(core, this.at - 1)?.state === 'idle';
  }

  /** When a core was given to the task that now runs on it: before the switch, if there was one. */
  givenAt(core: string | undefined): number {
    const before = this.#core(core, this.at - 1);
    return before?.state === 'switching' && before.task === this.#self ? before.start : this.at;
  }

  /** The same of whichever core it runs on. */
  givenCoreAt(): number {
    const { index = 0 } =
      this.trace.cores.find(({ index: core }) => this.runsOn(`core ${core + 1}`)) ?? {};
    return this.givenAt(`core ${index + 1}`);
  }

  /** Whether another task had a core up to an instant (ns), or at that instant only: preempted as it was given it. */
  had(core: string | undefined, other: string | undefined, at: number): boolean {
    const now = segmentAt(this.#task(other).segments, at as Nanos);
    return now?.cause === 'preempted' || this.#core(core, at - 1)?.task === Number(other);
  }

  /** The tasks on the cores from now on, that run or are switched to. */
  onCores(): string[] {
    return this.trace.cores.flatMap(({ index }) => {
      const task = this.#core(`core ${index + 1}`, this.at)?.task ?? null;
      return task === null ? [] : [String(task)];
    });
  }

  /** Whether a task has had a worker since its segment began. */
  hasWorker(task: string): boolean {
    return (segmentAt(this.#task(task).segments, this.at as Nanos)?.worker ?? null) !== null;
  }

  /** Whether another task has arrived, and has not ended before an instant (ns). */
  isThere(other: string | undefined, at = this.at): boolean {
    const { arrival, end } = this.#task(other);
    return arrival <= at && (end === null || at <= end);
  }

  /** Whether another task did at an instant (ns) what is said; nothing is said where it is not seen. */
  did(other: string | undefined, what: string | undefined, at = this.at): boolean {
    const task = this.#task(other);
    if (what === undefined) return this.isThere(other, at);
    if (what === 'had its answer') return task.rounds.some((round) => round.end === at);
    if (what === 'ended') return task.end === at;
    if (what.startsWith('finished')) {
      const left = timeIn(task, 'waiting') + timeIn(task, 'blocked') > 0;
      const computed = left ? 'work' : `${toMs(timeIn(task, 'running') as Nanos)} ms`;
      return task.end === at && what === `finished its ${computed}`;
    }
    return task.segments.some(({ start, state }) => start === at && state === AFTER[what]);
  }
}

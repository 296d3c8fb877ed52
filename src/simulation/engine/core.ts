// A core: which worker is on it, until when, with how much of its slice, and who was on it before.
import { NEVER, NONE } from '../trace/codes.ts';

/** What a core does until its time is up: it computes (or nothing), it switches to a worker, its worker to a task. */
export const COMPUTES = 0;
export const SWITCHES = 1;
export const SWITCHES_TASK = 2;

/** Stands for a slice that begins when its worker begins to compute. */
export const WHOLE = -1;

/** Times in ns. */
export class Core {
  readonly index: number;
  /** The worker on it, or NONE. */
  worker = NONE;
  /** The worker that was put on it last, or NONE. */
  lastWorker = NONE;
  /** Whether it was given up since the last dispatch. */
  isVacated = false;
  /** When its switch, burst or slice ends; NEVER when it does nothing. */
  until = NEVER;
  phase = COMPUTES;
  /** When it began to compute, or will, when its switch has ended. */
  since = 0;
  /** When its worker last began to go to a task, or will, when the core's switch has ended. */
  wentAt = 0;
  /** What is left of its worker's slice, or WHOLE. */
  sliceLeft = 0;
  /** The task whose leaving made its last start possible, or NONE. */
  startedBy = NONE;
  /** The task that last left it, and when. */
  #left = NONE;
  #leftAt = NEVER;

  constructor(index: number) {
    this.index = index;
  }

  /** It is at something until then. */
  busy(phase: number, until: number): void {
    this.phase = phase;
    this.until = until;
  }

  /** A task computes on it no longer. */
  leave(task: number, at: number): void {
    this.#left = task;
    this.#leftAt = at;
    this.until = NEVER;
  }

  /** The task that left it at this very instant, or NONE. */
  whoLeft(at: number): number {
    return this.#leftAt === at ? this.#left : NONE;
  }
}

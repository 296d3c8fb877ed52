// What a scheduling policy is: the order of the run queue, and when a worker must give way.

/** Why a worker joins the run queue: it has a task that is ready, its slice ended, or another took its core. */
export type Joining = 'ready' | 'slice-ended' | 'preempted';

/** What a policy may ask about a worker: of the task that it has. */
export interface Workers {
  /** Its share of the core in proportion to others'. */
  weight(worker: number): number;
  /** More goes first. */
  priority(worker: number): number;
  /** The CPU time left in its program, ns: as it was when it last stopped computing. */
  cpuLeft(worker: number): number;
}

/**
 * The run queue. Workers are numbers, times are ns; the machine tells it who joins and who has computed how long, and
 * asks it who is next. By itself a policy lets a worker compute until it waits, and preempts nobody.
 */
export abstract class Policy {
  /** How many stand in line. */
  abstract get length(): number;
  /** The first in line; the line must not be empty. */
  abstract get first(): number;

  abstract join(worker: number, at: number, why: Joining): void;

  /** Takes out the first, who gets a core; the line must not be empty. */
  abstract take(): number;

  /** How long a worker may compute from `at` until the policy is asked whether it gives way. */
  allowance(_worker: number, _at: number): number {
    return Number.POSITIVE_INFINITY;
  }

  /** Asked when that time is up. If not, it gets another allowance. */
  givesWay(_worker: number): boolean {
    return true;
  }

  /** A worker has computed for so long. */
  charge(_worker: number, _spent: number): void {}

  /** A worker leaves its core to wait, or because its task has ended. */
  leave(_worker: number): void {}

  /** A worker that stayed on its core goes on with another task. */
  goesOn(_worker: number): void {}

  /** Whether it may take the core of one who runs. */
  readonly preempts: boolean = false;

  /** How far back one who runs stands among those who run: the greatest is last. It computes since `ran` ns. */
  standing(_worker: number, _ran: number): number {
    return 0;
  }

  /** Whether the first in line comes before one who runs and has that standing. */
  comesBefore(_standing: number, _at: number): boolean {
    return false;
  }
}

/** Whether a setting of the scenario belongs to a policy. */
type Need = 'needed' | 'possible' | 'senseless';

/** A policy as scenarios name it. */
export interface PolicyDefinition {
  readonly slice: Need;
  readonly tick: Need;
  /** @param slice, tick in ns, as the scenario has them */
  make(
    settings: { readonly slice: number; readonly tick: number; readonly cores: number },
    workers: Workers,
  ): Policy;
}

// All interleavings of a few small threads: how many there are, and what each can end in.
import { count } from '../scenario/validate-fields.ts';
import { type Broken, brokenAmong } from './broken.ts';
import { Explorer } from './explore.ts';
import { livelocksAmong } from './livelocks.ts';
import { type Moment, Witnesses } from './moments.ts';
import { multinomial } from './multinomial.ts';
import { elseTo } from './plan.ts';
import { INTERLEAVING_LIMITS, type Invariant, type SteppedThread } from './program.ts';
import { type BlockedThread, blockedIn } from './standing.ts';
import { type Prepared, prepare } from './state.ts';
import { validateInvariant } from './validate-program.ts';
import { inOrder, waysTo } from './ways.ts';

/** What the shared variables can hold when all threads are done. */
export interface FinalState {
  readonly variables: Readonly<Record<string, number>>;
  /** How many interleavings end so; null where schedules can go round, since there is no end to them. */
  readonly count: bigint | null;
  /** Of the shortest of them the first when schedules are compared thread number by thread number. */
  readonly witness: readonly Moment[];
}

/** A way in which threads can come to wait for each other for ever. */
export interface InterleavingDeadlock {
  /** In order of their numbers; the other threads are done. */
  readonly blocked: readonly BlockedThread[];
  /** How many schedules end so; null where schedules can go round. */
  readonly count: bigint | null;
  /** Of the shortest of them the first when schedules are compared thread number by thread number. */
  readonly witness: readonly Moment[];
}

/**
 * Threads that can go round for ever although each of them keeps doing steps, and no other thread that could go on all the
 * while is left out. What one thread can do for ever only while another gets no core is none.
 */
export interface Livelock {
  /** Those that go round: indices, ascending. */
  readonly threads: readonly number[];
  /** How to come to where a round begins. */
  readonly witness: readonly Moment[];
  /** One round: after it everything that can still be used stands as it did before. */
  readonly round: readonly Moment[];
}

export interface Interleavings {
  /** The schedules in which all threads come to their end; null where schedules can go round: there is no end to them. */
  readonly total: bigint | null;
  /** The schedules that end in a deadlock; `total` does not count them. Null as for `total`. */
  readonly deadlocked: bigint | null;
  /**
   * How many there would be if no lock held anybody back: (Σn)! / Πn!, n being the steps of each thread. Null where a step
   * can lead elsewhere than to the next, since then there is no such n.
   */
  readonly bound: bigint | null;
  /** How many distinct states can be reached, with the first: what the count took to find. */
  readonly states: number;
  /** Distinct ones, those after fewer steps first, and then in order of their witnesses. */
  readonly finals: readonly FinalState[];
  /** Distinct in who awaits what, where; those after fewer steps first, and then in order of their witnesses. */
  readonly deadlocks: readonly InterleavingDeadlock[];
  /** One for each set of states that lead to each other, in order of where they begin. */
  readonly livelocks: readonly Livelock[];
  /** What breaks the invariant; null where none was stated. */
  readonly broken: Broken | null;
}

/** All orders of the steps of some threads, found in parts, so that who waits can be told how far it is. */
export class Exploration {
  readonly #prepared: Prepared;
  readonly #invariant: Invariant | null;
  readonly #explorer: Explorer;

  /** @throws as `interleavings` does, but for too many states or too great values */
  constructor(
    threads: readonly SteppedThread[],
    initial: Readonly<Record<string, number>> = {},
    invariant: Invariant | null = null,
  ) {
    this.#prepared = prepare(threads, initial);
    if (invariant !== null) validateInvariant(threads, invariant);
    // A copy: what the caller gave may change before all has been found.
    this.#invariant = structuredClone(invariant);
    this.#explorer = new Explorer(this.#prepared);
  }

  /** How many distinct states have been found so far. */
  get states(): number {
    return this.#explorer.states;
  }

  /**
   * Goes on from so many states. Returns whether all have been found.
   *
   * @param states from 1 to as many as `INTERLEAVING_LIMITS` allows
   * @throws as `interleavings` does
   */
  advance(states: number): boolean {
    // With none, who goes on until all have been found would go on for ever.
    count('states', states, INTERLEAVING_LIMITS.states);
    return this.#explorer.advance(states);
  }

  /** Goes on to the end. @throws as `interleavings` does */
  finish(): Interleavings {
    const { plans } = this.#prepared;
    const all = this.#explorer.finish();
    const ordered = inOrder(all);
    const counts = ordered === null ? null : waysTo(ordered, () => true);
    const witnesses = new Witnesses(plans);
    const finals: FinalState[] = [];
    /** By how far all threads have come. */
    const deadlocks = new Map<string, InterleavingDeadlock>();
    for (const end of all) {
      if (end.onwards.length > 0) continue;
      const { counters, variables } = end.state;
      const count = counts?.[end.index] ?? null;
      const blocked = blockedIn(plans, end.state);
      const known = deadlocks.get(counters.join());
      if (known !== undefined) {
        deadlocks.set(counters.join(), { ...known, count: sum([known.count, count]) });
      } else if (blocked.length > 0) {
        deadlocks.set(counters.join(), { blocked, count, witness: witnesses.to(end) });
      } else {
        // With all threads done no register matters: ends that are distinct states differ in their variables.
        finals.push({
          variables: Object.fromEntries(variables),
          count,
          witness: witnesses.to(end),
        });
      }
    }
    const jumps = plans.some(({ steps }) => steps.some((step) => elseTo(step) !== null));
    const goesRound = ordered === null;
    const livelocks = goesRound ? livelocksAmong(all) : [];
    const total = goesRound ? null : sum(finals.map(({ count }) => count));
    const deadlocked = goesRound ? null : sum([...deadlocks.values()].map(({ count }) => count));
    const schedules = sum([total, deadlocked]);
    return {
      total,
      deadlocked,
      bound: jumps ? null : multinomial(plans.map(({ steps }) => steps.length)),
      states: all.length,
      finals,
      deadlocks: [...deadlocks.values()],
      livelocks: livelocks.map(({ begins, threads, steps }) => {
        return { threads, witness: witnesses.to(begins), round: witnesses.along(begins, steps) };
      }),
      broken:
        this.#invariant === null
          ? null
          : brokenAmong({ plans, all, ordered, schedules, witnesses }, this.#invariant),
    };
  }
}

/** Null where one of them is: there is no end to it. */
const sum = (counts: readonly (bigint | null)[]): bigint | null =>
  counts.reduce((total, count) => (total === null || count === null ? null : total + count), 0n);

/**
 * All orders in which the steps of some threads can be done, each thread keeping its own order: exact counts, whatever
 * their size, where schedules come to an end; where threads can go round, what can be reached. Memory is sequentially
 * consistent: a store is seen by all at once.
 *
 * @param initial what variables hold at first; those left out hold 0
 * @param invariant what must be so: the result says in how many schedules it is not
 * @throws ScenarioError for what cannot be run, or goes beyond `INTERLEAVING_LIMITS`
 */
export const interleavings = (
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>> = {},
  invariant: Invariant | null = null,
): Interleavings => new Exploration(threads, initial, invariant).finish();

// The graph of all states that a few small threads can come to, and of the steps between them.
import { Explorer, type Reached } from './explore.ts';
import type { SteppedThread } from './program.ts';
import { type Standing, standingIn } from './standing.ts';
import { prepare, registersThatMatter } from './state.ts';

/**
 * A state that can be reached. Ways after which the same can come to pass lead to the same state: all threads have come
 * as far, and all variables and all registers that can still be used hold the same.
 */
export interface StateNode extends Standing {
  /**
   * By thread: what its register holds, or null where that no longer matters, since the thread will load anew before it
   * uses it, or will not use it again. The ways to this state may differ in what such a register holds.
   */
  readonly registers: readonly (number | null)[];
  /** Whether all threads can still come to their end from here. */
  readonly canEndWell: boolean;
}

/** A step of a thread (an index) that leads from one node to another: their places in the list of nodes. */
export interface StateEdge {
  readonly from: number;
  readonly thread: number;
  readonly to: number;
}

export interface StateGraph {
  /**
   * The beginning is the first. Nodes after fewer steps come first, and of as many, those whose first way comes first
   * when schedules are compared thread number by thread number.
   */
  readonly nodes: readonly StateNode[];
  /** In order of the nodes that they lead from, and then of the threads. */
  readonly edges: readonly StateEdge[];
}

/**
 * All states that can be reached when the steps of some threads are done in any order, each thread keeping its own. It
 * never changes: it is frozen.
 *
 * @param initial what variables hold at first; those left out hold 0
 * @throws ScenarioError for what cannot be run, or goes beyond `INTERLEAVING_LIMITS`
 */
export function states(
  threads: readonly SteppedThread[],
  initial: Readonly<Record<string, number>> = {},
): StateGraph {
  const prepared = prepare(threads, initial);
  const all = new Explorer(prepared).finish();
  const standings = all.map(({ state }) => standingIn(prepared, state));
  const endWell = leadingTo(
    all,
    all.filter(({ index }) => standings[index]?.status === 'done'),
  );
  const nodes = all.map((reached, index) =>
    Object.freeze({
      ...(standings[index] as Standing),
      registers: Object.freeze(registersThatMatter(prepared.plans, reached.state)),
      canEndWell: endWell.has(reached),
    }),
  );
  const edges = all.flatMap(({ index, onwards }) =>
    onwards.map(({ thread, to }) => Object.freeze({ from: index, thread, to: to.index })),
  );
  return Object.freeze({ nodes: Object.freeze(nodes), edges: Object.freeze(edges) });
}

/** The states from which one of these can be reached, with these. */
function leadingTo(all: readonly Reached[], ends: readonly Reached[]): ReadonlySet<Reached> {
  const before: Reached[][] = all.map(() => []);
  for (const state of all) {
    for (const { to } of state.onwards) before[to.index]?.push(state);
  }
  const found = new Set(ends);
  // The set grows meanwhile, and those added are gone through too.
  for (const state of found) {
    for (const one of before[state.index] as Reached[]) found.add(one);
  }
  return found;
}

// Follows all interleavings at once: every state that can be reached, and where each thread leads from it.
import { ScenarioError } from '../scenario/scenario-error.ts';
import type { Plan } from './plan.ts';
import { INTERLEAVING_LIMITS } from './program.ts';
import { ableIn } from './standing.ts';
import { type Prepared, registersThatMatter, type State, stateAfter } from './state.ts';

/** A state that can be reached, as it is on the first way to it. */
export interface Reached {
  /** Its place in the list of all. */
  readonly index: number;
  readonly state: State;
  /** The state before it on the first way, and the thread that went on from there; null at the beginning. */
  readonly from: { readonly before: Reached; readonly thread: number } | null;
  /** Where each thread leads that can go on, in order of their numbers. */
  readonly onwards: readonly Reached[];
}

/** Where it leads is known once its level has gone on. */
interface Growing extends Reached {
  onwards: readonly Reached[];
}

/**
 * All states. The beginning is the first; those after fewer steps come first, and of as many, those whose first way
 * comes first in order of thread numbers.
 *
 * @throws ScenarioError for more states than `INTERLEAVING_LIMITS` allows
 */
export function explore({ plans, beginning }: Prepared): readonly Reached[] {
  const all: Growing[] = [];
  function reach(state: State, from: Reached['from']): Growing {
    if (all.length === INTERLEAVING_LIMITS.states) {
      const found = `more than ${INTERLEAVING_LIMITS.states} distinct states`;
      throw new ScenarioError('threads', found, 'fewer threads, or fewer steps,');
    }
    const reached = { index: all.length, state, from, onwards: [] };
    all.push(reached);
    return reached;
  }

  // A step always leads to the next level, so only states of one level can be the same. A level is in order of the first
  // ways to its states: the level before it was, and threads go on in order of their numbers.
  let level: readonly Growing[] = [reach(beginning, null)];
  while (level.length > 0) {
    const next = new Map<string, Growing>();
    for (const before of level) {
      before.onwards = ableIn(plans, before.state).map((thread) => {
        const state = stateAfter(plans, before.state, thread);
        const key = identity(plans, state);
        const known = next.get(key);
        if (known !== undefined) return known;
        const reached = reach(state, { before, thread });
        next.set(key, reached);
        return reached;
      });
    }
    level = [...next.values()];
  }
  return all;
}

/** The same for states from which the same can come to pass: what a register holds in vain is left out. */
function identity(plans: readonly Plan[], state: State): string {
  const { counters, variables } = state;
  let key = `${counters}`;
  for (const value of registersThatMatter(plans, state)) key += `,${value}`;
  for (const value of variables.values()) key += `,${value}`;
  return key;
}

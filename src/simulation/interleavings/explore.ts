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
  /** The steps that can be done, in order of the numbers of their threads. */
  readonly onwards: readonly Onward[];
}

export interface Onward {
  /** The thread that does its next step. */
  readonly thread: number;
  readonly to: Reached;
}

/** Where it leads is known once it has been gone on from. */
interface Growing extends Reached {
  onwards: readonly Onward[];
}

/** All states of a program, found in parts. */
export class Explorer {
  readonly #prepared: Prepared;
  /**
   * The beginning is the first; those after fewer steps come first, and of as many, those whose first way comes first in
   * order of thread numbers: states are gone on from in this order.
   */
  readonly #all: Growing[] = [];
  readonly #known = new Map<string, Growing>();
  #goneOn = 0;

  constructor(prepared: Prepared) {
    this.#prepared = prepared;
    this.#reach(prepared.beginning, null);
  }

  /** How many have been found so far. */
  get states(): number {
    return this.#all.length;
  }

  /**
   * Goes on from so many states. Returns whether there is nothing left to go on from.
   *
   * @throws ScenarioError for more states than `INTERLEAVING_LIMITS` allows, or values beyond 2^53
   */
  advance(states: number): boolean {
    const { plans } = this.#prepared;
    const last = this.#goneOn + states;
    // The list grows meanwhile, and those added are gone on from too.
    for (; this.#goneOn < Math.min(last, this.#all.length); this.#goneOn += 1) {
      const before = this.#all[this.#goneOn] as Growing;
      before.onwards = ableIn(plans, before.state).map((thread) => {
        const state = stateAfter(plans, before.state, thread);
        return { thread, to: this.#reach(state, { before, thread }) };
      });
    }
    return this.#goneOn === this.#all.length;
  }

  /** All states. @throws as `advance` does */
  finish(): readonly Reached[] {
    while (!this.advance(INTERLEAVING_LIMITS.states));
    return this.#all;
  }

  #reach(state: State, from: Reached['from']): Growing {
    const key = identity(this.#prepared.plans, state);
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    if (this.#all.length === INTERLEAVING_LIMITS.states) {
      const found = `more than ${INTERLEAVING_LIMITS.states} distinct states`;
      throw new ScenarioError(
        'threads',
        found,
        'fewer threads or steps, or loops of fewer rounds,',
      );
    }
    const reached = { index: this.#all.length, state, from, onwards: [] };
    this.#all.push(reached);
    this.#known.set(key, reached);
    return reached;
  }
}

/** The same for states from which the same can come to pass: what a register holds in vain is left out. */
function identity(plans: readonly Plan[], state: State): string {
  const { counters, variables } = state;
  let key = `${counters}`;
  for (const value of registersThatMatter(plans, state)) key += `,${value}`;
  for (const value of variables.values()) key += `,${value}`;
  return key;
}

// Ways from one state of a program to another, step by step.
import { ScenarioError } from '../scenario/scenario-error.ts';
import type { Onward, Reached } from './explore.ts';
import type { Plan } from './plan.ts';
import { INTERLEAVING_LIMITS } from './program.ts';
import { type State, stateAfter } from './state.ts';

/** One step of a schedule, and what it left behind; a schedule begins with registers of 0 and the first values. */
export interface Moment {
  /** The thread that did it, and which of its steps it was: indices. */
  readonly thread: number;
  readonly step: number;
  /** That thread's register after it. */
  readonly register: number;
  /** All shared variables after it, by name. */
  readonly variables: Readonly<Record<string, number>>;
}

/**
 * Writes ways down, step by step. There may be as many ends as states, and as many steps to each. So one of these writes
 * no more moments in all than `INTERLEAVING_LIMITS` allows.
 */
export class Witnesses {
  readonly #plans: readonly Plan[];
  #written = 0;

  constructor(plans: readonly Plan[]) {
    this.#plans = plans;
  }

  /** The first way to a state, from the beginning. @throws ScenarioError for too many moments */
  to(end: Reached): Moment[] {
    const backwards: Moment[] = [];
    for (let to = end; to.from !== null; to = to.from.before) {
      const { thread, before } = to.from;
      backwards.push(this.#moment(thread, before.state, to.state));
    }
    return backwards.reverse();
  }

  /** These steps, done one after another from a state on. @throws ScenarioError for too many moments */
  along(begins: Reached, steps: readonly Onward[]): Moment[] {
    let { state } = begins;
    return steps.map(({ thread }) => {
      const before = state;
      // Not the state that the step is known to lead to: on the first way there, registers may hold other things in vain.
      state = stateAfter(this.#plans, before, thread);
      return this.#moment(thread, before, state);
    });
  }

  #moment(thread: number, before: State, after: State): Moment {
    this.#written += 1;
    if (this.#written > INTERLEAVING_LIMITS.moments) {
      const found = `witnesses of more than ${INTERLEAVING_LIMITS.moments} steps together`;
      throw new ScenarioError(
        'threads',
        found,
        'fewer ends, or ways of fewer steps to them,',
        found,
      );
    }
    return {
      thread,
      step: before.counters[thread] as number,
      register: after.registers[thread] as number,
      variables: Object.fromEntries(after.variables),
    };
  }
}

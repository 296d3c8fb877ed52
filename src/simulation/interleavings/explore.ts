// Follows all interleavings at once, state by state, and counts the ways to each state.
import { ScenarioError } from '../scenario-error.ts';
import { holderOf, type Plan } from './plan.ts';
import { INTERLEAVING_LIMITS } from './program.ts';

/** A state that can be reached, as it is on the first way to it. */
export interface Reached {
  /** In how many ways it can be reached. */
  readonly ways: bigint;
  /** By thread: how many steps it has done. Who holds which lock follows from that. */
  readonly done: readonly number[];
  /** By thread. */
  readonly registers: readonly number[];
  readonly variables: ReadonlyMap<string, number>;
  /** The state before it, and the thread that went on from there; null at the beginning. */
  readonly from: { readonly state: Reached; readonly thread: number } | null;
}

/**
 * The states in which nobody can go on, and how many distinct states there are in all. Ends after fewer steps come first,
 * and of as many, those whose first way comes first in order of thread numbers.
 *
 * @throws ScenarioError for more states than `INTERLEAVING_LIMITS` allows
 */
export function explore(
  plans: readonly Plan[],
  variables: ReadonlyMap<string, number>,
): { ends: readonly Reached[]; states: number } {
  const zeros = plans.map(() => 0);
  const ends: Reached[] = [];
  let states = 1;
  // A step always leads to the next level, so all ways to a state are counted before anybody goes on from it. A level is
  // in order of the first ways to its states: the level before it was, and threads go on in order of their numbers.
  let level: readonly Reached[] = [
    { ways: 1n, done: zeros, registers: zeros, variables, from: null },
  ];
  while (level.length > 0) {
    const next = new Map<string, Reached & { ways: bigint }>();
    for (const state of level) {
      const able = [...plans.keys()].filter((thread) => canGoOn(plans, state, thread));
      if (able.length === 0) ends.push(state);
      for (const thread of able) {
        const after = { ...state, ...change(plans, state, thread), from: { state, thread } };
        const key = identity(plans, after);
        const known = next.get(key);
        if (known === undefined) next.set(key, after);
        else known.ways += state.ways;
      }
      if (states + next.size > INTERLEAVING_LIMITS.states) {
        const found = `more than ${INTERLEAVING_LIMITS.states} distinct states`;
        throw new ScenarioError('threads', found, 'fewer threads, or fewer steps,');
      }
    }
    states += next.size;
    level = [...next.values()];
  }
  return { ends, states };
}

function canGoOn(plans: readonly Plan[], { done }: Reached, thread: number): boolean {
  const step = plans[thread]?.steps[done[thread] as number];
  if (step?.kind === 'lock') return holderOf(plans, done, step.lock) === -1;
  return step !== undefined;
}

/** What a thread's next step changes. */
function change(plans: readonly Plan[], state: Reached, thread: number): Partial<Reached> {
  const at = state.done[thread] as number;
  const step = plans[thread]?.steps[at];
  const register = state.registers[thread] as number;
  const done = state.done.with(thread, at + 1);
  const registers = (value: number) => state.registers.with(thread, value);
  switch (step?.kind) {
    case 'load':
      return { done, registers: registers(state.variables.get(step.variable) as number) };
    case 'add':
      return { done, registers: registers(register + step.amount) };
    case 'store':
      return { done, variables: new Map(state.variables).set(step.variable, register) };
    default:
      return { done };
  }
}

/** The same for states from which the same can come to pass: what a register holds in vain is left out. */
function identity(plans: readonly Plan[], { done, registers, variables }: Reached): string {
  const stored = registers.filter((_, i) => plans[i]?.stores[done[i] as number]);
  return [...done, ...stored, ...variables.values()].join();
}

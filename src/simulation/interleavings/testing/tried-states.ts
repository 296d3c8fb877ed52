// All states of a program, also where ways go round: what the graph and the livelocks are held against.
import type { AtomicStep } from '../program.ts';
import { begin, go, standing, type Threads, type Values, type World } from './worlds.ts';

export interface TriedState extends ReturnType<typeof standing> {
  /** The same for states from which the same can come to pass. */
  readonly key: string;
  /** By thread; null where what is there is not used any more. */
  readonly registers: readonly (number | null)[];
  /** Of the shortest schedules that lead here the first. */
  readonly way: readonly number[];
  /** By thread: the state after its next step, if it can do it. */
  readonly onwards: readonly (TriedState | undefined)[];
  readonly canEndWell: boolean;
}

interface Growing extends TriedState {
  readonly world: World;
  onwards: readonly (TriedState | undefined)[];
  canEndWell: boolean;
}

/** All states, those after shorter schedules first; null where there are more than so many. */
export function triedStates(
  threads: Threads,
  initial: Values,
  most = Number.POSITIVE_INFINITY,
): readonly TriedState[] | null {
  const all: Growing[] = [];
  const known = new Map<string, Growing>();
  const keep = keptIn(threads);
  function reach(world: World, way: readonly number[]): TriedState {
    const registers = keep(world);
    const key = keyOf(world, registers);
    const old = known.get(key);
    if (old !== undefined) return old;
    const stands = standing(threads, world);
    const canEndWell = stands.status === 'done';
    const state = { ...stands, world, key, registers, way, onwards: [], canEndWell };
    known.set(key, state);
    all.push(state);
    return state;
  }
  reach(begin(threads, initial), []);
  // The list grows meanwhile, and those added are gone on from too.
  for (const state of all) {
    if (all.length > most) return null;
    state.onwards = threads.map((_, thread) => {
      const after = go(threads, state.world, thread);
      return after === null ? undefined : reach(after, [...state.way, thread]);
    });
  }
  // A state can end well when one that it leads to can, until that makes no more of them.
  const isSaved = ({ onwards, canEndWell }: TriedState) =>
    !canEndWell && onwards.some((to) => to?.canEndWell);
  for (let saved = all.filter(isSaved); saved.length > 0; saved = all.filter(isSaved)) {
    for (const state of saved) state.canEndWell = true;
  }
  return all;
}

export const keyOf = ({ done, variables }: World, registers: readonly (number | null)[]) =>
  JSON.stringify([done, registers, variables]);

/** What registers hold, by thread: null where no way through the steps of the thread comes to a use of it. */
export function keptIn(threads: Threads) {
  const kept = threads.map(({ steps }) => [...steps.keys()].map((from) => isKept(steps, from)));
  return ({ done, registers }: World) =>
    registers.map((value, i) => (kept[i]?.[Number(done[i])] ? value : null));
}

function isKept(steps: readonly AtomicStep[], from: number): boolean {
  const places = new Set([from]);
  // The set grows meanwhile, and those added are gone through too.
  for (const at of places) {
    const step = steps[at];
    if (step === undefined) continue;
    const { value, variable, least, most, otherwise, to, rollback } = step as Record<
      string,
      unknown
    >;
    if (step.kind === 'store' && value === undefined) return true;
    if (step.kind === 'if' && variable === undefined) return true;
    if ([value, least, most].some((operand) => typeof operand === 'object')) return true;
    if (['load', 'fetch-and-add', 'test-and-set'].includes(step.kind)) continue;
    for (const place of [to ?? at + 1, otherwise, rollback]) {
      if (place !== undefined) places.add(place as number);
    }
  }
  return false;
}

/** States that can all be reached from each other, and the threads whose steps lead from one of them to another. */
export interface Round {
  readonly states: readonly TriedState[];
  readonly threads: readonly number[];
}

/** All sets of states round which some threads can go, in order of their first states. */
export function roundsIn(all: readonly TriedState[]): readonly Round[] {
  const ahead = new Map(all.map((state) => [state, aheadOf(state)]));
  const leads = (from: TriedState, to: TriedState) => ahead.get(from)?.has(to) ?? false;
  return all.flatMap((first) => {
    const states = all.filter((state) => leads(first, state) && leads(state, first));
    if (states[0] !== first) return [];
    const threads = [...first.onwards.keys()].filter((thread) =>
      states.some(({ onwards }) => states.includes(onwards[thread] as TriedState)),
    );
    return [{ states, threads }];
  });
}

/** Those of them that threads can go round for ever although every thread does that can go on in all of their states. */
export const livelocksIn = (all: readonly TriedState[]): readonly Round[] =>
  roundsIn(all).filter(({ states, threads }) => {
    const always = states[0]?.canGoOn.filter((thread) =>
      states.every(({ canGoOn }) => canGoOn.includes(thread)),
    );
    return always?.every((thread) => threads.includes(thread));
  });

/** The states that can be reached from one by at least one step. */
function aheadOf(state: TriedState): ReadonlySet<TriedState> {
  const ahead = new Set<TriedState>();
  const add = ({ onwards }: TriedState) => {
    for (const to of onwards) if (to !== undefined) ahead.add(to);
  };
  add(state);
  // The set grows meanwhile, and those added are gone through too.
  for (const one of ahead) add(one);
  return ahead;
}

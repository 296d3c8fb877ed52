// Finds livelocks: rounds that threads can go for ever although each of them keeps doing steps.
import type { Onward, Reached } from './explore.ts';

/** A round: where it can begin, the threads that take part, and the steps that lead back to where it began. */
export interface Round {
  readonly begins: Reached;
  /** Indices, ascending. */
  readonly threads: readonly number[];
  readonly steps: readonly Onward[];
}

/**
 * Rounds in which no thread that can always go on is left out, one for each set of states that lead to each other, in
 * order of where they begin. A round that a thread goes alone while another could end it is none: it ends as soon as the
 * other gets a core.
 */
export const livelocksAmong = (all: readonly Reached[]): readonly Round[] =>
  mutuallyReachable(all)
    .flatMap((states) => roundIn(states) ?? [])
    .sort((one, other) => one.begins.index - other.begins.index);

function roundIn(states: readonly Reached[]): Round | null {
  const within = new Set(states);
  const inside = ({ onwards }: Reached) => onwards.filter(({ to }) => within.has(to));
  const moving = new Set(states.flatMap((state) => inside(state).map(({ thread }) => thread)));
  if (moving.size === 0) return null;
  const begins = states.reduce((first, state) => (state.index < first.index ? state : first));
  const resting = begins.onwards.flatMap(({ thread }) => (moving.has(thread) ? [] : [thread]));
  if (resting.some((thread) => states.every((state) => canGoOn(state, thread)))) return null;

  const threads = [...moving].sort((one, other) => one - other);
  const steps: Onward[] = [];
  const here = () => steps.at(-1)?.to ?? begins;
  function goTo(wanted: (step: Onward) => boolean): void {
    for (const step of nearest(here(), inside, wanted)) steps.push(step);
  }
  for (const thread of threads) {
    if (!steps.some((step) => step.thread === thread)) goTo((step) => step.thread === thread);
  }
  for (const thread of resting) {
    if (steps.every(({ to }) => canGoOn(to, thread))) goTo(({ to }) => !canGoOn(to, thread));
  }
  if (here() !== begins) goTo(({ to }) => to === begins);
  return { begins, threads, steps };
}

const canGoOn = ({ onwards }: Reached, wanted: number) =>
  onwards.some(({ thread }) => thread === wanted);

/** The fewest steps from a state to one that is wanted and can be come to, that one included. */
function nearest(
  start: Reached,
  inside: (state: Reached) => readonly Onward[],
  wanted: (step: Onward) => boolean,
): readonly Onward[] {
  interface Way {
    readonly before: Way | null;
    readonly step: Onward | null;
  }
  const known = new Map<Reached, Way>([[start, { before: null, step: null }]]);
  // The map grows meanwhile, and those added are gone through too.
  for (const [state, before] of known) {
    for (const step of inside(state)) {
      if (wanted(step)) return listed({ before, step });
      if (!known.has(step.to)) known.set(step.to, { before, step });
    }
  }
  return [];

  function listed(last: Way): readonly Onward[] {
    const backwards: Onward[] = [];
    for (let way: Way | null = last; way !== null; way = way.before) {
      if (way.step !== null) backwards.push(way.step);
    }
    return backwards.reverse();
  }
}

/**
 * The sets of states that can all be reached from each other, in no order. Without recursion: ways can be long.
 *
 * Source: Tarjan, "Depth-first search and linear graph algorithms", SIAM Journal on Computing 1 (1972).
 */
function mutuallyReachable(all: readonly Reached[]): readonly (readonly Reached[])[] {
  const sets: Reached[][] = [];
  const numbers: (number | undefined)[] = all.map(() => undefined);
  const lowest = all.map(() => 0);
  const isOpen = all.map(() => false);
  const open: Reached[] = [];
  let count = 0;
  function enter(state: Reached) {
    numbers[state.index] = count;
    lowest[state.index] = count;
    count += 1;
    open.push(state);
    isOpen[state.index] = true;
    return { state, next: 0 };
  }
  for (const start of all) {
    if (numbers[start.index] !== undefined) continue;
    const way = [enter(start)];
    for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
      const { state } = last;
      const to = state.onwards[last.next]?.to;
      last.next += 1;
      if (to !== undefined) {
        if (numbers[to.index] === undefined) way.push(enter(to));
        else if (isOpen[to.index]) lower(state, numbers[to.index] as number);
        continue;
      }
      way.pop();
      const before = way.at(-1)?.state;
      if (before !== undefined) lower(before, lowest[state.index] as number);
      if (lowest[state.index] !== numbers[state.index]) continue;
      const set = open.splice(open.lastIndexOf(state));
      for (const { index } of set) isOpen[index] = false;
      sets.push(set);
    }
  }
  function lower(state: Reached, number: number) {
    lowest[state.index] = Math.min(lowest[state.index] as number, number);
  }
  return sets;
}

// What is true of all orders of a program, found once: how many there are and hang, every state, and every square of the board.
import {
  type Interleavings,
  interleavings,
  type Snapshot,
  type StateNode,
  states,
} from '@interleave/simulation/interleavings';
import type { Program } from '../../src/lab-kit/stepped/program.ts';
import { doneVariables, programOf, REMEDIES, type Remedy, type Which } from './programs.ts';

/** A program with all that can come of it. */
export interface Explored {
  readonly which: Which;
  readonly program: Program;
  readonly found: Interleavings;
  /** All states; made when they are asked for, since previews do without. */
  readonly nodes: () => readonly StateNode[];
  /** Whether all threads can still come to their end from a state. */
  readonly canEndWell: (state: State) => boolean;
  /** The state after a thread's next step; undefined where it cannot do it. */
  readonly after: (state: State, thread: number) => StateNode | undefined;
}

/** In these programs nothing depends on what a register holds: states differ in how far threads are, and in variables. */
type State = Pick<Snapshot, 'counters' | 'variables'>;

const keyOf = ({ counters, variables }: State) => `${counters};${Object.values(variables)}`;

export const isSame = (one: State, other: State) => keyOf(one) === keyOf(other);

const known = new Map<string, Explored>();

/** @returns the same for the same program */
export function explored(which: Which): Explored {
  const { remedy } = which;
  const of: Which = {
    case: which.case,
    remedy,
    // Others would find the same again.
    philosophers: which.case === 'philosophers' ? which.philosophers : 0,
  };
  const key = Object.values(of).join();
  const before = known.get(key);
  if (before !== undefined) return before;
  const made = explore(of);
  known.set(key, made);
  return made;
}

function explore(which: Which): Explored {
  const program = programOf(which);
  const { threads, initial } = program;
  const graph = once(() => states(threads, initial));
  const byKey = once(
    () => new Map(graph().nodes.map((node, place) => [keyOf(node), { node, place }])),
  );
  const edges = once(
    () => new Map(graph().edges.map(({ from, thread, to }) => [`${from},${thread}`, to])),
  );
  const found = interleavings(threads, initial);
  return {
    which,
    program,
    found,
    nodes: () => graph().nodes,
    // Where nothing hangs, none of these programs goes round without a way out: thousands of states need not be made.
    canEndWell: (state) =>
      found.deadlocks.length === 0 || byKey().get(keyOf(state))?.node.canEndWell === true,
    after: (state, thread) => {
      const to = edges().get(`${byKey().get(keyOf(state))?.place},${thread}`);
      return to === undefined ? undefined : graph().nodes[to];
    },
  };
}

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

/** All programs of a case: as it is written, and with each of its remedies. */
export const exploredOf = (which: Which): readonly Explored[] =>
  REMEDIES[which.case].map((remedy: Remedy) => explored({ ...which, remedy }));

/** The orders that end, all threads done or given up: null where there is no end to them. */
export const endingOf = ({ found }: Explored) => found.total;

/** The orders that hang. A schedule that can go round for ever never hangs in these programs. */
export function hangingOf({ found }: Explored): bigint {
  if (found.deadlocks.length === 0) return 0n;
  if (found.deadlocked === null) throw new Error('orders that hang, without end to them');
  return found.deadlocked;
}

/** The states from which every way on leads to a deadlock, without the deadlocks themselves. */
export const doomedOf = (all: Explored) =>
  all.found.deadlocks.length === 0
    ? 0
    : all.nodes().filter(({ canEndWell, status }) => !canEndWell && status !== 'deadlock').length;

/** In how many orders one request fails, and in how many both: with a timeout a thread may end without its work. */
export function failuresOf({ which, found }: Explored): { one: bigint; both: bigint } {
  const done = doneVariables(which);
  const failures = found.finals.map(({ variables, count }) => ({
    failed: done.filter((name) => variables[name] === 0).length,
    count: count ?? 0n,
  }));
  const sum = (many: number) =>
    failures.reduce((all, { failed, count }) => (failed === many ? all + count : all), 0n);
  return { one: sum(1), both: sum(2) };
}

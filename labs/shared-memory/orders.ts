// All orders of a program's steps, where they are few enough to be drawn, and witnesses of each outcome, where not.
import type { Interleavings, Moment, Walk } from '@interleave/simulation/interleavings';
import { follow } from '../../src/lab-kit/stepped/program.ts';
import { breaks, type CaseProgram, endOf, NAMES, type Result } from './program.ts';
import { voidMoves } from './races.ts';

/** As many are drawn one by one. */
export const MOST_CELLS = 70;

/** An order in which all threads come to their end. */
export interface Order {
  /** "ABAABB" */
  readonly moves: string;
  readonly threads: number;
  /** How often the core changes hands. */
  readonly changes: number;
  /** The moves, counted from 1, that came to nothing. */
  readonly void: ReadonlySet<number>;
}

/** What orders can end in. */
export interface Outcome {
  /** "counter 1: an update is lost" */
  readonly label: string;
  /** Whether what must hold is broken. */
  readonly broken: boolean;
  readonly count: bigint;
  /** All of them, or as many as are shown, those with fewer changes of hands first. */
  readonly orders: readonly Order[];
}

const changesIn = (moves: string): number =>
  [...moves].filter((name, i) => i > 0 && name !== moves[i - 1]).length;

/** A move's thread as a number: 0 for A. */
export const threadOf = (name: string) => NAMES.indexOf(name as (typeof NAMES)[number]);

const orderOf = (program: CaseProgram, walk: Walk, moves: string): Order => ({
  moves,
  threads: program.threads.length,
  changes: changesIn(moves),
  void: voidMoves(walk),
});

const known = new WeakMap<CaseProgram, readonly Outcome[]>();

/** All outcomes, those that keep what must hold first, and then in order of their labels from the last. */
export function outcomesOf({ program, count }: Counted): readonly Outcome[] {
  const outcomes = known.get(program) ?? outcomesFor(program, count);
  known.set(program, outcomes);
  return outcomes;
}

function outcomesFor(program: CaseProgram, count: Interleavings): Outcome[] {
  const few = isDrawn({ count });
  const all = few ? allOrders(program, '') : [];
  const outcomes = new Map<string, Outcome>();
  for (const { variables, count: ways, witness } of count.finals) {
    const label = program.of.outcome(variables, program.size);
    const known = outcomes.get(label);
    const orders = few
      ? all.filter(({ end }) => program.of.outcome(end, program.size) === label)
      : witnesses(program, movesOf(witness));
    outcomes.set(label, {
      label,
      broken: breaks(program.invariant, variables),
      count: (known?.count ?? 0n) + (ways ?? 0n),
      orders: orders.toSorted((one, other) => one.changes - other.changes),
    });
  }
  return [...outcomes.values()].sort(
    (one, other) => Number(one.broken) - Number(other.broken) || (one.label < other.label ? 1 : -1),
  );
}

/** Whether all orders are few enough to be drawn. */
export const isDrawn = ({ count: { total } }: Pick<Counted, 'count'>): boolean =>
  total !== null && total <= MOST_CELLS;

type Counted = Pick<Result, 'program' | 'count'>;
type Ended = Order & { readonly end: Readonly<Record<string, number>> };

/** All orders that begin with these moves, in order of thread names. */
function allOrders(program: CaseProgram, moves: string): Ended[] {
  const walk = follow(program, moves);
  const { canGoOn, variables } = walk.snapshots.at(-1) as Walk['snapshots'][number];
  if (canGoOn.length === 0) return [{ ...orderOf(program, walk, moves), end: variables }];
  return canGoOn.flatMap((thread) => allOrders(program, moves + NAMES[thread]));
}

const movesOf = (witness: readonly Moment[]) => witness.map(({ thread }) => NAMES[thread]).join('');

/** How many orders near a witness are looked at. */
const NEAR = 60;

/**
 * Of the orders near a witness that end the same, three: with the fewest changes of hands, with the most, and between.
 * Near are those that come of it when neighbours change places, single moves or whole increments.
 */
function witnesses(program: CaseProgram, moves: string): Order[] {
  const outcome = (walk: Walk) => program.of.outcome(endOf(walk), program.size);
  const first = follow(program, moves);
  const wanted = outcome(first);
  const increment = (program.threads[0]?.steps.length ?? 1) / program.size.increments;
  const found = new Set([moves]);
  for (const from of found) {
    for (const swapped of [...swapsIn(from, 1), ...swapsIn(from, increment)]) {
      if (found.size === NEAR) break;
      const walk = found.has(swapped) ? null : tried(program, swapped);
      if (walk?.status !== 'done' || outcome(walk) !== wanted) continue;
      found.add(swapped);
    }
  }
  const near = [...found].sort((one, other) => changesIn(one) - changesIn(other));
  const picked = [near[0], near[Math.floor(near.length / 2)], near.at(-1)];
  return [...new Set(picked)].flatMap((order) =>
    order === undefined ? [] : orderOf(program, follow(program, order), order),
  );
}

/** The orders in which so many moves of one thread change places with as many of another right after them. */
function swapsIn(moves: string, length: number): string[] {
  const swaps: string[] = [];
  for (let i = length; i + length <= moves.length; i += 1) {
    const [before, after] = [moves.slice(i - length, i), moves.slice(i, i + length)];
    if (before === after || new Set(before).size > 1 || new Set(after).size > 1) continue;
    swaps.push(moves.slice(0, i - length) + after + before + moves.slice(i + length));
  }
  return swaps;
}

/** A walk, or null where a move cannot be made: a lock may be in its way. */
function tried(program: CaseProgram, moves: string): Walk | null {
  try {
    return follow(program, moves);
  } catch {
    return null;
  }
}

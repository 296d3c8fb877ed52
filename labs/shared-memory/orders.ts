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

export const changesIn = (moves: string): number =>
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
/** How many witnesses of an outcome are shown. */
const SHOWN = 3;

/**
 * An order, and two that end the same: found by letting neighbouring moves change places, of all those the one with the
 * fewest changes of hands and the one with the most.
 */
function witnesses(program: CaseProgram, moves: string): Order[] {
  const label = (walk: Walk) => program.of.outcome(endOf(walk), program.size);
  const first = follow(program, moves);
  const wanted = label(first);
  const found = new Map<string, Order>([[moves, orderOf(program, first, moves)]]);
  for (const { moves: from } of found.values()) {
    for (let i = 1; i < from.length && found.size < NEAR; i += 1) {
      const [before, after] = [from[i - 1] as string, from[i] as string];
      const swapped = from.slice(0, i - 1) + after + before + from.slice(i + 1);
      if (before === after || found.has(swapped)) continue;
      const walk = tried(program, swapped);
      if (walk === null || walk.status !== 'done' || label(walk) !== wanted) continue;
      found.set(swapped, orderOf(program, walk, swapped));
    }
  }
  const near = [...found.values()].sort((one, other) => one.changes - other.changes);
  const middle = near[Math.floor(near.length / 2)];
  return [...new Set([near[0], middle, near.at(-1)])]
    .flatMap((order) => order ?? [])
    .slice(0, SHOWN);
}

/** A walk, or null where a move cannot be made: a lock may be in its way. */
function tried(program: CaseProgram, moves: string): Walk | null {
  try {
    return follow(program, moves);
  } catch {
    return null;
  }
}

// The board: how far A is across, how far B is up; what each square comes to, and the way that a walk takes over it.
import type { AtomicStep, Walk } from '@interleave/simulation/interleavings';
import { oncePer } from '../../src/lab-kit/once-per.ts';
import type { Explored } from './explored.ts';

/** What a square comes to: the two would hold the same lock; no way leads there; every way on ends in a deadlock; that; or none of these. */
export type Kind = 'impossible' | 'unreachable' | 'doomed' | 'deadlock' | 'open';

export interface Square {
  /** The next step of A and of B: indices, and as many as there are steps when one is done. */
  readonly a: number;
  readonly b: number;
  readonly kind: Kind;
  /** The locks that both would hold. */
  readonly both: readonly string[];
}

export interface Board {
  readonly columns: number;
  readonly rows: number;
  /** Row by row from the bottom up, each from the left. */
  readonly squares: readonly Square[];
}

/** The board of a program of two threads. */
export const boardOf = oncePer((explored: Explored): Board => {
  const [a = [], b = []] = explored.program.threads.map(({ steps }) => steps);
  const [heldByA, heldByB] = [heldAt(a), heldAt(b)];
  const at = Map.groupBy(explored.nodes(), ({ counters }) => counters.join());
  const squares = heldByB.flatMap((inB, row) =>
    heldByA.map((inA, column): Square => {
      const both = inA.filter((lock) => inB.includes(lock));
      const nodes = at.get(`${column},${row}`) ?? [];
      return { a: column, b: row, both, kind: both.length > 0 ? 'impossible' : kindOf(nodes) };
    }),
  );
  return { columns: a.length + 1, rows: b.length + 1, squares };
});

/** Variables may differ among the states of a square: it is doomed when all of them are. */
function kindOf(nodes: ReturnType<Explored['nodes']>): Kind {
  if (nodes.length === 0) return 'unreachable';
  if (nodes.every(({ status }) => status === 'deadlock')) return 'deadlock';
  return nodes.every(({ canEndWell }) => !canEndWell) ? 'doomed' : 'open';
}

/** The locks that a thread holds when each of its steps is the next, and at its end. */
function heldAt(steps: readonly AtomicStep[]): string[][] {
  const held: string[][] = [[]];
  for (const step of steps) {
    const before = held.at(-1) as string[];
    if (step.kind === 'lock' || step.kind === 'try-lock') held.push([...before, step.lock]);
    else if (step.kind === 'unlock') held.push(before.filter((lock) => lock !== step.lock));
    else held.push(before);
  }
  return held;
}

export const squareAt = ({ columns, squares }: Board, [a = 0, b = 0]: readonly number[]): Square =>
  squares[b * columns + a] as Square;

/** The squares of a kind. */
export const ofKind = ({ squares }: Board, ...kinds: readonly Kind[]) =>
  squares.filter(({ kind }) => kinds.includes(kind));

/** A way over the board: from one square to the next, move by move. */
export interface Hop {
  readonly from: readonly [a: number, b: number];
  readonly to: readonly [a: number, b: number];
}

/** The way of a walk, a hop a move. */
export const wayOf = ({ snapshots }: Walk): readonly Hop[] =>
  snapshots.slice(1).map(({ counters }, i) => ({
    from: pair(snapshots[i]?.counters),
    to: pair(counters),
  }));

const pair = ([a = 0, b = 0]: readonly number[] = []): readonly [number, number] => [a, b];

/** Whether a move leads elsewhere than to the next square to the right or above. */
export const isLeap = ({ from: [a, b], to: [c, d] }: Hop) =>
  Math.abs(c - a) + Math.abs(d - b) !== 1 || c + d < a + b;

// What is said of the board's squares, what stands on them, and where choosing one leads.
import type { Walk } from '@interleave/simulation/interleavings';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { type Board, boardOf, type Hop, type Square, squareAt } from './board.ts';
import type { Made } from './setting.ts';

/** "A 2, B 2: both wait for ever" */
export const squareInWords = ({ a, b, kind, both }: Square) =>
  `A ${a}, B ${b}: ${saidOf(kind, both)}`;

function saidOf(kind: Square['kind'], both: readonly string[]): string {
  switch (kind) {
    case 'impossible':
      return `impossible, both would hold ${both.join(' and ')}`;
    case 'unreachable':
      return 'no order leads here';
    case 'doomed':
      return 'doomed, every way on leads to the deadlock';
    case 'deadlock':
      return 'both wait for ever';
    case 'open':
      return 'both can still end';
  }
}

/** Words on the board: the square on which they begin, and where on it they stand, so that no way runs through them. */
interface Label {
  readonly a: number;
  readonly b: number;
  readonly text: string;
  readonly place: 'below' | 'above' | 'wide';
}

/** The words that stand on the board; those on doomed squares where the way does not go. */
export function labelsOf(board: Board, way: readonly Hop[]): readonly Label[] {
  const { columns, rows, squares } = board;
  const locks = [...new Set(squares.flatMap(({ both }) => both))];
  const held = locks.flatMap((lock) => {
    // On a square of this lock alone, the leftmost of the topmost.
    const own = squares.filter(({ both }) => both.length === 1 && both[0] === lock);
    const top = Math.max(...own.map(({ b }) => b));
    const first = own.find(({ b }) => b === top);
    return first === undefined
      ? []
      : [{ a: first.a, b: first.b, text: `both hold ${lock}`, place: 'wide' as const }];
  });
  const doomed = squares.find(
    ({ a, b, kind }) => kind === 'doomed' && !way.some(({ to }) => to[0] === a && to[1] === b),
  );
  return [
    ...held,
    ...(doomed === undefined
      ? []
      : [{ a: doomed.a, b: doomed.b, text: 'doomed', place: 'below' as const }]),
    { a: 0, b: 0, text: 'start', place: 'below' },
    // The way comes from the left or from below.
    { a: columns - 1, b: rows - 1, text: 'done', place: 'above' },
  ];
}

/** What choosing a square does: a thread's next step, or the playhead goes to the last move that stood there. */
export type Choice =
  | { readonly kind: 'step'; readonly thread: number }
  | { readonly kind: 'seek'; readonly to: number };

/** @returns null where a square cannot be chosen */
export function choiceAt(made: Made, at: number, square: Square): Choice | null {
  const { walk, explored, program } = made;
  const board = boardOf(explored);
  const now = standingAt(walk, at);
  const [a = 0, b = 0] = now.counters;
  const isAt = (place: readonly (number | undefined)[]) =>
    squareAt(board, place as number[]) === square;
  for (const thread of now.canGoOn) {
    // The square that lies that way, and the one where the step leads: they differ where a thread goes back.
    const ahead = thread === 0 ? [a + 1, b] : [a, b + 1];
    const inside = (ahead[thread] as number) <= (program.threads[thread]?.steps.length ?? 0);
    if (inside && isAt(ahead)) return { kind: 'step', thread };
    if (isAt(leadsTo(made, at, thread))) return { kind: 'step', thread };
  }
  const been = lastAt(walk, at, (counters) => isAt(counters));
  return been === -1 || been === at ? null : { kind: 'seek', to: been };
}

/** Where a thread's next step leads: how far all threads are then. */
function leadsTo({ explored, walk }: Made, at: number, thread: number): readonly number[] {
  return explored.after(standingAt(walk, at), thread)?.counters ?? [];
}

function lastAt(
  { snapshots }: Walk,
  at: number,
  isThere: (counters: readonly number[]) => boolean,
) {
  const before = snapshots.slice(0, at + 1).findLastIndex(({ counters }) => isThere(counters));
  return before === -1 ? snapshots.findIndex(({ counters }) => isThere(counters)) : before;
}

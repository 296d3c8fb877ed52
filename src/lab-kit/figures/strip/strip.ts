// A strip as plain data, and what is read off it: steps on a clock, a lane a thread, a band a core.
import type { DrawnState } from '../../states/states.ts';

/** What is drawn: step n, counted from 1, stands on the clock between n − 1 and n. */
export interface Strip {
  /** For each step the letter over its slot, such as that of the thread that makes it; '' for none. */
  readonly steps: readonly string[];
  /** From the top down: lanes, then bands. */
  readonly rows: readonly Row[];
}

export interface Row {
  /** `lane`: a thread. `band`: a core. */
  readonly kind: 'lane' | 'band';
  readonly label: string;
  /** In the order of their steps, none over another. Where there is none, the floor is bare. */
  readonly cells: readonly Cell[];
  /** The step after which it is no more; null where it goes on. */
  readonly endedAfter: number | null;
}

/** What a row is at, from one step to another, both included. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly state: DrawnState;
  /** What is written on it where there is room. */
  readonly text: string;
  /** What is written where there is no room for that. */
  readonly short?: string;
  /** In a sentence after the row's label: "copies m into the pipe". */
  readonly said: string;
}

/** Where the one core goes from a row to another: after a step, from and to by the rows' indexes. */
export interface Hop {
  readonly after: number;
  readonly from: number;
  readonly to: number;
}

/**
 * The way of the one core: from the lane that leaves it to the lane that takes it, and to its band between. Of several
 * cores a strip does not say who has which: they have none.
 */
export function corePath({ steps, rows }: Strip): readonly Hop[] {
  const bands = rows.flatMap(({ kind }, r) => (kind === 'band' ? [r] : []));
  if (bands.length > 1) return [];
  const holders = steps.map((_, i) => {
    const lane = rows.findIndex(
      (row) => row.kind === 'lane' && cellAt(row, i + 1)?.state === 'running',
    );
    return lane === -1 ? bands[0] : lane;
  });
  return holders.flatMap((to, i) => {
    const from = holders[i - 1];
    return from === undefined || to === undefined || from === to ? [] : [{ after: i, from, to }];
  });
}

/** What a row is at during a step, or undefined where its floor is bare. */
const cellAt = ({ cells }: Row, step: number) =>
  cells.find(({ from, to }) => from <= step && step <= to);

/** The strip as it stands once so many steps are made: of what follows nothing is left. */
export const upTo = ({ steps, rows }: Strip, made: number): Strip => ({
  steps: steps.map((letter, i) => (i < made ? letter : '')),
  rows: rows.map((row) => ({
    ...row,
    cells: row.cells
      .filter(({ from }) => from <= made)
      .map((cell) => ({ ...cell, to: Math.min(cell.to, made) })),
    endedAfter: row.endedAfter !== null && row.endedAfter < made ? row.endedAfter : null,
  })),
});

/** All states that a strip shows. */
export const statesOf = ({ rows }: Strip): ReadonlySet<DrawnState> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)));

/** A row in words: "A: step 1, makes m; steps 3 to 4, waits; ended after step 6". */
export function rowInWords({ label, cells, endedAfter }: Row): string {
  const told = cells.map(({ from, to, said }) =>
    from === to ? `step ${from}, ${said}` : `steps ${from} to ${to}, ${said}`,
  );
  if (endedAfter !== null) told.push(`ended after step ${endedAfter}`);
  return `${label}: ${told.join('; ') || 'nothing'}`;
}

/** What the lanes do in a step: "A copies m into the pipe, B waits"; '' before the first. */
export const stepInWords = ({ rows }: Strip, step: number): string =>
  rows
    .flatMap((row) => {
      const cell = row.kind === 'lane' ? cellAt(row, step) : undefined;
      return cell === undefined ? [] : [`${row.label}: ${cell.said}`];
    })
    .join('; ');

/** How much a strip of so many steps has room for. */
export type Size = 'lettered' | 'plain' | 'dense';

/** Over so many steps letters give way; over so many more it is dense. */
const LETTERED = 24;
const PLAIN = 60;

export function sizeOf({ steps, rows }: Strip): Size {
  if (steps.length > PLAIN) return 'dense';
  if (steps.length > LETTERED) return 'plain';
  // Where nothing has been done yet, letters will come: their room is kept.
  const begun = rows.some(({ cells }) => cells.length > 0);
  return begun && steps.every((letter) => letter === '') ? 'plain' : 'lettered';
}

/** The greatest of these that a step's number is a multiple of: every so many numbers stand where not all have room. */
const EVERY = [100, 50, 10, 5] as const;

/** How many slots a number has for itself once those between have given way. */
export const reachOf = (step: number): number => EVERY.find((every) => step % every === 0) ?? 1;

/** Every so many steps have a line of the grid. */
export const gridEvery = (strip: Strip): number =>
  strip.steps.length <= LETTERED ? 1 : sizeOf(strip) === 'dense' ? 10 : 5;

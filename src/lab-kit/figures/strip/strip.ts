// A strip as plain data, and what is read off it: steps on a clock, a lane a thread, a band a core, a line of what is shared.
import type { DrawnState } from '../../states/states.ts';

/** What is drawn: step n, counted from 1, stands on the clock between n − 1 and n. */
export interface Strip {
  /** For each step the letter over its slot, such as that of the thread that makes it; '' for none. */
  readonly steps: readonly string[];
  /** From the top down: lanes, then bands and what is shared. */
  readonly rows: readonly Row[];
  /** How many of the steps are made, where there are slots for more; all where it is left out. */
  readonly made?: number;
  /** What a step is called: "move"; "step" where it is left out. */
  readonly unit?: string;
  /** What its hollow cells are, for the legend: "store that is overwritten". */
  readonly hollow?: string;
  readonly brackets?: readonly Bracket[];
}

/** What is so in a lane between the ends of two steps, in words over it. */
export interface Bracket {
  /** The lane's index. */
  readonly row: number;
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

export interface Row {
  /** `lane`: a thread. `band`: a core. `shared`: what several threads use, in notes alone. */
  readonly kind: 'lane' | 'band' | 'shared';
  readonly label: string;
  /** In the order of their steps, none over another. Where there is none, the floor is bare. */
  readonly cells: readonly Cell[];
  /** The step after which it is no more; null where it goes on. */
  readonly endedAfter: number | null;
  /** In their order, none over a cell or over another. */
  readonly notes?: readonly Note[];
}

/** What a row holds between the ends of two steps, written along its floor: "r = 0". */
export interface Note {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** What a row is at, from one step to another, both included. */
export interface Cell {
  readonly from: number;
  readonly to: number;
  readonly state: DrawnState;
  /** The step at which what it did came to nothing: it is drawn as an outline. */
  readonly hollow?: number;
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
export const upTo = (strip: Strip, made: number): Strip => ({
  ...strip,
  steps: strip.steps.map((letter, i) => (i < made ? letter : '')),
  rows: strip.rows.map((row) => ({
    ...row,
    cells: row.cells
      .filter(({ from }) => from <= made)
      .map((cell) => cut(cell, made))
      .map(({ hollow, ...cell }) =>
        hollow !== undefined && hollow <= made ? { ...cell, hollow } : cell,
      ),
    endedAfter: row.endedAfter !== null && row.endedAfter < made ? row.endedAfter : null,
    notes: row.notes?.filter(({ from }) => from <= made).map((note) => cut(note, made)),
  })),
  made: Math.min(made, madeOf(strip)),
  brackets: strip.brackets?.filter(({ to }) => to <= made),
});

const cut = <T extends { readonly to: number }>(stretch: T, made: number): T => ({
  ...stretch,
  to: Math.min(stretch.to, made),
});

/** Strips with as many slots as the longest of them has. */
export function onOneClock(strips: readonly Strip[]): readonly Strip[] {
  const slots = Math.max(...strips.map(({ steps }) => steps.length));
  return strips.map((strip) => ({
    ...strip,
    steps: Array.from({ length: slots }, (_, i) => strip.steps[i] ?? ''),
    made: madeOf(strip),
  }));
}

/** How many of its steps are made. */
export const madeOf = ({ steps, made }: Strip) => made ?? steps.length;

/** All states that a strip shows. */
export const statesOf = ({ rows }: Strip): ReadonlySet<DrawnState> =>
  new Set(rows.flatMap(({ cells }) => cells.map(({ state }) => state)));

/**
 * A row in words: "A: step 1, makes m; steps 3 to 4, waits; ended after step 6". What is shared by what it holds:
 * "counter: 0; 1 after step 4".
 *
 * @param unit what a step is called
 */
export function rowInWords({ kind, label, cells, endedAfter, notes }: Row, unit = 'step'): string {
  const told = cells.map(({ from, to, said }) =>
    from === to ? `${unit} ${from}, ${said}` : `${unit}s ${from} to ${to}, ${said}`,
  );
  if (kind === 'shared') {
    for (const { from, text } of notes ?? []) {
      told.push(from === 0 ? text : `${text} after ${unit} ${from}`);
    }
  }
  if (endedAfter !== null) told.push(`ended after ${unit} ${endedAfter}`);
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

/** Whether some of its cells are hollow. */
export const anyHollow = ({ rows }: Strip) =>
  rows.some(({ cells }) => cells.some(({ hollow }) => hollow !== undefined));

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

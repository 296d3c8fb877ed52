// The moves of a walk as a strip: a lane a thread, and below them what they share.
import type { Snapshot, SteppedThread, Walk } from '@interleave/simulation/interleavings';
import type { Bracket, Cell, Note, Row, Strip } from '../figures/strip/strip.ts';
import { STATES } from '../states/states.ts';
import { valueInWords } from './kinds.ts';
import type { Program, Stepped } from './program.ts';
import {
  barOf,
  calledIn,
  doneInWords,
  holderInWords,
  nameOf,
  tellsValues,
  usesRegister,
  waitOf,
} from './words.ts';

/** A store that another thread overwrites before anybody has read it. */
export interface LostStore {
  /** The moves that store and overwrite, counted from 1. */
  readonly at: number;
  readonly by: number;
  readonly thread: number;
  readonly overwriter: number;
  readonly variable: string;
  readonly stored: number;
  /** What the overwriter had read of the variable before the store; null where it had read nothing. */
  readonly stale: number | null;
}

/** What a lab may say of its strip. */
export interface StripWords {
  /** Slots that are there from the beginning, so that the strip stays as wide while moves are made. */
  readonly slots?: number;
  /** Brackets over its lanes; where they are left out, one says of the first lost store why it will be lost. */
  readonly brackets?: readonly Bracket[];
}

/** How far a deadlock is seen to go on where no slots are left. */
const FOR_EVER = 2;

/** The strip of the moves of a walk. */
export function stripOf(stepped: Stepped, { slots = 0, brackets }: StripWords = {}): Strip {
  const { program, walk } = stepped;
  const moves = movesOf(walk);
  const after = walk.status === 'deadlock' ? FOR_EVER : 0;
  const length = Math.max(slots, moves.length + after);
  const lost = tellsValues(program) ? lostStores(walk) : [];
  const steps = Array.from({ length }, (_, i) =>
    moves[i] === undefined ? '' : nameOf(program, moves[i].thread),
  );
  return {
    steps,
    made: moves.length,
    unit: 'move',
    hollow: 'store that is overwritten',
    rows: [
      ...program.threads.map((_, thread) => laneOf(stepped, thread, lost, length)),
      ...sharedRows(stepped, length),
    ],
    brackets: brackets ?? lost.slice(0, 1).flatMap((one) => whyLost(program, one)),
  };
}

const movesOf = ({ snapshots }: Walk) => snapshots.flatMap(({ move }) => move ?? []);

/** The stores that are overwritten unread by another thread, in their order. */
export function lostStores(walk: Walk): readonly LostStore[] {
  const moves = movesOf(walk);
  return moves.flatMap((move, i): LostStore[] => {
    const variable = move.variable?.name;
    if (move.written === null || variable === undefined) return [];
    const next = moves.findIndex((one, j) => j > i && one.variable?.name === variable);
    const overwriting = moves[next];
    if (overwriting === undefined || overwriting.thread === move.thread) return [];
    if (overwriting.written === null || overwriting.read !== null) return [];
    const stale = moves
      .slice(0, i)
      .findLast(
        ({ thread, read, variable: one }) =>
          thread === overwriting.thread && read !== null && one?.name === variable,
      );
    return [
      {
        at: i + 1,
        by: next + 1,
        thread: move.thread,
        overwriter: overwriting.thread,
        variable,
        stored: move.written,
        stale: stale?.read ?? null,
      },
    ];
  });
}

const whyLost = (program: Program, lost: LostStore): Bracket[] =>
  lost.stale === null
    ? []
    : [
        {
          row: lost.overwriter,
          from: lost.at,
          to: lost.by,
          text: `${lost.variable} is ${valueInWords(lost.stored)}, ${nameOf(program, lost.overwriter)} still has ${valueInWords(lost.stale)}`,
        },
      ];

function laneOf(
  { program, walk }: Stepped,
  thread: number,
  lost: readonly LostStore[],
  length: number,
): Row {
  const { snapshots } = walk;
  const { name, steps } = program.threads[thread] as SteppedThread;
  const cells = snapshots.flatMap((snapshot, i): Cell[] => {
    const { move } = snapshot;
    if (move?.thread === thread) {
      const hollow = lost.find(({ at }) => at === i)?.by;
      return [
        {
          from: i,
          to: i,
          state: 'running',
          ...(hollow === undefined ? {} : { hollow }),
          ...barOf(program, move),
          said: doneInWords(program, snapshot),
        },
      ];
    }
    return [];
  });
  const all = [...cells, ...blockedCells(walk, thread, length)].sort(
    (one, other) => one.from - other.from,
  );
  const ends = snapshots.findIndex(({ counters }) => counters[thread] === steps.length);
  return {
    kind: 'lane',
    label: `${calledIn(program)} ${name}`,
    cells: all,
    endedAfter: ends === -1 ? null : ends,
    notes: usesRegister(program, thread)
      ? keptNotes(walk, thread, all, ends === -1 ? snapshots.length - 1 : ends)
      : [],
  };
}

/** Stretches in which a thread waits for a lock, from the move after which it does; in a deadlock to the end. */
function blockedCells({ snapshots, status }: Walk, thread: number, length: number): Cell[] {
  const cells: Cell[] = [];
  snapshots.forEach((snapshot, i) => {
    const block = waitOf(snapshot, thread);
    if (block === undefined) return;
    const last = i === snapshots.length - 1;
    const forEver = last && status === 'deadlock';
    if (last && !forEver) return;
    // It is rolled back instead.
    if (snapshots[i + 1]?.move?.thread === thread) return;
    const before = cells.at(-1);
    const waits = `waits for ${block.awaits}`;
    const words = forEver
      ? { text: `${waits}, for ever`, short: waits, said: `${waits}, for ever` }
      : { text: waits, short: STATES.blocked.letter, said: waits };
    const to = forEver ? length : i + 1;
    // It goes on waiting as before.
    if (before?.to === i) cells[cells.length - 1] = { ...before, to, ...words };
    else cells.push({ from: i + 1, to, state: 'blocked', ...words });
  });
  return cells;
}

/** What a thread's register holds while others go on. */
function keptNotes(
  { snapshots }: Walk,
  thread: number,
  cells: readonly Cell[],
  until: number,
): Note[] {
  const own = cells.map(({ from, to }) => ({ from: from - 1, to }));
  return own.flatMap(({ to }, i) => {
    const next = own[i + 1]?.from ?? until;
    const text = `r = ${valueInWords(snapshots[to]?.registers[thread] as number)}`;
    return next > to && cells[i]?.state === 'running' ? [{ from: to, to: next, text }] : [];
  });
}

/** A line for each shared variable and lock: what it holds, where it is written. */
function sharedRows({ program, walk: { snapshots } }: Stepped, length: number): Row[] {
  const [{ variables, locks }] = snapshots as readonly [Snapshot, ...Snapshot[]];
  const row = (
    label: string,
    holds: (snapshot: Snapshot) => string,
    isNew: (snapshot: Snapshot, before: Snapshot) => boolean,
  ): Row => {
    const changes = snapshots.flatMap((snapshot, i) => {
      const before = snapshots[i - 1];
      return before === undefined || isNew(snapshot, before)
        ? [{ from: i, text: holds(snapshot) }]
        : [];
    });
    return {
      kind: 'shared',
      label,
      cells: [],
      endedAfter: null,
      notes: changes.map((change, i) => ({ ...change, to: changes[i + 1]?.from ?? length })),
    };
  };
  return [
    ...(tellsValues(program) ? Object.keys(variables) : []).map((name) =>
      row(
        name,
        (snapshot) => valueInWords(snapshot.variables[name] as number),
        ({ move }) => move?.variable?.name === name && move.written !== null,
      ),
    ),
    ...Object.keys(locks).map((lock) =>
      row(
        `lock ${lock}`,
        (snapshot) => holderInWords(program, snapshot.locks[lock] as number | null),
        (snapshot, before) => snapshot.locks[lock] !== before.locks[lock],
      ),
    ),
  ];
}

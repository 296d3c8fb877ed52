// Lanes of letters: what each task and each core does, drawn in columns of equal time.

import stringWidth from 'string-width';
import { stateShown } from '../readers/lack.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { CoreState, TaskState, Trace } from '../trace/trace.ts';
import { columnsOf, eachCoreSegment, eachTaskSegment } from '../trace/trace-data.ts';
import { namesOf, shown } from './names.ts';

export const LETTERS: Readonly<Record<TaskState | CoreState, string>> = {
  running: 'R',
  waiting: 'W',
  queued: 'L',
  runnable: 'Q',
  switching: 'S',
  blocked: 'B',
  idle: '·',
};

/** Where a task has not arrived yet, or has ended. */
const NOWHERE = ' ';
/** More lanes than this of either kind are counted, not drawn. */
const MOST_LANES = 32;
/** Columns. */
const MOST_NAME = 16;
const TICK = 10;

/** A row of the drawing: a name in a column of its own, and a lane or a part of the axis. */
export interface TextRow {
  readonly name: string;
  readonly cells: string;
}

export interface Timeline {
  /** The time that a column stands for. */
  readonly column: Nanos;
  readonly axis: readonly TextRow[];
  readonly tasks: readonly TextRow[];
  readonly cores: readonly TextRow[];
  /** How many lanes there were no rows for. */
  readonly hidden: { readonly tasks: number; readonly cores: number };
}

/**
 * Draws a trace in at most `width` columns of a terminal a row. A column stands for a round time: the least that lets all fit. It
 * has the letter of the state that takes most of the lane's time in it; of equals, of the one that came first.
 */
export function timeline(trace: Trace, width: number): Timeline {
  const data = columnsOf(trace);
  const lanes = (owners: ArrayLike<unknown>) =>
    Array.from({ length: Math.min(owners.length, MOST_LANES) }, (_, index) => index);
  const tasks = lanes(data.of);
  const cores = lanes(data.cores.last);
  const nameOf = namesOf(trace);
  const taskName = (index: number) => shown(nameOf(index) as string);
  const names = [...tasks.map(taskName), ...cores.map(coreName)].map(cut);
  const margin = Math.max(...names.map((name) => stringWidth(name))) + 2;
  // The ruler is a character longer than the lanes.
  const column = roundTime(trace.end, width - margin - 1);
  const count = Math.ceil(trace.end / column);
  const row = (name: string, cells: string): TextRow => ({
    name: cut(name) + ' '.repeat(margin - stringWidth(cut(name))),
    cells,
  });
  return {
    column,
    axis: [row('ms', labels(column, count, width - margin)), row('', ruler(count))],
    tasks: tasks.map((task) => {
      const states = eachTaskSegment(data, task).map((one) => ({
        ...one,
        state: stateShown(trace, one),
      }));
      return row(taskName(task), lane(states, column, count));
    }),
    cores: cores.map((core) =>
      row(coreName(core), lane(eachCoreSegment(data, core), column, count)),
    ),
    hidden: {
      tasks: data.of.length - tasks.length,
      cores: data.cores.last.length - cores.length,
    },
  };
}

const coreName = (index: number) => `core ${index + 1}`;

/** Long names lose their middle: copies differ at the end. */
function cut(name: string): string {
  if (stringWidth(name) <= MOST_NAME) return name;
  const letters = Array.from(LETTERS_OF.segment(name), ({ segment }) => segment);
  const head = fitting(letters, MOST_NAME / 2);
  const tail = fitting(letters.toReversed(), MOST_NAME / 2 - 1).toReversed();
  return `${head.join('')}…${tail.join('')}`;
}

/** As many of the first letters as are not wider than so many columns. */
function fitting(letters: readonly string[], columns: number): string[] {
  let room = columns;
  const first = letters.findIndex((letter) => {
    room -= stringWidth(letter);
    return room < 0;
  });
  return letters.slice(0, first);
}

/** What a reader sees as one letter may be several characters. */
const LETTERS_OF = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Of 10, 20, 25, 40 and 50 × a power of ten, the least time (ns) of which at most `columns` cover `end`. */
function roundTime(end: Nanos, columns: number): Nanos {
  for (let power = 0.1; ; power *= 10) {
    for (const leading of [10, 20, 25, 40, 50]) {
      const time = leading * power;
      if (Number.isInteger(time) && time * columns >= end) return time as Nanos;
    }
  }
}

function lane(
  segments: Iterable<{
    readonly state: TaskState | CoreState;
    readonly start: Nanos;
    readonly end: Nanos;
  }>,
  column: Nanos,
  count: number,
): string {
  const spent = Array.from({ length: count }, () => new Map<string, number>());
  for (const { state, start, end } of segments) {
    const letter = LETTERS[state];
    for (let at = Math.floor(start / column); at * column < end; at += 1) {
      const within = Math.min(end, (at + 1) * column) - Math.max(start, at * column);
      const cell = spent[at] as Map<string, number>;
      cell.set(letter, (cell.get(letter) ?? 0) + within);
    }
  }
  return spent.map(longest).join('').trimEnd();
}

/** The letter of most time. Letters stand in order of their coming. */
function longest(spent: ReadonlyMap<string, number>): string {
  const most = Math.max(...spent.values());
  return [...spent].find(([, time]) => time === most)?.[0] ?? NOWHERE;
}

/** The time in ms at every tenth column, or at every second of these, or third …, so that they stand apart. */
function labels(column: Nanos, count: number, width: number): string {
  const text = (at: number) => String(toMs((at * column) as Nanos));
  const ticks = Array.from({ length: Math.floor(count / TICK) + 1 }, (_, tick) => tick * TICK);
  const longest = Math.max(...ticks.map((at) => text(at).length));
  const every = TICK * Math.ceil((longest + 1) / TICK);
  return ticks
    .filter((at) => at % every === 0 && at + text(at).length <= width)
    .reduce((drawn, at) => drawn.padEnd(at) + text(at), '');
}

const ruler = (count: number) =>
  Array.from({ length: count + 1 }, (_, at) => (at % TICK === 0 ? '+' : '-')).join('');

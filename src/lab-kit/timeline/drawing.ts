// A timeline as plain data: rows of bars on one clock, the core's path and the marks, before any pixel.
import { type Nanos, toMs } from '@interleave/simulation';
import type { DrawnState } from '../states/states.ts';

/** One segment in a row. */
export interface Bar {
  readonly state: DrawnState;
  readonly start: Nanos;
  readonly end: Nanos;
  /** Index of the task that it belongs to, and of the segment in that task's life; null for an idle core. */
  readonly task: number | null;
  readonly segment: number | null;
  /** What is written on it where there is room. */
  readonly text: string;
  /** Words beside a low band, where there is room. */
  readonly words: string;
  /** Drawn in the second running colour: the lesson assumes it. */
  readonly assumed: boolean;
  /** The state in words: "waiting for the database", "runs A". */
  readonly said: string;
}

/** A task's or core's line of bars. */
export interface Row {
  /** A whole lane; the half above or below the line of a pair; a core. */
  readonly kind: 'lane' | 'upper' | 'lower' | 'core';
  /** Which lane, or which core row, counted from the top. */
  readonly index: number;
  /** Which run it is of: 0, or 1 for the second of a pair. */
  readonly run: 0 | 1;
  readonly label: string;
  /** Small print under or beside the label: "assumed", "2 cores". */
  readonly note: string;
  readonly assumed: boolean;
  /** The label with what else sets the row apart: "2 cores, other work, assumed". */
  readonly title: string;
  readonly bars: readonly Bar[];
  /** The instant at which the task ends, set in bold; null for cores and unfinished tasks. */
  readonly endsAt: Nanos | null;
}

/** A remark on the drawing: a bracket above a stretch, or a dimension line below it. */
export interface Mark {
  readonly kind: 'bracket' | 'dimension';
  /** The lane that it stands at. */
  readonly lane: number;
  readonly start: Nanos;
  readonly end: Nanos;
  readonly words: string;
}

/** A step of the core's path at one instant, from a lane to a lane; null stands for the core's own row. */
export interface Handover {
  readonly at: Nanos;
  readonly from: number | null;
  readonly to: number | null;
}

/** Rows of a dense drawing that stand together: tasks of one run, or its cores. */
export interface Panel {
  readonly kind: 'tasks' | 'cores';
  readonly heading: string;
  /** Small print beside the heading. */
  readonly note: string;
  /** The index of its first row, and how many rows it has. */
  readonly first: number;
  readonly count: number;
}

export interface Drawing {
  /** The clock's end. */
  readonly end: Nanos;
  readonly rows: readonly Row[];
  readonly lanes: number;
  readonly cores: number;
  readonly pair: boolean;
  readonly marks: readonly Mark[];
  readonly path: readonly Handover[];
  /** With many rows: the panels of thin rows that they are drawn in, from the top down; else null. */
  readonly panels: readonly Panel[] | null;
}

/** A bar's place in a drawing. */
export interface Place {
  readonly row: number;
  readonly bar: number;
}

/** The bar at a place, or undefined when a new run has none there. */
export function barAt(drawing: Drawing, place: Place | null): Bar | undefined {
  return place === null ? undefined : drawing.rows[place.row]?.bars[place.bar];
}

/** A bar's accessible name: "running, 0 to 5 ms". */
export const barName = ({ said, start, end }: Bar) => `${said}, ${toMs(start)} to ${toMs(end)} ms`;

/** A row's accessible name, with all its segments in words. */
export const rowName = ({ title, bars }: Row) => `${title}: ${bars.map(barName).join('; ')}`;

/** The places of all bars that show the same stretch of a task as the bar at `place`: itself and its twin. */
export function twins(drawing: Drawing, place: Place): Place[] {
  const chosen = barAt(drawing, place);
  const run = drawing.rows[place.row]?.run;
  if (chosen === undefined) return [];
  return drawing.rows.flatMap((row, r) =>
    row.bars.flatMap((bar, b): Place[] => {
      const itself = r === place.row && b === place.bar;
      const twin =
        row.run === run &&
        chosen.task !== null &&
        bar.task === chosen.task &&
        bar.segment === chosen.segment;
      return itself || twin ? [{ row: r, bar: b }] : [];
    }),
  );
}

/** The index of the bar in a row that covers an instant (ns), or else is nearest to it. */
export function nearestBar(drawing: Drawing, row: number, at: number): number | undefined {
  const bars = drawing.rows[row]?.bars ?? [];
  const distances = bars.map(({ start, end }) => Math.max(start - at, at - end, 0));
  const least = Math.min(...distances);
  // At a boundary both bars touch the instant: it belongs to the later one.
  const found = distances.lastIndexOf(least);
  return found === -1 ? undefined : found;
}

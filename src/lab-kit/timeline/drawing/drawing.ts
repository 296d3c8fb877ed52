// A timeline as data: panels of rows of bars on one clock, the core's path and the marks, before any pixel.
import { grouped, type Nanos, toMs } from '@interleave/simulation';
import type { Stretch } from '../../scales/percent.ts';
import type { DrawnState } from '../../states/states.ts';
import { legible, onAxis, unitOf } from '../clock.ts';

/** A stretch of time in one state. */
export interface Span {
  readonly state: DrawnState;
  readonly start: Nanos;
  readonly end: Nanos;
}

/** One segment in a row. */
export interface Bar extends Span {
  /** Index of the task that it belongs to, and of the segment in that task's life; null for an idle core or a free worker. */
  readonly task: number | null;
  readonly segment: number | null;
  /** What is written on it where there is room. */
  readonly text: string;
  /** What is written beside a low band, where there is room. */
  readonly beside: string;
  /** Drawn in the second running colour: the lesson assumes it. */
  readonly assumed: boolean;
  /** The state in words: "waiting for the database", "runs A". */
  readonly said: string;
  /** Its times are told to so many ns; as exactly as they can be read, where it is left out. */
  readonly toldTo?: number;
}

/** A task's, a worker's or a core's line of bars. */
export interface Row {
  /** Which line of its panel, counted from the top; the two halves of a pair share one. */
  readonly line: number;
  /** Which run it is of: 0, or 1 for the second of a pair. */
  readonly run: 0 | 1;
  /** Index of the task whose life it shows; null for a worker or a core. */
  readonly task: number | null;
  readonly label: string;
  /** Small print under or beside the label: "assumed", "2 cores". */
  readonly note: string;
  readonly assumed: boolean;
  /** The label with what else sets the row apart: "2 cores, other work, assumed". */
  readonly title: string;
  /** What is drawn, in order of time. */
  readonly spans: readonly Span[];
  /** The same with all that is said of each: made at the first call, as thin rows are drawn without it. */
  bars(): readonly Bar[];
  /** The instant at which the task ends, set in bold; null for cores and unfinished tasks. */
  readonly endsAt: Nanos | null;
}

/** A row of no task and one run, whose bars are all there is to draw of it. */
export const plainRow = (line: number, label: string, bars: readonly Bar[]): Row => ({
  line,
  run: 0,
  task: null,
  label,
  note: '',
  assumed: false,
  title: label,
  spans: bars,
  bars: () => bars,
  endsAt: null,
});

/**
 * How high the rows of a panel are, and so what is written in them. A lane has letters, and times below it; of halves
 * two share a line, the first run's above it and the second's below; a band has names; a thin row has nothing, and its
 * panel a heading.
 */
export type Size = 'lane' | 'half' | 'band' | 'thin';

/** Rows that stand together: the tasks of one run or of two, workers, or cores. */
export interface Panel {
  readonly of: 'tasks' | 'workers' | 'cores';
  readonly size: Size;
  /** Above thin rows, with small print beside it or ''; null where each row has a label. */
  readonly heading: { readonly text: string; readonly note: string } | null;
  readonly rows: readonly Row[];
}

/** A remark on the drawing: a bracket above a stretch, or a dimension line below it. */
export interface Mark {
  readonly kind: 'bracket' | 'dimension';
  /** The line of the first panel that it stands at. */
  readonly line: number;
  readonly start: Nanos;
  readonly end: Nanos;
  readonly text: string;
}

/** A step of the core's path at one instant, between lines of the first panel; null stands for the core's own row. */
export interface Handover {
  readonly at: Nanos;
  readonly from: number | null;
  readonly to: number | null;
}

/** Panels below each other, and what is drawn over the first of them. */
export interface Drawing {
  /** The clock's end. */
  readonly end: Nanos;
  /** The part that is shown at first, where that shows more than the whole. */
  readonly opensOn?: Stretch | undefined;
  readonly panels: readonly Panel[];
  /** Of two runs. */
  readonly pair: boolean;
  readonly marks: readonly Mark[];
  readonly path: readonly Handover[];
}

/** A bar's place in a drawing: its row among those of all panels, from the top down, and which of the row's bars. */
export interface Place {
  readonly row: number;
  readonly bar: number;
}

/** Where the halves of each of two runs stand. */
export const SIDES = ['above', 'below'] as const;

/** All rows of a drawing, from the top down. */
export const rowsOf = ({ panels }: Pick<Drawing, 'panels'>): readonly Row[] =>
  panels.flatMap(({ rows }) => rows);

/** Up to when (ns) all runs of a drawing go on: where the tasks of the first that is over have nothing left. */
export function reachOf(drawing: Drawing): number {
  const reaches: number[] = [];
  for (const { task, run, spans } of rowsOf(drawing)) {
    if (task !== null) reaches[run] = Math.max(reaches[run] ?? 0, spans.at(-1)?.end ?? 0);
  }
  return Math.min(drawing.end, ...reaches);
}

/** The row at an index among all rows, and the panel that it is in. */
export function rowAt({ panels }: Drawing, index: number): { panel: Panel; row: Row } | undefined {
  let before = 0;
  for (const panel of panels) {
    const row = panel.rows[index - before];
    if (row !== undefined) return { panel, row };
    before += panel.rows.length;
  }
  return undefined;
}

/** Whether the tasks stand in rows too thin for letters. */
export const isThin = ({ panels }: Drawing) => panels[0]?.size === 'thin';

/** The bar at a place, or undefined when a new run has none there. */
export function barAt(drawing: Drawing, place: Place | null): Bar | undefined {
  return place === null ? undefined : rowAt(drawing, place.row)?.row.bars()[place.bar];
}

/** An instant or a length (ns) in ms, as readers can use it: to a tenth of a ms, short ones to a thousandth: "1,650.5". */
export const readable = (nanos: number) => grouped(legible(toMs(nanos as Nanos)));

/**
 * When a bar begins and ends, in the unit of the clock that it is on, as it is told; of a very short one to a digit more,
 * so that the two differ.
 *
 * @param clock where that ends
 */
export function timesOf(
  { start, end, toldTo }: Bar,
  clock: Nanos,
): { readonly start: string; readonly end: string } {
  const told = (step: number) => ({
    start: onAxis(Math.round(start / step) * step, clock),
    end: onAxis(Math.round(end / step) * step, clock),
  });
  if (toldTo === undefined) return told(1);
  const times = told(toldTo);
  return times.start === times.end ? told(toldTo / 10) : times;
}

/**
 * A bar's accessible name: "running, 0 to 5 ms".
 *
 * @param clock where the clock ends that it is on
 * @param hiddenFrom where a question holds back what follows, or null
 */
export function barName(bar: Bar, clock: Nanos, hiddenFrom: Nanos | null = null): string {
  const { start, end } = timesOf(bar, clock);
  const { name } = unitOf(clock);
  return hiddenFrom === null || bar.end <= hiddenFrom
    ? `${bar.said}, ${start} to ${end} ${name}`
    : `${bar.said}, from ${start} ${name}`;
}

/** What is said of a row in which nothing has happened. */
export const NOTHING = 'nothing yet';

/** A row's accessible name, with all its segments in words. @param clock where the clock ends that it is on */
export const rowName = ({ title, bars }: Row, clock: Nanos) =>
  `${title}: ${
    bars()
      .map((bar) => barName(bar, clock))
      .join('; ') || NOTHING
  }`;

/** The places of all bars that show the same stretch of a task as the bar at `place`: itself and its twin. */
export function twins(drawing: Drawing, place: Place): Place[] {
  const chosen = barAt(drawing, place);
  const run = rowAt(drawing, place.row)?.row.run;
  if (chosen === undefined) return [];
  return rowsOf(drawing).flatMap((row, r) =>
    row.bars().flatMap((bar, b): Place[] => {
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
  const spans = rowAt(drawing, row)?.row.spans ?? [];
  const distances = spans.map(({ start, end }) => Math.max(start - at, at - end, 0));
  const least = Math.min(...distances);
  // At a boundary both bars touch the instant: it belongs to the later one.
  const found = distances.lastIndexOf(least);
  return found === -1 ? undefined : found;
}

// Every segment of every task as a table's row: what the timeline draws, in figures.
import { grouped, type Nanos, toMs } from '@interleave/simulation';
import type { Cell, Table } from '../tables.ts';
import { shownTask, stateWords } from './drawing/read-rows.ts';
import type { Naming, TracedRun } from './naming.ts';

/** A segment as it is told: whose it is, and its state in words. Times in ns. */
export interface SegmentTold {
  readonly of: string;
  readonly state: Exclude<Cell, string>;
  readonly start: Nanos;
  readonly end: Nanos;
}

/** The record of a run's segments. */
export const segmentTable = (segments: readonly SegmentTold[]): Table => ({
  name: 'Event table',
  caption: 'Times in ms',
  shown: 'asked',
  columns: [
    { label: 'Task', groups: true },
    { label: 'State' },
    { label: 'from', numeric: true },
    { label: 'to', numeric: true },
    { label: 'for', numeric: true },
  ],
  rows: segments.map(({ of, state, start, end }) => [
    of,
    state,
    ...[start, end, (end - start) as Nanos].map((at) => grouped(toMs(at))),
  ]),
});

export const eventTable = (naming: Naming, { trace, names }: TracedRun): Table =>
  segmentTable(
    trace.tasks.flatMap(({ index, name }) => {
      const assumed = naming.tasks[name]?.assumed ?? false;
      return shownTask(trace, index).segments.map(({ state, cause, start, end }) => ({
        of: names.tasks[index] as string,
        state: {
          state,
          text: `${stateWords({ state, cause }, names)}${assumed ? ', assumed' : ''}`,
          assumed,
        },
        start,
        end,
      }));
    }),
  );

// The tables of this lab: every segment in figures, and what each remedy makes of the same requests.
import { capital, type Trace } from '@interleave/simulation';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { type Drawing, type Row, rowsOf } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { type SegmentTold, segmentTable } from '../../src/lab-kit/timeline/event-table.ts';
import { late, latency, REQUESTS } from './facts.ts';
import { runOfSetting } from './run.ts';
import { PIECE, REMEDIES, type Remedy, type Setting } from './setting.ts';

/** The segments of lanes, or of what runs them, of one run of a drawing. */
const segmentsOf = (
  { panels }: Drawing,
  run: 0 | 1,
  ofTasks: boolean,
  nameOf: (row: Row) => string,
): SegmentTold[] =>
  rowsOf({ panels: panels.filter(({ of }) => (of === 'tasks') === ofTasks) })
    .filter((row) => row.run === run)
    .flatMap((row) =>
      row.bars().map(({ state, said, start, end }) => ({
        of: nameOf(row),
        state: { state, text: said },
        start,
        end,
      })),
    );

/** Every segment of the works, and of what runs them. @param names the works' names in sentences */
export function segmentTables(drawing: Drawing, run: 0 | 1, names: readonly string[]): Table[] {
  const { name: _, ...loops } = segmentTable(
    segmentsOf(drawing, run, false, ({ title }) => capital(title)),
  );
  const [, ...columns] = loops.columns;
  return [
    segmentTable(segmentsOf(drawing, run, true, ({ task, title }) => names[task ?? -1] ?? title)),
    {
      ...loops,
      caption: 'Callbacks in order, ms',
      columns: [{ label: 'Runs on', groups: true }, ...columns],
    },
  ];
}

/** What each remedy is called in the table. */
export const REMEDY_NAMES: Readonly<Record<Remedy, string>> = {
  once: 'all at once',
  pieces: `in pieces of ${PIECE} ms`,
  pool: 'on a worker pool',
  processes: 'two processes, two cores',
  threads: 'a thread for each',
};

/** What a remedy makes of the requests: latencies in the order of `REQUESTS`, and how late the timer is, ms. */
export interface Outcome {
  readonly remedy: Remedy;
  readonly latencies: readonly number[];
  readonly late: number;
}

/** What each remedy makes of the same requests. */
export const outcomes = oncePerSetting(
  ({ computes, database }: Setting) => [computes, database],
  (setting): readonly Outcome[] =>
    REMEDIES.map((remedy) => {
      const trace: Trace = runOfSetting({ ...setting, program: 'requests', remedy });
      return {
        remedy,
        latencies: REQUESTS.map((name) => latency(trace, name)),
        late: late(trace),
      };
    }),
);

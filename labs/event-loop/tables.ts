// The tables of this lab: every segment in figures, and what each remedy makes of the same requests.
import { capital, grouped, type Nanos, type Trace, toMs } from '@interleave/simulation';
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { type Drawing, rowsOf } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import { late, latency, REQUESTS } from './facts.ts';
import { runOfSetting } from './run.ts';
import { PIECE, REMEDIES, type Remedy, type Setting } from './setting.ts';

const COLUMNS = [
  { label: 'State' },
  { label: 'from', numeric: true },
  { label: 'to', numeric: true },
  { label: 'for', numeric: true },
] as const;

/** The segments of lanes or of what runs them, of one run of a drawing. @param run 0, or 1 for the second of two */
const segmentsOf = (
  { panels }: Drawing,
  run: 0 | 1,
  ofTasks: boolean,
  nameOf: (title: string, task: number | null) => string,
) =>
  rowsOf({ panels: panels.filter(({ of }) => (of === 'tasks') === ofTasks) })
    .filter((row) => row.run === run)
    .flatMap(({ title, task, bars }) =>
      bars().map(({ state, said, start, end }) => [
        nameOf(title, task),
        { state, text: said },
        ...[start, end, (end - start) as Nanos].map((at) => grouped(toMs(at))),
      ]),
    );

/** Every segment of the works, and of what runs them. @param names the works' names in sentences */
export const segmentTables = (drawing: Drawing, run: 0 | 1, names: readonly string[]): Table[] => [
  {
    name: 'Event table',
    caption: 'Times in ms',
    shown: 'asked',
    columns: [{ label: 'Task', groups: true }, ...COLUMNS],
    rows: segmentsOf(drawing, run, true, (title, task) => names[task ?? -1] ?? title),
  },
  {
    caption: 'Callbacks in order, ms',
    shown: 'asked',
    columns: [{ label: 'Runs on', groups: true }, ...COLUMNS],
    rows: segmentsOf(drawing, run, false, capital),
  },
];

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
      const trace: Trace = runOfSetting({ ...setting, program: 'handlers', remedy });
      return {
        remedy,
        latencies: REQUESTS.map((name) => latency(trace, name)),
        late: late(trace),
      };
    }),
);

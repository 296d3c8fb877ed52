// Every segment of every worker and core as a table's row: what their panels draw, in figures.
import { capital, grouped, type Nanos, toMs } from '@interleave/simulation';
import type { Table } from '../../tables.ts';
import type { Drawing } from '../drawing/drawing.ts';

/** @param carriers what carries the tasks: "worker", "thread" */
export const workerTable = ({ panels }: Drawing, carriers: string): Table => ({
  caption: `${capital(carriers)}s and cores, ms`,
  shown: 'asked',
  columns: [
    { label: `${capital(carriers)} or core`, groups: true },
    { label: 'State' },
    { label: 'from', numeric: true },
    { label: 'to', numeric: true },
    { label: 'for', numeric: true },
  ],
  rows: panels
    .filter(({ of }) => of !== 'tasks')
    .flatMap(({ rows }) => rows)
    .flatMap(({ title, bars }) =>
      bars().map(({ state, said, start, end }) => [
        title,
        { state, text: said },
        ...[start, end, (end - start) as Nanos].map((at) => grouped(toMs(at))),
      ]),
    ),
});

// Every segment of every worker and core as a table's row: what their panels draw, in figures.
import { type Nanos, toMs } from '@interleave/simulation';
import type { Table } from '../../tables.ts';
import type { Drawing } from '../drawing/drawing.ts';

export const workerTable = ({ panels }: Drawing): Table => ({
  caption: 'Workers and cores, ms',
  shown: 'asked',
  columns: [
    { label: 'Worker or core', groups: true },
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
        ...[start, end, (end - start) as Nanos].map((at) => String(toMs(at))),
      ]),
    ),
});

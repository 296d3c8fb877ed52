// What became of each of many tasks, a row each: when it came and ended, and how long it was in which way.
import {
  metrics,
  type Nanos,
  readyTime,
  type Trace,
  toMs,
  type Words,
} from '@interleave/simulation';
import { DataTable } from '../frame/DataTable.tsx';

const COLUMNS = [
  { label: 'Task' },
  { label: 'from', numeric: true },
  { label: 'to', numeric: true },
  { label: 'ready', numeric: true },
  { label: 'waiting', numeric: true },
  { label: 'running', numeric: true },
];

export function TaskTable({
  trace,
  words,
  caption,
}: {
  trace: Trace;
  words: Words;
  caption: string;
}) {
  const written = (at: Nanos) => Number(toMs(at).toFixed(3));
  const rows = metrics(trace).tasks.map((figures, i) => {
    const { arrival, end } = trace.tasks[i] as Trace['tasks'][number];
    return {
      key: figures.name,
      cells: [
        words.tasks[i],
        written(arrival),
        end === null ? 'goes on' : written(end),
        written(readyTime(figures)),
        written(figures.waiting),
        written(figures.running),
      ],
    };
  });
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} />;
}

// What became of each of many tasks, a row each: when it came and ended, and how long it was in which way.
import { grouped, metrics, type Nanos, type Trace, toMs } from '@interleave/simulation';
import type { Table } from '../tables.ts';
import type { Naming, TracedRun } from './naming.ts';

export function taskTable({ many }: Naming, { trace, names }: TracedRun): Table {
  const written = (at: Nanos) => grouped(Number(toMs(at).toFixed(3)));
  return {
    name: `Table of ${many}`,
    long: true,
    caption: 'Times in ms',
    shown: 'asked',
    columns: [
      { label: 'Task' },
      { label: 'from', numeric: true },
      { label: 'to', numeric: true },
      { label: 'in line', numeric: true },
      { label: 'runnable', numeric: true },
      { label: 'waiting', numeric: true },
      { label: 'running', numeric: true },
    ],
    rows: metrics(trace).tasks.map((figures, i) => {
      const { arrival, end } = trace.tasks[i] as Trace['tasks'][number];
      return [
        names.tasks[i] as string,
        written(arrival),
        end === null ? 'goes on' : written(end),
        written(figures.noWorker),
        written(figures.noCore),
        written(figures.waiting),
        written(figures.running),
      ];
    }),
  };
}

// Every segment of every task as a table's row: what the timeline draws, in figures.
import { grouped, type Nanos, toMs } from '@interleave/simulation';
import type { Table } from '../tables.ts';
import { shownTask, stateWords } from './drawing/read-rows.ts';
import type { Naming, TracedRun } from './naming.ts';

export function eventTable(naming: Naming, { trace, names }: TracedRun): Table {
  return {
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
    rows: trace.tasks.flatMap(({ index, name }) => {
      const { segments } = shownTask(trace, index);
      const assumed = naming.tasks[name]?.assumed ?? false;
      return segments.map(({ state, cause, start, end }) => [
        names.tasks[index] as string,
        {
          state,
          text: `${stateWords({ state, cause }, names)}${assumed ? ', assumed' : ''}`,
          assumed,
        },
        ...[start, end, (end - start) as Nanos].map((at) => grouped(toMs(at))),
      ]);
    }),
  };
}

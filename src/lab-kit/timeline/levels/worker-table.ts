// Every segment of every worker and core as a table's row: what their panels draw, in figures.
import { type Nanos, toMs, workersOf } from '@interleave/simulation';
import type { DrawnState } from '../../states/states.ts';
import type { Table } from '../../tables.ts';
import type { TracedRun } from '../naming.ts';
import { workerName, workerWords } from './worker-rows.ts';

interface Stretch {
  readonly state: DrawnState;
  readonly start: Nanos;
  readonly end: Nanos;
}

const row = (who: string, text: string, { state, start, end }: Stretch) => [
  who,
  { state, text },
  ...[start, end, (end - start) as Nanos].map((at) => String(toMs(at))),
];

export function workerTable(run: TracedRun): Table {
  const { trace, names } = run;
  return {
    caption: 'Workers and cores (times in ms)',
    shown: 'asked',
    columns: [
      { label: 'Worker or core', groups: true },
      { label: 'State' },
      { label: 'from', numeric: true },
      { label: 'to', numeric: true },
      { label: 'for', numeric: true },
    ],
    rows: [
      ...workersOf(trace).flatMap(({ segments }, worker) =>
        segments.map((one) => row(workerName(worker), workerWords(run, one), one)),
      ),
      ...trace.cores.flatMap(({ index, segments }) =>
        segments.map((one) => {
          const name = one.task === null ? '' : names.tasks[one.task];
          const words = { idle: 'idle', running: `runs ${name}`, switching: `switches to ${name}` };
          return row(`core ${index + 1}`, words[one.state], one);
        }),
      ),
    ],
  };
}

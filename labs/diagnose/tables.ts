// The panel second by second, how long answers take, and, once something is said of a remedy, all of them in figures.
import { grouped } from '@interleave/simulation';
import type { Table } from '../../src/lab-kit/tables.ts';
import { length } from './in-words.ts';
import type { Latencies } from './kinds.ts';
import { answerOf, type OwnRun } from './setting.ts';

const percentiles = ({ mean, p50, p95, p99 }: Latencies) => [mean, p50, p95, p99].map(length);

const numeric = (label: string) => ({ label, numeric: true }) as const;

/** From this value on a column has no decimals: 3 significant digits are enough. */
const WHOLE = 100;

/** The values of a column, all with as many decimals: those of its greatest. */
function column(values: readonly number[]): string[] {
  const decimals = Math.max(...values) >= WHOLE ? 0 : 1;
  return values.map((value) => grouped(value.toFixed(decimals)));
}

export function tables(run: OwnRun): Table[] {
  const { gauges, before, outcomes } = run.result;
  const answered = answerOf(run) !== null;
  const columns = gauges.map(({ seconds }) => column(seconds));
  return [
    {
      caption: answered ? 'The remedies in figures, ms' : 'How long requests take, ms',
      shown: 'asked',
      columns: [
        { label: 'service' },
        ...['mean', '50% within', '95% within', '99% within'].map(numeric),
      ],
      rows: [
        ['as it is', ...percentiles(before)],
        ...(answered
          ? outcomes.map(({ label, latencies }) => [label, ...percentiles(latencies)])
          : []),
      ],
    },
    {
      caption: 'The panel, second by second',
      shown: 'asked',
      screen: true,
      columns: [numeric('second'), ...gauges.map(({ head }) => numeric(head))],
      rows: Array.from({ length: gauges[0]?.seconds.length ?? 0 }, (_, second) => [
        String(second + 1),
        ...columns.map((values) => values[second] ?? ''),
      ]),
    },
  ];
}

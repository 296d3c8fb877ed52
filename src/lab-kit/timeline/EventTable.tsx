// Every segment of every task as a table's row: what the timeline draws, in figures.
import { type Nanos, type Trace, toMs } from '@interleave/simulation';
import { DataTable } from '../frame/DataTable.tsx';
import { type AnyLab, wordsFor } from '../lab.ts';
import { Swatch } from '../states/Patterns.tsx';
import { stateWords } from './read-rows.ts';

const COLUMNS = [
  { label: 'Task' },
  { label: 'State' },
  { label: 'from', numeric: true },
  { label: 'to', numeric: true },
  { label: 'for', numeric: true },
];

/** The number of rows that the table of this run has. */
export const eventCount = (trace: Trace) =>
  trace.tasks.reduce((sum, { segments }) => sum + segments.length, 0);

export function EventTable({
  lab,
  trace,
  caption,
}: {
  lab: AnyLab;
  trace: Trace;
  caption: string;
}) {
  const words = wordsFor(lab, trace);
  const rows = trace.tasks.flatMap(({ index, name, segments }) => {
    const assumed = lab.view.tasks[name]?.assumed ?? false;
    return segments.map(({ state, cause, start, end }, i) => ({
      key: `${index}-${i}`,
      assumed,
      cells: [
        // Named in every row for those who hear the table; seen once a task.
        <span className={i === 0 ? undefined : 'visually-hidden'} key="task">
          {words.tasks[index]}
        </span>,
        <span className="state" key="state">
          <Swatch state={state} assumed={assumed} />{' '}
          <span>{`${stateWords({ state, cause }, words)}${assumed ? ', assumed' : ''}`}</span>
        </span>,
        toMs(start),
        toMs(end),
        toMs((end - start) as Nanos),
      ],
    }));
  });
  return <DataTable caption={caption} columns={COLUMNS} rows={rows} />;
}

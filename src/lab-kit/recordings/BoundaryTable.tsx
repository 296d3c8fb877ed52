// Every boundary of a simulated and a recorded run as a table's row, with times exactly as recorded.
import { type Nanos, toMs } from '@interleave/simulation';
import { DataTable } from '../frame/DataTable.tsx';
import { type AnyLab, laneWords } from '../lab.ts';
import { Swatch } from '../states/Patterns.tsx';
import { STATES } from '../states/states.ts';
import type { Difference } from './compare-boundaries.ts';
import type { TaggedRun } from './use-recorded-run.ts';

const COLUMNS = [
  { label: 'Task' },
  { label: 'Boundary' },
  { label: 'simulated', numeric: true },
  { label: 'recorded', numeric: true },
  { label: 'difference', numeric: true },
];

const NOTHING = '–';

/** A difference with its sign: "+0.127"; "−0.4"; "0". */
function signed(by: number): string {
  const size = String(toMs(Math.abs(by) as Nanos));
  if (by === 0) return size;
  return `${by > 0 ? '+' : '−'}${size}`;
}

/** What the boundary is, its times in both runs, and the difference. */
function cellsOf(difference: Difference, state: string): string[] {
  const { kind, by } = difference;
  if ('simulated' in difference) {
    const { simulated, recorded } = difference;
    const what = {
      start: `${state} begins`,
      end: `${state} ends`,
      'task end': 'the task ends',
    };
    return [what[difference.kind], String(toMs(simulated)), String(toMs(recorded)), signed(by)];
  }
  const stretch = `${toMs(difference.start)}–${toMs(difference.end)}`;
  const times = kind === 'only recorded' ? [NOTHING, stretch] : [stretch, NOTHING];
  return [`${state}, ${kind}`, ...times, String(toMs(by as Nanos))];
}

interface BoundaryTableProps {
  lab: AnyLab;
  simulated: TaggedRun;
  differences: readonly Difference[];
}

export function BoundaryTable({ lab, simulated, differences }: BoundaryTableProps) {
  const { trace, words } = simulated;
  const rows = differences.map((difference, i) => {
    const { task, state } = difference;
    const { assumed = false } = laneWords(lab, trace, task);
    const said = state === 'waiting' ? `waiting for ${words.awaited}` : STATES[state].word;
    const [boundary, ...times] = cellsOf(difference, said);
    return {
      key: `${i}`,
      assumed,
      cells: [
        // Named in every row for those who hear the table; seen once a task.
        <span
          className={differences[i - 1]?.task === task ? 'visually-hidden' : undefined}
          key="task"
        >
          {words.tasks[task]}
        </span>,
        <span className="state" key="boundary">
          <Swatch state={state} assumed={assumed} /> <span>{boundary}</span>
        </span>,
        ...times,
      ],
    };
  });
  return <DataTable caption="Times in ms, as recorded" columns={COLUMNS} rows={rows} />;
}

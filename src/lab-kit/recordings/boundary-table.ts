// Every boundary of a simulated and a recorded run as a table's row, with times exactly as recorded.
import { type Nanos, toMs } from '@interleave/simulation';
import { STATES } from '../states/states.ts';
import type { Table } from '../tables.ts';
import { laneName, type Naming, type TracedRun } from '../timeline/naming.ts';
import type { Difference } from './compare-boundaries.ts';

const NOTHING = '–';

/** A difference with its sign: "+0.127"; "−0.4"; "0". */
function signed(by: number): string {
  const size = String(toMs(Math.abs(by) as Nanos));
  if (by === 0) return size;
  return `${by > 0 ? '+' : '−'}${size}`;
}

/** What the boundary is, its times in both runs, and the difference. */
function cellsOf(difference: Difference, state: string): [string, ...string[]] {
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

export function boundaryTable(
  naming: Naming,
  { trace, names }: TracedRun,
  differences: readonly Difference[],
): Table {
  return {
    name: 'Table of boundaries',
    caption: 'Times in ms, as recorded',
    shown: 'asked',
    columns: [
      { label: 'Task', groups: true },
      { label: 'Boundary' },
      { label: 'simulated', numeric: true },
      { label: 'recorded', numeric: true },
      { label: 'difference', numeric: true },
    ],
    rows: differences.map((difference) => {
      const { task, state } = difference;
      const { assumed = false } = laneName(naming, trace, task);
      const said = state === 'waiting' ? `waiting for ${names.awaited}` : STATES[state].word;
      const [boundary, ...times] = cellsOf(difference, said);
      return [names.tasks[task] as string, { state, text: boundary, assumed }, ...times];
    }),
  };
}

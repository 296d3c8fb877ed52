// Reads runs of many tasks into a dense drawing: panels of thin rows, the tasks of a run and each of its cores.
import { capital, type Nanos, type Trace } from '@interleave/simulation';
import { clockEnd, onClock } from './clock.ts';
import type { Drawing, Panel, Row } from './drawing.ts';
import type { Naming, TracedRun } from './naming.ts';
import { coreRow, taskRow } from './read-rows.ts';

/** Lanes with letters are for a few tasks with a few segments each: more are neither readable nor quick to draw. */
const MOST_LANES = 12;
const MOST_SEGMENTS = 240;

/** Whether a run has too much in it for lanes. */
export const isDense = ({ tasks }: Trace) =>
  tasks.length > MOST_LANES ||
  tasks.reduce((sum, { segments }) => sum + segments.length, 0) > MOST_SEGMENTS;

/** A run with which of the lab's runs it is. */
interface Placed extends TracedRun {
  readonly run: 0 | 1;
}

/** One run, or several below each other on one clock. */
export function drawDense(naming: Naming, runs: readonly Placed[]): Drawing {
  const end = clockEnd(...runs.map(({ trace }) => trace.end));
  const rows: Row[] = [];
  const panels: Panel[] = [];
  const add = (kind: Panel['kind'], heading: string, note: string, found: readonly Row[]) => {
    panels.push({ kind, heading, note, first: rows.length, count: found.length });
    rows.push(...found);
  };
  for (const { trace, words, tag, run } of runs) {
    const named = (row: Omit<Row, 'run' | 'index'>, index: number): Row => ({
      ...row,
      run,
      index,
      title: tag === '' ? row.title : `${tag}, ${row.title}`,
    });
    const tasks = trace.tasks.map(({ index }) =>
      named({ ...taskRow(naming, trace, index, words), kind: 'lane' }, index),
    );
    const many = `${tasks.length} ${naming.many}, one a row`;
    add('tasks', tag === '' ? many : capital(tag), lastEnd(trace, end), tasks);
    const cores = trace.cores.map(({ index }) =>
      named(coreRow(naming, trace, index, words, `core ${index + 1}`), index),
    );
    add('cores', cores.length === 1 ? 'the core' : `${cores.length} cores, one a row`, '', cores);
  }
  return {
    end,
    rows,
    lanes: 0,
    cores: 0,
    pair: runs.length > 1,
    marks: [],
    path: [],
    panels,
  };
}

/** When the last of a run's tasks ends, in words, on a clock up to `clock` (ns); '' when some have no end. */
function lastEnd({ tasks, end }: Trace, clock: Nanos): string {
  return tasks.some((task) => task.end === null) ? '' : `the last ends at ${onClock(end, clock)}`;
}

// Reads traces into drawings: one run, or two on one clock, mirrored or, of many tasks, below each other.
import { capital, type Nanos, type Trace } from '@interleave/simulation';
import { clockEnd, onClock } from '../clock.ts';
import type { Naming, TracedRun } from '../naming.ts';
import { type Drawing, type Panel, type Row, SIDES } from './drawing.ts';
import { handovers, pairMarks, waitBrackets } from './marks.ts';
import { coreRow, type RowOfTrace, taskRow } from './read-rows.ts';
import { isLarge } from './size.ts';

/** One run: a lane per task, a row per core; of many tasks, thin rows. */
export function drawRun(naming: Naming, run: TracedRun): Drawing {
  const { trace } = run;
  const end = clockEnd(trace.end);
  if (isLarge(trace)) {
    return { end, panels: thinPanels(naming, run, 0, end), pair: false, marks: [], path: [] };
  }
  const placed = (row: RowOfTrace, line: number): Row => ({ ...row, run: 0, line });
  const lanes: Panel = {
    of: 'tasks',
    size: 'lane',
    heading: null,
    rows: taskRows(naming, run).map(placed),
  };
  const cores: Panel = {
    of: 'cores',
    size: 'band',
    heading: null,
    rows: coreRows(naming, run).map(placed),
  };
  return {
    end,
    panels: [lanes, cores],
    pair: false,
    marks: waitBrackets(trace),
    path: handovers(trace),
  };
}

/**
 * Two runs mirrored: each task that both have stands on its line in the first run and hangs below it in the
 * second; tasks that only one run has keep a half lane of their own. With many tasks they stand below each other, the
 * second above, next to the knobs that set it.
 *
 * @param runs with what each is called beside its half: "1 core", "2 cores"
 */
export function drawPair(naming: Naming, runs: readonly [TracedRun, TracedRun]): Drawing {
  const [first, second] = runs;
  const end = clockEnd(first.trace.end, second.trace.end);
  if (isLarge(first.trace) || isLarge(second.trace)) {
    const panels = [...thinPanels(naming, second, 1, end), ...thinPanels(naming, first, 0, end)];
    return { end, panels, pair: true, marks: [], path: [] };
  }
  const subjects = sharedSubjects(naming, runs);
  const halves: Panel = {
    of: 'tasks',
    size: 'half',
    heading: null,
    rows: subjects.flatMap((name, line) =>
      runs.flatMap(({ trace, names, tag }, run): Row[] => {
        const task = trace.tasks.find((candidate) => candidate.name === name);
        if (task === undefined) return [];
        const row = taskRow(naming, trace, task.index, names);
        const title = `${tag}, ${row.title}`;
        // A line's name stands by its upper half: where only the lower one is there, its note says it.
        const isNamed = run === 0 || first.trace.tasks.some((one) => one.name === name);
        const note = isNamed ? cut(tag) : row.label;
        return [{ ...row, title, note, run: run as 0 | 1, line }];
      }),
    ),
  };
  const isSame = first.trace.cores.length === second.trace.cores.length;
  const cores: Panel = {
    of: 'cores',
    size: 'band',
    heading: null,
    rows: runs
      .flatMap((traced, run) =>
        coreRows(naming, traced).map((row) => {
          const label = isSame
            ? `${row.label}, ${SIDES[run as 0 | 1]}`
            : `${row.label} of ${traced.trace.cores.length}`;
          return { ...row, label, title: `${traced.tag}, ${label}`, run: run as 0 | 1 };
        }),
      )
      .map((row, line): Row => ({ ...row, line })),
  };
  return {
    end,
    panels: [halves, cores],
    pair: true,
    marks: pairMarks([first.trace, second.trace], subjects),
    path: [],
  };
}

/** The names of the tasks that either run has: those that the sentences speak of, then the others. */
const sharedSubjects = (naming: Naming, runs: readonly TracedRun[]) =>
  [
    ...new Set([
      ...naming.subjects,
      ...runs.flatMap(({ trace }) => trace.tasks.map(({ name }) => name)),
    ]),
  ].filter((name) => runs.some(({ trace }) => trace.tasks.some((task) => task.name === name)));

const taskRows = (naming: Naming, { trace, names }: TracedRun) =>
  trace.tasks.map(({ index }) => taskRow(naming, trace, index, names));

const coreRows = (naming: Naming, { trace, names }: TracedRun) =>
  trace.cores.map(({ index }) => coreRow(naming, trace, index, names));

/** What fits beside a lane; the whole tag stands above the timeline. */
const LONGEST_NOTE = 23;
const cut = (tag: string) =>
  tag.length > LONGEST_NOTE ? `${tag.slice(0, LONGEST_NOTE - 1)}…` : tag;

/**
 * The tasks and the cores of a run in thin rows.
 *
 * @param clock the clock's end
 */
function thinPanels(naming: Naming, traced: TracedRun, run: 0 | 1, clock: Nanos): Panel[] {
  const { trace, tag } = traced;
  const placed = (row: RowOfTrace, line: number): Row => ({
    ...row,
    title: tag === '' ? row.title : `${tag}, ${row.title}`,
    run,
    line,
  });
  const { length: tasks } = trace.tasks;
  const { length: cores } = trace.cores;
  return [
    {
      of: 'tasks',
      size: 'thin',
      heading: {
        text: tag === '' ? tasksInRows(naming, tasks) : capital(tag),
        note: lastEnd(trace, clock),
      },
      rows: taskRows(naming, traced).map(placed),
    },
    {
      of: 'cores',
      size: 'thin',
      heading: { text: coresInRows(cores), note: '' },
      rows: coreRows(naming, traced).map(placed),
    },
  ];
}

/** Above thin rows of so many tasks. */
export const tasksInRows = ({ many }: Naming, tasks: number) =>
  tasks === 1 ? many.replace(/s$/, '') : `${tasks.toLocaleString('en')} ${many}, one a row`;

/** Above thin rows of so many cores. */
export const coresInRows = (cores: number) =>
  cores === 1 ? 'the core' : `${cores} cores, one a row`;

/** When the last of a run's tasks ends, in words, on a clock up to `clock` (ns); '' when some have no end. */
const lastEnd = ({ tasks, end }: Trace, clock: Nanos) =>
  tasks.some((task) => task.end === null) ? '' : `the last ends at ${onClock(end, clock)}`;

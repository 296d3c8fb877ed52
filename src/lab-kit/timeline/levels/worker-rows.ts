// Reads what workers did into rows of bars, and puts their panel between those of the tasks and of the cores.
import {
  lackOf,
  milliseconds,
  type Nanos,
  once,
  type TaskSegment,
  type Trace,
  type WorkerSegment,
  workersOf,
} from '@interleave/simulation';
import { STATES } from '../../states/states.ts';
import {
  type Bar,
  type Drawing,
  type Mark,
  type Panel,
  type Row,
  SIDES,
} from '../drawing/drawing.ts';
import { stateWords } from '../drawing/read-rows.ts';
import type { TracedRun } from '../naming.ts';
import { isHeld } from './occupants.ts';

/** What carries tasks is called a worker where several share it, and is a plain thread where each has its own. */
export const carrierIn = ({ scenario }: Trace) =>
  scenario.workers === 'per-task' ? 'thread' : 'worker';

/** And in several runs: a worker, where they differ. */
export const carriersOf = (runs: readonly TracedRun[]) =>
  runs.every(({ trace }) => carrierIn(trace) === 'thread') ? 'thread' : 'worker';

/** A worker by its number, from 0: "worker 1", "thread 1". */
export const workerName = (trace: Trace, worker: number) => `${carrierIn(trace)} ${worker + 1}`;

/** The index of the segment of a task's life that covers an instant. */
export const segmentOf = (trace: Trace, task: number, at: Nanos) =>
  trace.tasks[task]?.segments.findIndex(({ start, end }) => start <= at && at < end) ?? -1;

/** What a worker does, in words: "runs A", "held by C, waiting for the database", "free". */
export function workerWords(
  { trace, names }: TracedRun,
  { state, task, start }: WorkerSegment,
): string {
  if (task === null) return 'free';
  const name = names.tasks[task] as string;
  switch (state) {
    case 'running':
      return `runs ${name}`;
    case 'switching':
      return `switches to ${name}`;
    case 'runnable':
      return `has ${name}, waits for a core`;
    default: {
      const segment = trace.tasks[task]?.segments[segmentOf(trace, task, start)];
      return `held by ${name}, ${stateWords(segment as TaskSegment, names)}`;
    }
  }
}

/** @param roomy whether there is room for words above a low band */
function barsOf(run: TracedRun, worker: number, roomy: boolean): Bar[] {
  const { trace, names } = run;
  return (workersOf(trace)[worker]?.segments ?? []).map((segment): Bar => {
    const { state, task, start, end } = segment;
    const name = task === null ? 'free' : (names.tasks[task] as string);
    const held = isHeld(segment);
    const letter = state === 'switching' ? STATES.switching.letter : name;
    return {
      state,
      start,
      end,
      task,
      segment: task === null ? null : segmentOf(trace, task, start),
      text: held ? (roomy ? STATES[state].letter : '') : letter,
      beside: held && roomy ? `held by ${name}` : '',
      assumed: false,
      said: workerWords(run, segment),
    };
  });
}

/** A worker's row, before it has its line. */
function workerRow(run: TracedRun, worker: number, of: Row['run'], mirrored: boolean) {
  const label = `${workerName(run.trace, worker)}${mirrored ? `, ${SIDES[of]}` : ''}`;
  return {
    task: null,
    label,
    note: '',
    assumed: false,
    title: run.tag === '' ? label : `${run.tag}, ${label}`,
    spans: workersOf(run.trace)[worker]?.segments ?? [],
    bars: once(() => barsOf(run, worker, !mirrored)),
    endsAt: null,
    run: of,
  };
}

/** The workers of the runs whose cores are in a panel, in rows of the same size. */
function workersBeside(
  { size, rows: cores }: Panel,
  pair: boolean,
  runs: readonly TracedRun[],
): Panel {
  const thin = size === 'thin';
  const rows = [...new Set(cores.map(({ run }) => run))].flatMap((of) => {
    const run = runs[of] as TracedRun;
    return workersOf(run.trace).map((_, worker) => workerRow(run, worker, of, pair && !thin));
  });
  const carrier = carriersOf(runs);
  const text = rows.length === 1 ? `the ${carrier}` : `${rows.length} ${carrier}s, one a row`;
  return {
    of: 'workers',
    size,
    heading: thin ? { text, note: '' } : null,
    rows: rows.map((row, line) => ({ ...row, line })),
  };
}

/** A drawing with a panel of workers between those of the tasks and of the cores, and with what is marked in its words. */
export function withWorkers(drawing: Drawing, runs: readonly TracedRun[]): Drawing {
  const { panels, pair, marks } = drawing;
  return {
    ...drawing,
    panels: panels.flatMap((panel) => {
      if (panel.of === 'cores') return [workersBeside(panel, pair, runs), panel];
      return [{ ...panel, rows: panel.rows.map((row) => withHolding(row, runs)) }];
    }),
    marks: pair ? marks : marks.map((mark) => inWords(mark, runs[0] as TracedRun)),
    // It would cross the workers on its way.
    path: [],
  };
}

/** A task's row that says where the task waits and keeps its worker. */
function withHolding(row: Row, runs: readonly TracedRun[]): Row {
  const { trace } = runs[row.run] as TracedRun;
  if (row.task === null || trace.scenario.workers === 'per-task') return row;
  const segments = trace.tasks[row.task]?.segments ?? [];
  return {
    ...row,
    bars: once(() =>
      row.bars().map((bar, i) => {
        const worker = segments[i]?.worker ?? null;
        if (worker === null || !isHeld(bar)) return bar;
        const said = `${bar.said}, holding ${workerName(trace, worker)}`;
        return { ...bar, said, beside: bar.beside && 'waits, holding its worker' };
      }),
    ),
  };
}

/** A bracket over a time in line says how the task came there, and for how long. */
function inWords(mark: Mark, { trace }: TracedRun): Mark {
  const segment = trace.tasks[mark.line]?.segments.find(({ start }) => start === mark.start);
  if (segment === undefined || lackOf(trace, segment) !== 'worker') return mark;
  const came = segment.cause === 'io-done' ? 'answered' : 'ready';
  const length = milliseconds((mark.end - mark.start) as Nanos);
  return { ...mark, text: `${came}, but no free worker: ${length}` };
}

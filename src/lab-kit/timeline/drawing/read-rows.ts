// Reads a task's or a core's life in a trace into a row of bars, with what is said of them.
import {
  type CoreSegment,
  type Names,
  type Nanos,
  once,
  stateShown,
  type TaskSegment,
  type TaskTrace,
  type Trace,
} from '@interleave/simulation';
import { STATES } from '../../states/states.ts';
import { laneName, type Naming } from '../naming.ts';
import type { Bar, Row } from './drawing.ts';

/** A row before it has its place in a drawing. */
export type RowOfTrace = Omit<Row, 'run' | 'line'>;

/** The state in words, a wait with what it is for: "waiting for the database". */
export function stateWords(
  { state, cause }: Pick<TaskSegment, 'state' | 'cause'>,
  names: Names,
): string {
  if (cause === 'thinking') return 'thinking';
  return state === 'waiting' ? `waiting for ${names.awaited}` : STATES[state].word;
}

function taskBar(
  segment: TaskSegment,
  index: number,
  task: number,
  assumed: boolean,
  names: Names,
): Bar {
  const { state, start, end } = segment;
  const said = stateWords(segment, names);
  return {
    state,
    start,
    end,
    task,
    segment: index,
    text: STATES[state].letter,
    beside: state === 'waiting' ? said : '',
    assumed,
    said,
  };
}

/** A task with its segments' states as they are shown. */
export function shownTask(trace: Trace, task: number): TaskTrace {
  const found = trace.tasks[task] as TaskTrace;
  // Where each task has a worker of its own none is in line for one: as of most runs that are drawn.
  if (trace.scenario.workers === 'per-task') return found;
  const segments = found.segments.map((one) => ({ ...one, state: stateShown(trace, one) }));
  return { ...found, segments };
}

/** A task's bars. */
export function taskRow(naming: Naming, trace: Trace, task: number, names: Names): RowOfTrace {
  const { segments, end } = shownTask(trace, task);
  const { label, assumed = false } = laneName(naming, trace, task);
  return {
    task,
    label,
    note: assumed ? 'assumed' : '',
    assumed,
    title: `${label}${assumed ? ', assumed' : ''}`,
    spans: segments,
    bars: once(() => segments.map((segment, i) => taskBar(segment, i, task, assumed, names))),
    endsAt: end,
  };
}

/** The index of the last segment that begins at an instant or before it; -1 when all begin later. */
function lastFrom(segments: readonly TaskSegment[], at: Nanos): number {
  let [low, high] = [0, segments.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((segments[middle] as TaskSegment).start <= at) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}

function coreBar(
  naming: Naming,
  trace: Trace,
  segment: CoreSegment,
  core: number,
  names: Names,
): Bar {
  const { state, task, start, end } = segment;
  const owner = task === null ? undefined : trace.tasks[task];
  const name = task === null ? '' : (names.tasks[task] as string);
  const said = { idle: 'idle', running: `runs ${name}`, switching: `switches to ${name}` }[state];
  const twin = owner === undefined ? -1 : lastFrom(owner.segments, start);
  const isTwin = state === 'running' && owner?.segments[twin]?.core === core;
  return {
    state,
    start,
    end,
    task,
    segment: isTwin ? twin : null,
    text: state === 'running' ? name : STATES[state].letter || STATES[state].word,
    beside: '',
    assumed: owner === undefined ? false : (naming.tasks[owner.name]?.assumed ?? false),
    said,
  };
}

/** A core's bars. */
export function coreRow(naming: Naming, trace: Trace, core: number, names: Names): RowOfTrace {
  const segments = trace.cores[core]?.segments ?? [];
  const label = `core ${core + 1}`;
  return {
    task: null,
    label,
    note: '',
    assumed: false,
    title: label,
    spans: segments,
    bars: once(() => segments.map((segment) => coreBar(naming, trace, segment, core, names))),
    endsAt: null,
  };
}

// Reads a task's or a core's life in a trace into a row of bars with their names.
import {
  type CoreSegment,
  type Nanos,
  type TaskSegment,
  type Trace,
  toMs,
  type Words,
} from '@interleave/simulation';
import { type AnyLab, laneWords } from '../define-lab.ts';
import type { Bar, Row } from './drawing.ts';
import { STATES } from './states.ts';

const from = (start: Nanos, end: Nanos) => `${toMs(start)} to ${toMs(end)} ms`;

/** The state in words, a wait with what it is for: "waiting for the database". */
export function stateWords(
  { state, cause }: Pick<TaskSegment, 'state' | 'cause'>,
  words: Words,
): string {
  if (cause === 'thinking') return 'thinking';
  return state === 'waiting' ? `waiting for ${words.awaited}` : STATES[state].word;
}

function taskBar(
  segment: TaskSegment,
  index: number,
  task: number,
  assumed: boolean,
  words: Words,
): Bar {
  const { state, start, end } = segment;
  const said = stateWords(segment, words);
  return {
    state,
    start,
    end,
    task,
    segment: index,
    text: STATES[state].letter,
    words: state === 'waiting' ? said : '',
    assumed,
    name: `${said}, ${from(start, end)}`,
  };
}

/** A task's bars and names. */
export function taskRow(
  lab: AnyLab,
  trace: Trace,
  task: number,
  words: Words,
): Omit<Row, 'kind' | 'run' | 'index'> {
  const { segments, end } = trace.tasks[task] as Trace['tasks'][number];
  const { label, assumed = false } = laneWords(lab, trace, task);
  const bars = segments.map((segment, i) => taskBar(segment, i, task, assumed, words));
  return {
    label,
    note: assumed ? 'assumed' : '',
    assumed,
    name: `${label}${assumed ? ', assumed' : ''}: ${bars.map((bar) => bar.name).join('; ')}`,
    bars,
    endsAt: end,
  };
}

function coreBar(lab: AnyLab, trace: Trace, segment: CoreSegment, core: number, words: Words): Bar {
  const { state, task, start, end } = segment;
  const owner = task === null ? undefined : trace.tasks[task];
  const name = task === null ? '' : (words.tasks[task] as string);
  const said = { idle: 'idle', running: `runs ${name}`, switching: `switches to ${name}` }[state];
  const twin = owner?.segments.findIndex(
    (candidate) =>
      state === 'running' &&
      candidate.core === core &&
      candidate.start <= start &&
      start < candidate.end,
  );
  return {
    state,
    start,
    end,
    task,
    segment: twin === undefined || twin === -1 ? null : twin,
    text: state === 'running' ? name : state === 'idle' ? 'idle' : STATES[state].letter,
    words: '',
    assumed: owner === undefined ? false : (lab.view.tasks[owner.name]?.assumed ?? false),
    name: `${said}, ${from(start, end)}`,
  };
}

/** A core's bars and names. */
export function coreRow(
  lab: AnyLab,
  trace: Trace,
  core: number,
  words: Words,
  label: string,
): Omit<Row, 'run' | 'index'> {
  const bars = (trace.cores[core]?.segments ?? []).map((segment) =>
    coreBar(lab, trace, segment, core, words),
  );
  return {
    kind: 'core',
    label,
    note: '',
    assumed: false,
    name: `${label}: ${bars.map((bar) => bar.name).join('; ')}`,
    bars,
    endsAt: null,
  };
}

// Why a worker's segment began and ended, and of a task in line who had the workers: in words, beside those of the task.
import {
  type Explanation,
  enumerate,
  explain,
  grouped,
  inARow,
  lackOf,
  milliseconds,
  type Sentence,
  toMs,
  type WorkerSegment,
  workersOf,
} from '@interleave/simulation';
import type { Bar } from '../drawing/drawing.ts';
import type { TracedRun } from '../naming.ts';
import { idleDuring, isHeld, occupants, shared } from './occupants.ts';
import { workerName } from './worker-rows.ts';

/** Of so many workers it is told who has each, and of so many tasks which stood in line. */
const MOST_TOLD = 4;

const named = ({ names }: TracedRun, task: number) => ({ task, name: names.tasks[task] as string });

/** Why a segment of a worker began, and why it ended: what its task did, and who was in line. */
export function ofWorker(run: TracedRun, worker: number, bar: Bar): Explanation {
  const segments = workersOf(run.trace)[worker]?.segments ?? [];
  const at = segments.findIndex(({ start }) => start === bar.start);
  const before = segments[at - 1];
  const next = segments[at + 1];
  const { task, segment } = bar;
  if (task === null || segment === null) {
    const taken = next === undefined || next.task === null ? null : named(run, next.task);
    return {
      began: whyFree(run, before),
      ended: taken === null ? ['The run is over.'] : [taken, ' took it.'],
    };
  }
  const { began, ended } = explain(run.trace, run.names, task, segment);
  return {
    began,
    ended: inARow(
      ended,
      ...(isHeld(bar) ? meanwhile(run, bar) : []),
      ...(next !== undefined && next.task !== task ? [whatNext(run, worker, next)] : []),
    ),
  };
}

/** Why nobody has a worker. */
function whyFree(run: TracedRun, before: WorkerSegment | undefined): Sentence {
  if (before === undefined || before.task === null) return ['No task had come for it yet.'];
  const { task, end } = before;
  const left = run.trace.tasks[task]?.end === end ? 'was done with it' : 'waits without it';
  return [named(run, task), ` ${left}, and no other was in line.`];
}

/** What a worker did that its task left. */
const whatNext = (run: TracedRun, worker: number, { task }: WorkerSegment): Sentence =>
  task === null
    ? [`${workerName(run.trace, worker)} was free then.`]
    : [`${workerName(run.trace, worker)} was free, and took `, named(run, task), '.'];

/** Which tasks stood in line while a worker was held. */
function meanwhile(run: TracedRun, bar: Bar): Sentence[] {
  const stood = run.trace.tasks.filter(({ segments }) =>
    segments.some((one) => lackOf(run.trace, one) === 'worker' && shared(one, bar) > 0),
  );
  if (stood.length === 0) return [];
  const who =
    stood.length > MOST_TOLD
      ? [`${stood.length} tasks`]
      : enumerate(stood.map(({ index }): Sentence => [named(run, index)]));
  return [['meanwhile ', ...who, ' stood in line for a worker.']];
}

/** Of a task in line: who kept the workers, and what the cores did. */
export function inLine(run: TracedRun, bar: Bar): Explanation {
  const { began, ended } = explain(run.trace, run.names, bar.task as number, bar.segment as number);
  const told = occupants(run.trace, bar).flatMap((one, worker): Sentence[] => {
    if (one === null) return [];
    const { task, start, end } = one;
    const from = start > bar.start ? `from ${grouped(toMs(start))} to ` : 'until ';
    const does = isHeld(one) ? 'holds' : 'has';
    const span = `${does} ${workerName(run.trace, worker)} ${from}${milliseconds(end)}.`;
    return [[named(run, task as number), ` ${span}`]];
  });
  return {
    began: inARow(began, ...told.slice(0, MOST_TOLD)),
    ended: inARow(ended, ...idleMeanwhile(run, bar)),
  };
}

/** How long cores stood idle while a task was in line. */
function idleMeanwhile({ trace }: TracedRun, bar: Bar): Sentence[] {
  const idle = idleDuring(trace, bar);
  if (idle === 0) return [];
  const core = trace.cores.length === 1 ? 'the core was' : 'cores were';
  return [[`${core} idle for ${milliseconds(idle)} meanwhile: more cores would not have helped.`]];
}

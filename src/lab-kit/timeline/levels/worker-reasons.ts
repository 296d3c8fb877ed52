// Why a worker's segment began and ended, and of a task in line who had the workers: in words, beside those of the task.
import {
  type Explanation,
  enumerate,
  explain,
  inARow,
  milliseconds,
  type Nanos,
  type Sentence,
  segmentAt,
  type WorkerSegment,
  workersOf,
} from '@interleave/simulation';
import type { Bar, Row } from '../drawing/drawing.ts';
import type { TracedRun } from '../naming.ts';
import { capitalWorker, isHeld, workerName } from './worker-rows.ts';

/** Of more workers than this it is not told who has each. */
const MOST_TOLD = 4;

const named = ({ names }: TracedRun, task: number) => ({ task, name: names.tasks[task] as string });

/**
 * The reasons of a bar where the workers have a part in it; undefined where the task's own say all.
 *
 * @param worker the number of the worker whose row it is in; null for another row
 */
export function reasonsOf(
  run: TracedRun,
  { bar, worker, row }: { bar: Bar; worker: number | null; row: Row },
): Explanation | undefined {
  if (worker !== null) return ofWorker(run, worker, bar);
  return row.task !== null && bar.state === 'queued' ? inLine(run, bar) : undefined;
}

function ofWorker(run: TracedRun, worker: number, bar: Bar): Explanation {
  const segments = workersOf(run.trace)[worker]?.segments ?? [];
  const at = segments.findIndex(({ start }) => start === bar.start);
  const before = segments[at - 1];
  const next = segments[at + 1];
  const { task, segment } = bar;
  if (task === null || segment === null) {
    return { began: whyFree(run, before), ended: whoTakes(run, next) };
  }
  const { began, ended } = explain(run.trace, run.names, task, segment);
  const leaves = next === undefined || next.task !== task;
  return {
    began,
    ended: inARow(
      ended,
      ...(isHeld(bar) ? meanwhile(run, bar) : []),
      ...(leaves && next !== undefined ? [whatNext(run, worker, next)] : []),
    ),
  };
}

/** Why nobody has a worker. */
function whyFree(run: TracedRun, before: WorkerSegment | undefined): Sentence {
  const own = run.trace.scenario.workers === 'per-task';
  if (before === undefined || before.task === null) {
    return [own ? 'Its task had not come yet.' : 'No task was in line for it yet.'];
  }
  const { task } = before;
  const ended = run.trace.tasks[task]?.end === before.end;
  return inARow(
    [named(run, task), ended ? ' was done with it.' : ' waits without it.'],
    [own ? 'no other task may use it.' : 'no task was in line for it.'],
  );
}

const whoTakes = (run: TracedRun, next: WorkerSegment | undefined): Sentence =>
  next === undefined || next.task === null
    ? ['The run is over.']
    : inARow([named(run, next.task), ' took it.']);

const whatNext = (run: TracedRun, worker: number, { task }: WorkerSegment): Sentence =>
  task === null
    ? [`${workerName(worker)} was free then, and no task was in line.`]
    : [`${workerName(worker)} was free, and took `, named(run, task), '.'];

/** Which tasks stood in line while a worker was held. */
function meanwhile(run: TracedRun, { start, end }: Bar): Sentence[] {
  const { tasks, scenario } = run.trace;
  if (scenario.workers === 'per-task') return [];
  const stood = tasks.filter(({ segments }) =>
    segments.some(
      (one) =>
        one.worker === null &&
        (one.state === 'queued' || one.state === 'runnable') &&
        one.start < end &&
        one.end > start,
    ),
  );
  if (stood.length === 0) return [];
  const who =
    stood.length > MOST_TOLD
      ? [`${stood.length} tasks`]
      : enumerate(stood.map(({ index }): Sentence => [named(run, index)]));
  return [['meanwhile ', ...who, ' stood in line for a worker.']];
}

/** Of a task in line: who had the workers, and what the cores did. */
function inLine(run: TracedRun, bar: Bar): Explanation {
  const { began, ended } = explain(run.trace, run.names, bar.task as number, bar.segment as number);
  const workers = workersOf(run.trace);
  const now = workers.map(({ segments }) => segmentAt(segments, bar.start));
  const told =
    workers.length > MOST_TOLD
      ? [counts(now)]
      : now.flatMap((one, worker): Sentence[] =>
          one === undefined || one.task === null ? [] : [has(run, worker, one)],
        );
  return { began: inARow(began, ...told), ended: inARow(ended, ...idleMeanwhile(run, bar)) };
}

/** What a worker did at an instant: "C holds worker 1 until 21 ms." */
function has(run: TracedRun, worker: number, { state, task, end }: WorkerSegment): Sentence {
  const who = named(run, task as number);
  if (isHeld({ state })) return [who, ` holds ${workerName(worker)} until ${milliseconds(end)}.`];
  const next = segmentAt(workersOf(run.trace)[worker]?.segments ?? [], end);
  const holds =
    next !== undefined && next.task === task && isHeld(next)
      ? `, which then holds it until ${milliseconds(next.end)}`
      : '';
  const did = state === 'running' ? ' runs ' : ' has ';
  return [`${capitalWorker(worker)}${did}`, who, `${holds}.`];
}

function counts(now: readonly (WorkerSegment | undefined)[]): Sentence {
  const held = now.filter((one) => one !== undefined && isHeld(one)).length;
  return [`${held} of the ${now.length} workers are held by tasks that wait.`];
}

/** How long cores stood idle while a task was in line. */
function idleMeanwhile({ trace }: TracedRun, { start, end }: Bar): Sentence[] {
  const idle = trace.cores
    .flatMap(({ segments }) => segments)
    .filter(({ state }) => state === 'idle')
    .reduce(
      (sum, one) => sum + Math.max(0, Math.min(end, one.end) - Math.max(start, one.start)),
      0,
    );
  if (idle === 0) return [];
  const core = trace.cores.length === 1 ? 'the core was' : 'cores were';
  return [
    [
      `${core} idle for ${milliseconds(idle as Nanos)} meanwhile: more cores would not have helped.`,
    ],
  ];
}

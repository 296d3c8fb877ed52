// Why a segment of this lab began and ended, in the words of an event loop: what was there, and what kept the loop.
import {
  type Explanation,
  enumerate,
  inARow,
  type Nanos,
  type Sentence,
  segmentAt,
  type TaskSegment,
  type Trace,
} from '@interleave/simulation';
import { type Bar, readable } from '../../src/lab-kit/timeline/drawing/drawing.ts';
import type { TracedRun } from '../../src/lab-kit/timeline/naming.ts';
import { awaitedIn, coreName, isForPool, isOnPool, isTimer } from './names.ts';
import { hasThreads, processOf, readsFiles } from './run.ts';
import { loopsIn } from './standing.ts';

/** The reasons of a bar; of a loop that is idle, that nothing was ready. */
export function reasonsOf(run: TracedRun, { task, segment }: Bar): Explanation {
  const own = task === null ? undefined : run.trace.tasks[task];
  const at = segment === null ? undefined : own?.segments[segment];
  if (own === undefined || segment === null || at === undefined) {
    return {
      began: ['Nothing was ready for it.'],
      ended: ['Something was ready, or all was done.'],
    };
  }
  const before = own.segments[segment - 1];
  const next = own.segments[segment + 1];
  const one: Told = { run, task: own.index, name: own.name, segment: at, next };
  return { began: inARow(began(one, before)), ended: inARow(ended(one)) };
}

interface Told {
  readonly run: TracedRun;
  readonly task: number;
  /** The task's name in the scenario. */
  readonly name: string;
  readonly segment: TaskSegment;
  readonly next: TaskSegment | undefined;
}

const who = ({ names }: TracedRun, task: number) => ({ task, name: names.tasks[task] as string });

/** What a wait is for, as a subject: "the database". */
const awaited = ({ run, name }: Told, segment: TaskSegment) =>
  `the ${awaitedIn(run.trace, name, segment)}`;

/** The core of the loop that it belongs to. */
const coreOf = ({ run: { trace }, task, name }: Told) =>
  loopsIn(trace) > 1 ? processOf(task, name) : 0;

/** What computes for it: "the loop", "the core". */
const carrier = (one: Told) => coreName(one.run.trace, coreOf(one));

function began(one: Told, before: TaskSegment | undefined): Sentence {
  const { run, segment, task } = one;
  const self = who(run, task);
  if (isForPool(segment))
    return [self, ' needs a thread of the pool, and all of them wait for the disk.'];
  if (isTimer(one.name, segment)) return [self, ' was set. It needs no thread while it waits.'];
  if (isOnPool(run.trace, segment)) {
    return [
      segment.state === 'running'
        ? 'the callback handed the computing to a thread of the pool, which has a core of its own.'
        : 'a thread of the pool was free, and waits for the disk.',
    ];
  }
  if (segment.state === 'waiting') {
    return one.name === 'request'
      ? ['The callback asked, and returned: the loop is free.']
      : [
          self,
          ` asked ${awaited(one, segment)}, and its callback returned: ${carrier(one)} is free.`,
        ];
  }
  const came = howItCame(one, segment, before);
  if (segment.state !== 'running') return inARow(came, ...busy(one));
  return before !== undefined &&
    before.end === segment.start &&
    before.state !== 'running' &&
    before.state !== 'waiting'
    ? [`${carrier(one)} came to it: it was next in line.`]
    : inARow(came, [`${carrier(one)} was free.`]);
}

/** How it came to be ready. */
function howItCame(
  one: Told,
  { cause, start: at }: TaskSegment,
  before: TaskSegment | undefined,
): Sentence {
  const self = who(one.run, one.task);
  const wait = cause === 'io-done' || (cause === 'dispatched' && before?.state === 'waiting');
  if (wait && before !== undefined) {
    if (one.name === 'timer') return [self, ` was due at ${readable(at)}\u00a0ms.`];
    if (isOnPool(one.run.trace, before)) return ['the pool was done with ', self, '.'];
    if (one.name === 'request') return ['the answer to its last query came.'];
    return [`${awaited(one, before)} answered `, self, '.'];
  }
  if (cause.endsWith('slice-expired')) {
    return hasThreads(one.run.trace)
      ? ['its slice was over, and others wanted the core.']
      : [self, ' had computed a piece, and queued the next one.'];
  }
  if (before?.state === 'running') return [self, ' went on with its next piece.'];
  return /^(tick|promise|immediate)/.test(one.name) ? [self, ' was queued.'] : [self, ' arrived.'];
}

/** What runs when something begins to stand in line. */
function busy(one: Told): Sentence[] {
  const { run, segment } = one;
  const ran = segmentAt(run.trace.cores[coreOf(one)]?.segments ?? [], segment.start);
  if (ran === undefined || ran.task === null) return [];
  return [[`${carrier(one)} runs `, who(run, ran.task), ` until ${readable(ran.end)}\u00a0ms.`]];
}

function ended(one: Told): Sentence {
  const { run, segment, task } = one;
  const self = who(run, task);
  if (isTimer(one.name, segment)) {
    return inARow([self, ' was due.'], ...whatThen(one));
  }
  if (isForPool(segment))
    return ['a thread of the pool was done with another read, and took ', self, '.'];
  if (isOnPool(run.trace, segment)) {
    const did = readsFiles(run.trace) ? 'the disk had the file.' : 'the pool’s thread was done.';
    return inARow([did], ...whatThen(one));
  }
  if (segment.state === 'waiting') {
    const answered =
      one.name === 'request'
        ? 'its last query was answered.'
        : `${awaited(one, segment)} answered.`;
    return inARow([answered], ...whatThen(one));
  }
  if (segment.state !== 'running')
    return [`${carrier(one)} was free, and `, self, ' was next in line.'];
  return inARow([whyLeft(one)], ...inLineThen(one));
}

/** Why a work no longer runs. */
function whyLeft({ run: { trace }, segment, next }: Told): string {
  if (next === undefined) return 'the callback returned, and the work is done.';
  if (next.cause === 'slice-expired') return 'its slice was over.';
  if (next.cause === 'runtime-slice-expired') return 'the piece was done.';
  if (next.state === 'running') {
    return next.core === segment.core
      ? 'the piece was done.'
      : 'it handed its computing to the pool.';
  }
  return hasThreads(trace) ? 'it waits, and leaves the core.' : 'the callback returned.';
}

/** What a wait's end finds. */
function whatThen(one: Told): Sentence[] {
  const { next } = one;
  if (next === undefined) return [];
  if (isOnPool(one.run.trace, next)) return [['its callback handed the computing to the pool.']];
  return [[`${carrier(one)} was ${next.state === 'running' ? 'free' : 'busy'}.`]];
}

/** What else was in line when a callback returned. */
function inLineThen(one: Told): Sentence[] {
  const { run, task, segment } = one;
  const stood = standing(run.trace, segment.end, segment.core).filter((index) => index !== task);
  if (stood.length === 0) return [];
  const all = enumerate(stood.map((index) => [who(run, index)]));
  const verb = stood.length === 1 ? ' was' : ' were';
  return hasThreads(run.trace)
    ? [[...all, `${verb} runnable.`]]
    : [[`only now can ${carrier(one)} take the next: `, ...all, `${verb} in line.`]];
}

/** The works that stood in line for a core just before an instant: the next first. */
const standing = (trace: Trace, at: Nanos, core: number | null) =>
  trace.tasks
    .flatMap(({ index, segments }) =>
      segments.flatMap((one, i) => {
        const next = segments[i + 1];
        const ready = one.state === 'queued' || one.state === 'runnable';
        const stood = ready && one.start < at && one.end >= at && next?.core === core;
        return stood ? [{ index, end: one.end }] : [];
      }),
    )
    .sort((a, b) => a.end - b.end)
    .map(({ index }) => index);

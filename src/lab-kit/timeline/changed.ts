// What changes at an instant of runs, in one sentence from the causes that their traces record, and the segment that shows
// it best.
import {
  askedOf,
  capital,
  eachByName,
  enumerate,
  enumerateNumbered,
  type Nanos,
  stateShown,
  type TaskSegment,
  type Trace,
  toText,
} from '@interleave/simulation';
import type { Changed } from '../view.ts';
import { type Place, rowsOf } from './drawing/drawing.ts';
import type { TracedRun } from './naming.ts';
import type { Scene } from './trace-view.tsx';

/** The ending of a verb: of one, or of several. */
type Ending = 's' | '';

/**
 * What some tasks do, by their names, or some cores by theirs: "A arrives", "A and B arrive", "cores 2 to 4 go idle".
 *
 * @param s of a verb whose subject are the tasks
 * @param cores to which it happens; '' of what happens to none
 * @param one of a verb whose subject are the cores
 */
type Does = (who: string, s: Ending, cores: string, one: Ending) => string;

/** A segment that begins, of a task of a run. */
export interface Begun {
  readonly run: TracedRun;
  readonly task: number;
  readonly now: TaskSegment;
  readonly before: TaskSegment | undefined;
}

/** What a lab calls what gives a task a core, and what keeps it from having one. */
export interface ChangeWords {
  /** A core by its number, from 0: "the core", "core 2". */
  core(trace: Trace, core: number): string;
  /** Why a task that could go on does not: "no core is free". */
  lacks(trace: Trace, segment: TaskSegment): string;
  /** How a segment begins, where the usual words do not fit. */
  begins?(begun: Begun): Does | undefined;
}

const USUAL: ChangeWords = {
  core: ({ cores }, core) => (cores.length === 1 ? 'the core' : `core ${core + 1}`),
  lacks: (trace, segment) =>
    stateShown(trace, segment) === 'queued' ? 'no worker is free' : 'no core is free',
};

/** What changes at an instant in each of the runs in which something does; of two runs the second shows it. */
export function changedIn(
  { traced: runs, drawing }: Scene,
  at: Nanos,
  words: ChangeWords = USUAL,
): Changed<Place> | null {
  let part: Place | null = null;
  const told = runs.flatMap((run, r) => {
    const found = changeOf(run, at, words);
    if (found === null) return [];
    const row = rowsOf(drawing).findIndex((one) => one.run === r && one.task === found.task);
    if (row !== -1) part = { row, bar: found.segment };
    return [{ name: run.tag, said: [found.said] }];
  });
  return told.length === 0 ? null : { said: [...eachByName(told), '.'], part };
}

/** How telling a change is: the first is told first. */
const RANKS = ['lacks', 'loses', 'goes on', 'takes', 'arrives', 'ends', 'idle', 'over'] as const;
type Rank = (typeof RANKS)[number];

/** Something that happens, alike for each task to which it does. */
interface Happening {
  readonly rank: Rank;
  readonly does: Does;
  /** The task; null where it happens to none. */
  readonly task: number | null;
  /** The segment of the task that shows it; null where none does. */
  readonly segment: number | null;
  /** The core that does it; left out where a task does. */
  readonly core?: number;
}

/** Of a kind of change so many tasks are told by their names. */
const MOST_TOLD = 3;

/** What changes in a run at an instant, and the segment that shows the most telling of it; null where nothing does. */
function changeOf(run: TracedRun, at: Nanos, words: ChangeWords) {
  const found = happeningsAt(run, at, words).sort(
    (a, b) => RANKS.indexOf(a.rank) - RANKS.indexOf(b.rank),
  );
  const best = found.find(({ task, segment }) => task !== null && segment !== null);
  if (best === undefined) return null;
  const kindOf = ({ does }: Happening) => does('', '', '', '');
  const kinds = [...new Set(found.map(kindOf))];
  const told = kinds.map((kind) => {
    const alike = found
      .filter((one) => kindOf(one) === kind)
      .sort((a, b) => (a.core ?? 0) - (b.core ?? 0));
    const names = alike.flatMap(({ task }) => (task === null ? [] : (run.names.tasks[task] ?? [])));
    const by = alike.flatMap(({ core }) => (core === undefined ? [] : words.core(run.trace, core)));
    const cores = [...new Set(by)];
    return (alike[0] as Happening).does(
      named(names),
      endingOf(names),
      enumerateNumbered(cores),
      endingOf(cores),
    );
  });
  return { said: capital(told.join('; ')), task: best.task, segment: best.segment as number };
}

const endingOf = (subjects: readonly string[]): Ending => (subjects.length === 1 ? 's' : '');

/** A few names, or some of many. */
function named(names: readonly string[]): string {
  const shown = names.length > MOST_TOLD ? names.slice(0, MOST_TOLD - 1) : names;
  const others = names.length - shown.length;
  const all = others === 0 ? shown : [...shown, `${others} others`];
  return toText(enumerate(all.map((name) => [name])));
}

function happeningsAt(run: TracedRun, at: Nanos, words: ChangeWords): Happening[] {
  const { tasks, cores, end: last } = run.trace;
  const found = tasks.flatMap(({ index: task, segments, end }): Happening[] => {
    const segment = segments.findIndex(({ start }) => start === at);
    if (segment !== -1) return [beginningOf(run, task, segment, words)];
    if (end !== at) return [];
    return [
      { rank: 'ends', does: (who, s) => `${who} end${s}`, task, segment: segments.length - 1 },
    ];
  });
  for (const { index, segments } of cores) {
    const begun = segments.find(({ start }) => start === at && at > 0);
    const own = { segment: null, core: index };
    if (begun?.state === 'idle') {
      const does: Does = (_who, _s, cores, one) => `${cores} go${one && 'es'} idle`;
      found.push({ rank: 'idle', does, task: null, ...own });
    } else if (begun?.state === 'switching') {
      const does: Does = (who, _s, cores, one) => `${cores} switch${one && 'es'} to ${who}`;
      found.push({ rank: 'arrives', does, task: begun.task, ...own });
    }
  }
  if (at === last && tasks.every(({ end }) => end !== null)) {
    found.push({ rank: 'over', does: () => 'the run is over', task: null, segment: null });
  }
  return found;
}

/** What the beginning of a segment of a task is. */
function beginningOf(run: TracedRun, task: number, segment: number, words: ChangeWords): Happening {
  const { trace } = run;
  const { segments } = trace.tasks[task] as Trace['tasks'][number];
  const now = segments[segment] as TaskSegment;
  const begun = { run, task, now, before: segments[segment - 1] };
  const own = words.begins?.(begun);
  const [rank, does] = own === undefined ? usualBeginning(begun) : atOnce(own, now);
  const isReady = now.state === 'runnable' || now.state === 'queued';
  if (!isReady || LOST.has(now.cause) || switchesTo(trace, task, now.start)) {
    const isTaken = now.cause === 'dispatched' && now.core !== null;
    return { rank, does, task, segment, ...(isTaken && { core: now.core }) };
  }
  const lacks = words.lacks(trace, now);
  return { rank: 'lacks', does: (...of) => `${does(...of)}; ${lacks}`, task, segment };
}

/** Why a task that could go on is no longer on its core: that says that it has none. */
const LOST: ReadonlySet<TaskSegment['cause']> = new Set([
  'slice-expired',
  'runtime-slice-expired',
  'preempted',
]);

const switchesTo = ({ cores }: Trace, task: number, at: Nanos) =>
  cores.some(({ segments }) =>
    segments.some((one) => one.start === at && one.state === 'switching' && one.task === task),
  );

/** What lets a task go on, and, where it does, that it runs. */
function atOnce(does: Does, { state }: TaskSegment): [Rank, Does] {
  if (state !== 'running') return ['goes on', does];
  return [
    'goes on',
    // "A arrives and runs at once", but "the database answers A, which runs at once".
    (who, s, ...by) =>
      `${does(who, s, ...by)}${does('', '', '', '').startsWith(' ') ? ' and' : ', which'} run${s} at once`,
  ];
}

function usualBeginning({ run, now, before }: Begun): [Rank, Does] {
  const { tasks } = run.names;
  const asked = askedOf(run.names);
  const other = now.causedBy === null ? undefined : tasks[now.causedBy];
  const answered: Does = (who) => `${asked} answers ${who}`;
  const getsLock: Does = (who, s) => `${who} get${s} the lock${other ? ` from ${other}` : ''}`;
  switch (now.cause) {
    case 'arrived':
      return ['arrives', (who, s) => (before ? `${who} ask${s} again` : `${who} arrive${s}`)];
    case 'thinking':
      return ['ends', (who, s) => `${who} think${s}`];
    case 'io-started':
      return ['takes', (who, s) => `${who} ${before ? '' : `arrive${s} and `}ask${s} ${asked}`];
    case 'io-done':
      return ['goes on', answered];
    case 'lock-awaited':
      return [
        'loses',
        (who, s) => `${who} wait${s} for a lock${other ? ` that ${other} holds` : ''}`,
      ];
    case 'lock-granted':
      return ['loses', getsLock];
    case 'slice-expired':
      return ['loses', (who) => `the slice of ${who} is over`];
    case 'runtime-slice-expired':
      return ['loses', (who) => `the runtime slice of ${who} is over`];
    case 'preempted':
      return [
        'loses',
        (who, s) => (other ? `${other} takes the core from ${who}` : `${who} give${s} way`),
      ];
    case 'taken':
      return ['takes', (who, s) => `${who} get${s} a worker`];
    case 'dispatched':
      if (before === undefined) return atOnce((who, s) => `${who} arrive${s}`, now);
      if (before.cause === 'thinking') return atOnce((who, s) => `${who} ask${s}`, now);
      if (before.state === 'waiting') return atOnce(answered, now);
      if (before.state === 'blocked') return atOnce(getsLock, now);
      return ['takes', (who, _s, cores, one) => `${cores} take${one} ${who}`];
  }
}

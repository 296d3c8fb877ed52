// What stands between a task that could go on and a core: who left it, who has it, and how many are ahead of it.
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';
import type { Cause, TaskSegment, TaskTrace, Trace } from '../trace/trace.ts';
import { segmentAt } from './instants.ts';
import { askedOf, enumerate, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/**
 * What a task gave up at an instant, and what made it: "B asked the database and gave up the core", "other work finished
 * its 20 ms and freed its worker". Where the trace does not show what made it, only what it gave up.
 *
 * @param gaveUp "gave up the core", "freed its worker"
 */
export function release(
  trace: Trace,
  names: Names,
  task: number,
  at: Nanos,
  gaveUp: string,
): Sentence {
  const made = whatMadeIt(trace, task, at, names);
  if (made === undefined) return [named(names, task), ` ${gaveUp}`];
  // Who is made to give way does not give up.
  const what = TAKEN_AWAY.has(made) ? gaveUp.replace(/^gave up/, 'lost') : gaveUp;
  return [named(names, task), ` ${made} and ${what}`];
}

function whatMadeIt(
  { tasks, scenario }: Trace,
  task: number,
  at: Nanos,
  names: Names,
): string | undefined {
  const { segments, end } = tasks[task] as TaskTrace;
  if (end === at) {
    const computed = segments
      .filter(({ state }) => state === 'running')
      .reduce((sum, segment) => sum + segment.end - segment.start, 0) as Nanos;
    if (computed === 0) return 'ended';
    // Of one that has waited, the sum of its parts would be taken for the last of them.
    const left = segments.some(({ state }) => state === 'waiting' || state === 'blocked');
    return `finished its ${left ? 'work' : milliseconds(computed)}`;
  }
  const next = segments.findIndex(({ start }) => start === at);
  const { cause } = segments[next] ?? {};
  // It has only come.
  if (cause === undefined || (cause === 'arrived' && next === 0)) return undefined;
  if (cause === 'io-started') return `asked ${askedOf(names)}`;
  return cause === 'slice-expired' && scenario.slice === null ? HAD_ITS_SHARE : WHAT_MADE_IT[cause];
}

/** Of a policy that has no slices. */
const HAD_ITS_SHARE = 'had had its share';

/** Why a task gave up a core or a worker, by the cause of what came next, besides IO. */
const WHAT_MADE_IT: Partial<Record<Cause, string>> = {
  'slice-expired': 'used up its slice',
  'runtime-slice-expired': 'used up its runtime slice',
  preempted: 'was preempted',
  'lock-awaited': 'found a lock taken',
  thinking: 'had its answer',
  // A user that does not think begins again at once.
  arrived: 'had its answer',
};

/** What is done to a task, of these. */
const TAKEN_AWAY: ReadonlySet<string | undefined> = new Set([
  HAD_ITS_SHARE,
  WHAT_MADE_IT['slice-expired'],
  WHAT_MADE_IT.preempted,
]);

/** Why a task that could go on does not: what has the worker or the core that it needs, and how many are ahead of it. */
export function queueing(trace: Trace, names: Names, task: number, segment: TaskSegment): Sentence {
  const self = named(names, task);
  const { cores, workers, waiting, policy } = trace.scenario;
  const others = trace.tasks.flatMap(({ index, segments }) => {
    const now = segmentAt(segments, segment.start);
    return index === task || now === undefined ? [] : [{ index, ...now }];
  });
  const listed = (found: readonly number[]) =>
    enumerate(found.map((index): Sentence => [named(names, index)]));

  if (segment.worker === null && workers !== 'per-task') {
    // One that waits may have freed its worker since, and one that could go on been given it: the trace does not show that.
    const holders = others.filter(
      ({ worker, state }) => worker !== null && (waiting === 'holds' || state !== 'waiting'),
    );
    return holders.length === workers
      ? [
          ...listed(holders.map(({ index }) => index)),
          ` held ${workersName(trace)}, so `,
          self,
          ' stood in line.',
        ]
      : ['no worker was free, so ', self, ' stood in line.'];
  }

  const onCores = trace.cores.flatMap(({ segments }) => {
    const on = segmentAt(segments, segment.start)?.task ?? null;
    return on === null ? [] : [on];
  });
  if (onCores.includes(task)) return ['a core switches to ', self, '.'];
  if (onCores.length < cores) return [self, ' waited for a core.'];
  const ahead = others.filter(
    ({ index, state, start }) =>
      state === 'runnable' &&
      !onCores.includes(index) &&
      (start < segment.start || (start === segment.start && index < task)),
  );
  return [
    ...listed(onCores.toSorted((a, b) => a - b)),
    ` had ${coresName(trace)}, so `,
    self,
    ` ${joined(policy, ahead.length)}.`,
  ];
}

/** @param ahead how many joined the run queue before; only where a policy goes by that is it told */
function joined(policy: Scenario['policy'], ahead: number): string {
  if (policy !== 'fifo' && policy !== 'round-robin') return 'joined the run queue';
  if (ahead === 0) return 'was first in the run queue';
  return `joined the run queue, behind ${ahead} ${ahead === 1 ? 'other' : 'others'}`;
}

/** A core by its number, from 1. */
export const coreName = (trace: Trace, core: number) =>
  trace.scenario.cores === 1 ? 'the core' : `core ${core + 1}`;

const coresName = (trace: Trace) => (trace.scenario.cores === 1 ? 'the core' : 'the cores');

const workersName = (trace: Trace) =>
  trace.scenario.workers === 1 ? 'the only worker' : 'all the workers';

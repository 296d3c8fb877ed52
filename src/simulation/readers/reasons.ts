// What stands between a ready task and a core: who left it, who has it, and who is ahead in line.
import type { Nanos } from '../nanos.ts';
import type { Cause, TaskSegment, Trace } from '../trace.ts';
import { segmentAt } from './instants.ts';
import { enumerate, milliseconds, named, type Sentence, type Words } from './sentence.ts';

/** What made `task` leave its core at or shortly before `at`: "B asked the database", "other work finished its 20 ms". */
export function release(trace: Trace, words: Words, task: number, at: Nanos): Sentence {
  const { segments } = trace.tasks[task] as Trace['tasks'][number];
  const self = named(words, task);
  const burst = segments.findLastIndex(({ state, end }) => state === 'running' && end <= at);
  const next = segments[burst + 1];
  if (next === undefined) {
    const computed = segments
      .filter(({ state }) => state === 'running')
      .reduce((sum, { start, end }) => sum + end - start, 0) as Nanos;
    return [self, ` finished its ${milliseconds(computed)}`];
  }
  return [self, WHY_IT_LEFT[next.cause] ?? ` asked ${words.awaited}`];
}

/** Why a task left its core, by the cause of what came next; all others are waits. */
const WHY_IT_LEFT: Partial<Record<Cause, string>> = {
  'slice-expired': ' used up its slice',
  'runtime-slice-expired': ' used up its runtime slice',
  preempted: ' was preempted',
  'lock-awaited': ' found a lock taken',
  thinking: ' had its answer',
  // A user that does not think begins again at once.
  arrived: ' had its answer',
};

/** Why a task that is ready does not run: who has what it needs, and how many are ahead of it. */
export function queueing(trace: Trace, words: Words, task: number, segment: TaskSegment): Sentence {
  const self = named(words, task);
  const others = trace.tasks.flatMap(({ index, segments }) => {
    const now = segmentAt(segments, segment.start);
    return index === task || now === undefined ? [] : [{ index, ...now }];
  });
  const names = (found: typeof others) =>
    enumerate(found.map(({ index }): Sentence => [named(words, index)]));
  if (segment.state === 'queued') {
    const holders = others.filter(({ state }) => state !== 'queued');
    return [...names(holders), ` held ${workersName(trace)}, so `, self, ' stood in line.'];
  }
  const holders = others.filter(({ state }) => state === 'running');
  if (holders.length < trace.scenario.cores) return ['a core switches to ', self, '.'];
  const ahead = others.filter(
    ({ index, state, start }) =>
      state === 'runnable' && (start < segment.start || (start === segment.start && index < task)),
  );
  const place =
    ahead.length === 0
      ? 'first in line'
      : `behind ${ahead.length} ${ahead.length === 1 ? 'other' : 'others'}`;
  return [
    ...names(holders),
    ` had ${coresName(trace)}, so `,
    self,
    ` joined the run queue, ${place}.`,
  ];
}

/** A core by its number, from 1. */
export const coreName = (trace: Trace, core: number) =>
  trace.scenario.cores === 1 ? 'the core' : `core ${core + 1}`;

const coresName = (trace: Trace) => (trace.scenario.cores === 1 ? 'the core' : 'the cores');

const workersName = (trace: Trace) =>
  trace.scenario.workers === 1 ? 'the only worker' : 'all the workers';

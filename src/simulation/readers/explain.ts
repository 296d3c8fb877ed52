// Why a segment began and why it ended, in words, read from the causes that the trace records.

import type { Nanos } from '../nanos.ts';
import type { TaskSegment, Trace } from '../trace.ts';
import { segmentAt } from './instants.ts';
import { enumerate, inARow, milliseconds, named, type Sentence, type Words } from './sentence.ts';

/** The reasons for which a segment began and ended, a sentence or two each. */
export interface Explanation {
  readonly began: Sentence;
  readonly ended: Sentence;
}

/**
 * Explains one segment of one task.
 *
 * @param task index of the task, @param segment index of the segment in the task's life
 * @throws RangeError when the trace has no such segment
 */
export function explain(trace: Trace, words: Words, task: number, segment: number): Explanation {
  const segments = trace.tasks[task]?.segments ?? [];
  if (!Number.isInteger(segment) || segment < 0 || segment >= segments.length) {
    throw new RangeError(
      `Task ${task} has segments 0 to ${segments.length - 1}; there is no segment ${segment}.`,
    );
  }
  return {
    began: beginning(trace, words, task, segment),
    ended:
      segment + 1 < segments.length
        ? beginning(trace, words, task, segment + 1)
        : ending(trace, words, task),
  };
}

/** Why segment `index` of `task` began: also why the one before it ended. */
export function beginning(trace: Trace, words: Words, task: number, index: number): Sentence {
  const segments = trace.tasks[task]?.segments ?? [];
  const segment = segments[index] as TaskSegment;
  const self = named(words, task);
  switch (segment.cause) {
    case 'arrived':
      return inARow([self, ' arrived.'], queueing(trace, words, task, segment));
    case 'io-done':
      return inARow([words.awaited, ' answered.'], queueing(trace, words, task, segment));
    case 'io-started':
      return trace.scenario.waiting === 'holds' && trace.scenario.workers !== 'per-task'
        ? inARow(
            [self, ` asked ${words.awaited}.`],
            ['its worker waits with it, and takes nobody else.'],
          )
        : [self, ` asked ${words.awaited} and gave up its core: it has no use for one now.`];
    case 'slice-expired':
      return sliceExpired(trace, words, task, segment);
    case 'taken':
      return inARow(
        segment.causedBy === null
          ? ['a worker was free.']
          : [...release(trace, words, segment.causedBy, segment.start), ' and freed its worker.'],
        queueing(trace, words, task, segment),
      );
    case 'dispatched':
      return inARow(
        ...occasion(words, task, segments[index - 1]),
        dispatched(trace, words, task, segment),
      );
  }
}

/** What made a task that runs at once ready at this instant: its arrival or an answer. */
function occasion(words: Words, task: number, before: TaskSegment | undefined): Sentence[] {
  if (before === undefined) return [[named(words, task), ' arrived.']];
  return before.state === 'waiting' ? [[words.awaited, ' answered.']] : [];
}

function ending(trace: Trace, words: Words, task: number): Sentence {
  const self = named(words, task);
  if (trace.tasks[task]?.end === null) {
    return trace.truncated
      ? ['The run is cut off here.']
      : inARow(['the clock stops here, before ', self, ' ends.']);
  }
  return inARow([self, ' had done all its steps.']);
}

function dispatched(trace: Trace, words: Words, task: number, segment: TaskSegment): Sentence {
  const self = named(words, task);
  const core = coreName(trace, segment.core as number);
  if (segment.causedBy !== null) {
    const reason = release(trace, words, segment.causedBy, segment.start);
    return inARow([...reason, ` and gave up ${core}.`], [self, ' was next.']);
  }
  const before = segmentAt(
    trace.cores[segment.core as number]?.segments ?? [],
    (segment.start - 1) as Nanos,
  );
  return before?.state === 'switching'
    ? inARow([core, ' had switched to ', self, '.'])
    : inARow([core, ' was free, so ', self, ' ran at once.']);
}

/** What made `task` leave its core at or shortly before `at`: "B asked the database", "other work finished its 20 ms". */
function release(trace: Trace, words: Words, task: number, at: Nanos): Sentence {
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
  return next.state === 'waiting'
    ? [self, ` asked ${words.awaited}`]
    : [self, ' used up its slice'];
}

function sliceExpired(trace: Trace, words: Words, task: number, segment: TaskSegment): Sentence {
  const self = named(words, task);
  const spent = ` had used up its slice of ${milliseconds(trace.scenario.slice as Nanos)}, and `;
  return segment.causedBy === null
    ? inARow([self, `${spent}others were in line: it went to the end of the run queue.`])
    : inARow([self, spent, named(words, segment.causedBy), ' was in line: it took the core.']);
}

/** Why a task that is ready does not run: who has what it needs, and how many are ahead of it. */
function queueing(trace: Trace, words: Words, task: number, segment: TaskSegment): Sentence {
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

const coreName = (trace: Trace, core: number) =>
  trace.scenario.cores === 1 ? 'the core' : `core ${core + 1}`;

const coresName = (trace: Trace) => (trace.scenario.cores === 1 ? 'the core' : 'the cores');

const workersName = (trace: Trace) =>
  trace.scenario.workers === 1 ? 'the only worker' : 'all the workers';

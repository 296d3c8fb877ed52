// Why a segment began and why it ended, in words, read from the causes that the trace records.

import type { Nanos } from '../scenario/nanos.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';
import { segmentAt } from './instants.ts';
import { coreName, queueing, release } from './reasons.ts';
import { askedOf, inARow, milliseconds, type Names, named, type Sentence } from './sentence.ts';

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
export function explain(trace: Trace, names: Names, task: number, segment: number): Explanation {
  const segments = trace.tasks[task]?.segments ?? [];
  if (!Number.isInteger(segment) || segment < 0 || segment >= segments.length) {
    throw new RangeError(
      `Task ${task} has segments 0 to ${segments.length - 1}; there is no segment ${segment}.`,
    );
  }
  return {
    began: beginning(trace, names, task, segment),
    ended:
      segment + 1 < segments.length
        ? beginning(trace, names, task, segment + 1)
        : ending(trace, names, task),
  };
}

/** Why segment `index` of `task` began: also why the one before it ended. */
export function beginning(trace: Trace, names: Names, task: number, index: number): Sentence {
  const segments = trace.tasks[task]?.segments ?? [];
  const segment = segments[index] as TaskSegment;
  const self = named(names, task);
  switch (segment.cause) {
    case 'arrived':
      return inARow(
        index === 0 ? [self, ' arrived.'] : [self, ' asked again.'],
        queueing(trace, names, task, segment),
      );
    case 'thinking':
      return inARow([
        self,
        index === 0 ? ' thought before it asked.' : ' had its answer and thought.',
      ]);
    case 'io-done':
      return inARow([askedOf(names), ' answered.'], queueing(trace, names, task, segment));
    case 'lock-awaited':
      return inARow([
        self,
        ' needed a lock that ',
        named(names, segment.causedBy as number),
        ' held.',
      ]);
    case 'lock-granted':
      return inARow(
        [named(names, segment.causedBy as number), ' unlocked what ', self, ' waited for.'],
        queueing(trace, names, task, segment),
      );
    case 'io-started':
      return asked(trace, names, task, segment, segments[index - 1]);
    case 'slice-expired':
    case 'runtime-slice-expired':
    case 'preempted':
      return gaveWay(trace, names, task, segment);
    case 'taken':
      return inARow(
        segment.causedBy === null
          ? ['a worker was free.']
          : [...release(trace, names, segment.causedBy, segment.start, 'freed its worker'), '.'],
        queueing(trace, names, task, segment),
      );
    case 'dispatched':
      return inARow(
        ...occasion(names, task, segments[index - 1]),
        dispatched(trace, names, task, segment, segments[index - 1]),
      );
  }
}

/** What a task's wait does to its worker or its core. One that waits as it arrives had no core yet. */
function asked(
  trace: Trace,
  names: Names,
  task: number,
  segment: TaskSegment,
  before: TaskSegment | undefined,
): Sentence {
  const self = named(names, task);
  const holds = segment.worker !== null && trace.scenario.workers !== 'per-task';
  if (before?.state === 'running' && !holds) {
    return inARow([
      self,
      ` asked ${askedOf(names)} and gave up its core: it has no use for one now.`,
    ]);
  }
  return inARow(
    ...(before?.cause === 'thinking' ? [] : occasion(names, task, before)),
    [self, ` asked ${askedOf(names)}.`],
    ...(holds ? [['its worker waits with it, and takes nothing else.']] : []),
  );
}

/** What let a task that goes on at once do so at this instant: its arrival or an answer. */
function occasion(names: Names, task: number, before: TaskSegment | undefined): Sentence[] {
  if (before === undefined) return [[named(names, task), ' arrived.']];
  if (before.cause === 'thinking') return [[named(names, task), ' asked.']];
  if (before.state === 'blocked') return [[named(names, task), ' was given its lock.']];
  return before.state === 'waiting' ? [[askedOf(names), ' answered.']] : [];
}

/** Why a task lost its core or its worker, and to whom. */
function gaveWay(trace: Trace, names: Names, task: number, segment: TaskSegment): Sentence {
  const { slice, runtimeSlice } = trace.scenario;
  const self = named(names, task);
  const by = segment.causedBy === null ? undefined : named(names, segment.causedBy);
  if (segment.cause === 'preempted') {
    return by === undefined
      ? inARow([self, ' had to give way to one that comes first.'])
      : inARow([by, ' comes before ', self, ': it took the core.']);
  }
  const ofRuntime = segment.cause === 'runtime-slice-expired';
  const limit = ofRuntime ? runtimeSlice : slice;
  const spent =
    limit === null
      ? ' had had its share of the core, and '
      : ` had used up its ${ofRuntime ? 'runtime slice' : 'slice'} of ${milliseconds(limit)}, and `;
  return by === undefined
    ? inARow([
        self,
        `${spent}others stood in the ${ofRuntime ? 'task' : 'run'} queue: it went to the end.`,
      ])
    : inARow([self, spent, by, ` was next: it took the ${ofRuntime ? 'worker' : 'core'}.`]);
}

function ending(trace: Trace, names: Names, task: number): Sentence {
  const self = named(names, task);
  if (trace.tasks[task]?.end === null) {
    return trace.truncated
      ? ['The run is cut off here.']
      : inARow(['the clock stops here, before ', self, ' ends.']);
  }
  return inARow([self, ' had done all its steps.']);
}

/** Why a task got a core: of one that lacked a worker before, why it got that. */
function dispatched(
  trace: Trace,
  names: Names,
  task: number,
  segment: TaskSegment,
  last: TaskSegment | undefined,
): Sentence {
  const self = named(names, task);
  const core = coreName(trace, segment.core as number);
  const { segments } = trace.cores[segment.core as number] as Trace['cores'][number];
  const upTo = (at: Nanos) => segmentAt(segments, (at - 1) as Nanos);
  const before = upTo(segment.start);
  const switched = before?.state === 'switching' && before.task === task;
  const given = switched ? before.start : segment.start;
  // A task may have its own core back with another worker: nobody left it the core.
  if (segment.causedBy !== null && upTo(given)?.task !== task) {
    const left = trace.tasks[segment.causedBy]?.segments.find(({ end }) => end === given);
    const isWorkers =
      last?.worker === null && segment.worker !== null && left?.worker === segment.worker;
    const gaveUp = isWorkers ? 'freed its worker' : `gave up ${core}`;
    return inARow(
      [...release(trace, names, segment.causedBy, given, gaveUp), '.'],
      [self, ' was next.'],
    );
  }
  return switched
    ? inARow([core, ' had switched to ', self, '.'])
    : inARow([core, ' was free, so ', self, ' ran at once.']);
}

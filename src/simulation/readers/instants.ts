// The instants at which something changes, and what every core does at one of them: what a playhead steps through.
import type { Nanos } from '../scenario/nanos.ts';
import type { CoreSegment, TaskState, Trace } from '../trace/trace.ts';
import { stateShown } from './lack.ts';
import {
  capitalise,
  enumerate,
  enumerateNumbered,
  grouped,
  type Names,
  named,
  type Sentence,
} from './sentence.ts';

/** Every instant (ns) at which a task or a core changes its state, ascending, each once, with 0 and the end. */
export function instants(trace: Trace): Nanos[] {
  const found = new Set<Nanos>([0 as Nanos, trace.end]);
  for (const { segments } of [...trace.tasks, ...trace.cores]) {
    for (const { start, end } of segments) {
      found.add(start);
      found.add(end);
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** The segment that covers instant `at` (its start belongs to it, its end to the next), if any. */
export function segmentAt<S extends { readonly start: Nanos; readonly end: Nanos }>(
  segments: readonly S[],
  at: Nanos,
): S | undefined {
  return segments.find(({ start, end }) => start <= at && at < end);
}

const coreName = (core: number) => `core ${core + 1}`;

/** What each core does; those that are idle together. */
function coresAt({ cores }: Trace, at: Nanos, names: Names): Sentence[] {
  const found = cores.map(({ segments, index }) => ({ index, segment: segmentAt(segments, at) }));
  const isIdle = ({ segment }: { segment: CoreSegment | undefined }) =>
    segment === undefined || segment.state === 'idle';
  const idle = found.filter(isIdle);
  return found.flatMap((one): Sentence[] => {
    const { index, segment } = one;
    if (isIdle(one)) {
      if (one !== idle[0]) return [];
      const are = idle.length === 1 ? 'is' : 'are';
      return [[`${enumerateNumbered(idle.map((each) => coreName(each.index)))} ${are} idle`]];
    }
    const does = segment?.state === 'switching' ? 'switches to' : 'runs';
    return [[`${coreName(index)} ${does} `, named(names, segment?.task as number)]];
  });
}

/** With more tasks than these nobody sees at a glance how many of them wait. */
const FEW = 6;

/** How many of many tasks wait, and what for; of few, whose lanes tell, and of none that wait, nothing. */
function waitingAt(trace: Trace, at: Nanos): Sentence[] {
  if (trace.tasks.length <= FEW) return [];
  const states = trace.tasks.flatMap(({ segments }) => {
    const segment = segmentAt(segments, at);
    if (segment === undefined || segment.cause === 'thinking') return [];
    return [stateShown(trace, segment)];
  });
  return WAITING.flatMap(([state, one, several]) => {
    const count = states.filter((each) => each === state).length;
    return count === 0 ? [] : [[`${grouped(count)} ${count === 1 ? one : several}`]];
  });
}

/** What those that do not run do: one of them, and several. */
const WAITING: readonly (readonly [TaskState, string, string])[] = [
  ['waiting', 'waits for its answer', 'wait for their answers'],
  ['blocked', 'waits for a lock', 'wait for a lock'],
  ['runnable', 'is runnable', 'are runnable'],
  ['queued', 'is in line', 'are in line'],
];

function ending({ truncated, tasks }: Trace): string {
  if (truncated) return 'The run is cut off here';
  return tasks.some(({ end }) => end === null) ? 'The clock stops here' : 'The run is over';
}

/**
 * What is so at one instant (ns), in words: "Core 1 runs A and core 2 is idle"; of many tasks also how many wait: "Core 1
 * is idle, 26 wait for their answers and 74 are in line".
 */
export function describeInstant(trace: Trace, at: Nanos, names: Names): Sentence {
  if (at >= trace.end) return [ending(trace)];
  return capitalise(enumerate([...coresAt(trace, at, names), ...waitingAt(trace, at)]));
}

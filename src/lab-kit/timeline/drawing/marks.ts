// What is drawn over the lanes: the path of the core, the longest wait for one, and how much earlier a task ends.
import {
  compare,
  lackOf,
  longestLack,
  milliseconds,
  type Nanos,
  type Trace,
} from '@interleave/simulation';
import type { Handover, Mark } from './drawing.ts';

/** Above this many lanes the core's path is a tangle and is left out. */
const MOST_LANES_WITH_PATH = 8;

/** Where the core's path goes: with one core everywhere, with several only from task to task. */
export function handovers(trace: Trace): Handover[] {
  if (trace.tasks.length > MOST_LANES_WITH_PATH) return [];
  const single = trace.cores.length === 1;
  return trace.cores.flatMap(({ segments }) =>
    segments.flatMap((segment, i): Handover[] => {
      const before = segments[i - 1];
      const left = before?.state === 'running' ? before.task : null;
      const taken = segment.state === 'running' ? segment.task : null;
      if (before === undefined || left === taken) return [];
      return single || (left !== null && taken !== null)
        ? [{ at: segment.start, from: left, to: taken }]
        : [];
    }),
  );
}

/** A bracket over the longest time in which a task of a run lacked a worker or a core. */
export function waitBrackets(trace: Trace): Mark[] {
  const longest = longestLack(
    trace,
    trace.tasks.map(({ index }) => index),
  );
  if (longest === undefined) return [];
  const { task, start, end } = longest;
  const text =
    lackOf(trace, longest) === 'worker' ? 'in line, no free worker' : 'runnable, no free core';
  return [{ kind: 'bracket', line: task, start, end, text }];
}

/**
 * How much earlier or later each task ends in the second of two runs, and what it waited for in the first.
 *
 * @param subjects the tasks' names, line by line
 */
export function pairMarks(
  [first, second]: readonly [Trace, Trace],
  subjects: readonly string[],
): Mark[] {
  return compare(first, second).flatMap((difference): Mark[] => {
    if (difference.earlier === 0) return [];
    const line = subjects.indexOf(first.tasks[difference.first]?.name as string);
    const ends = [first.tasks[difference.first]?.end, second.tasks[difference.second]?.end] as [
      Nanos,
      Nanos,
    ];
    const [start, end] = ends[0] < ends[1] ? ends : [ends[1], ends[0]];
    const by = milliseconds((end - start) as Nanos);
    const longest = longestLack(first, [difference.first]);
    const bracket: Mark[] =
      longest === undefined || difference.noWorker + difference.noCore <= 0
        ? []
        : [
            {
              kind: 'bracket',
              line,
              start: longest.start,
              end: longest.end,
              text: `${lackOf(first, longest) === 'worker' ? 'no free worker' : 'no free core'}, ${milliseconds((longest.end - longest.start) as Nanos)}`,
            },
          ];
    const text = `${by} ${difference.earlier > 0 ? 'earlier' : 'later'}`;
    return [...bracket, { kind: 'dimension', line, start, end, text }];
  });
}

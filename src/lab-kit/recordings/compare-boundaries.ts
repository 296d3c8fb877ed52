// A simulated and a recorded run set against each other, boundary by boundary.
import type { Nanos, TaskSegment, TaskState, TaskTrace, Trace } from '@interleave/simulation';
import { align } from './align.ts';
import type { Recording, Stretch } from './recording.ts';

/** A boundary that both runs have, or a stretch that one of them has. */
export type Difference = {
  /** The task's index in the simulated run. */
  readonly task: number;
  readonly state: TaskState;
  /** ns; of a boundary later (+) or earlier (−) in the recording, of a stretch its length. */
  readonly by: number;
} & (
  | {
      /** A stretch's start or end, or the task's own end. */
      readonly kind: 'start' | 'end' | 'task end';
      readonly simulated: Nanos;
      readonly recorded: Nanos;
    }
  | {
      readonly kind: 'only recorded' | 'only simulated';
      readonly start: Nanos;
      readonly end: Nanos;
    }
);

/**
 * Every boundary of the tasks that the recording has, in order of the recording's tasks and of time: the start and the
 * end of each stretch that both runs have, and the task's end, with instants exactly as recorded. A stretch that only
 * one of them has, such as the moment in which the kernel brings a task to a core that the model gives it at once, is
 * a difference of its own length.
 *
 * @param simulated a run that ends, and has every task of the recording
 */
export function compareBoundaries(simulated: Trace, recorded: Recording): Difference[] {
  return recorded.tasks.flatMap(({ name, stretches }) => {
    const task = simulated.tasks.find((candidate) => candidate.name === name) as TaskTrace;
    return compareTask(task, stretches);
  });
}

function compareTask({ index, segments }: TaskTrace, stretches: readonly Stretch[]): Difference[] {
  const boundary = (kind: 'start' | 'end' | 'task end', a: TaskSegment, b: Stretch): Difference => {
    const at = kind === 'start' ? 'start' : 'end';
    const [simulated, recorded] = [a[at], b[at]];
    return { kind, task: index, state: a.state, simulated, recorded, by: recorded - simulated };
  };
  const alone = (
    kind: 'only recorded' | 'only simulated',
    { state, start, end }: TaskSegment | Stretch,
  ): Difference => ({ kind, task: index, state, start, end, by: end - start });

  const [lastSimulated, lastRecorded] = [segments.at(-1), stretches.at(-1)] as [
    TaskSegment,
    Stretch,
  ];
  const found = align(segments, stretches).flatMap(({ first, second }): Difference[] => {
    const a = first === null ? undefined : segments[first];
    const b = second === null ? undefined : stretches[second];
    if (a === undefined) return b === undefined ? [] : [alone('only recorded', b)];
    if (b === undefined) return [alone('only simulated', a)];
    const ends = a === lastSimulated && b === lastRecorded;
    return [boundary('start', a, b), ...(ends ? [] : [boundary('end', a, b)])];
  });
  return [...found, boundary('task end', lastSimulated, lastRecorded)];
}

/** The greatest difference, the last of equals, since what is late delays what follows; undefined when there are none. */
export function greatest(differences: readonly Difference[]): Difference | undefined {
  const most = Math.max(...differences.map(({ by }) => Math.abs(by)));
  return differences.findLast(({ by }) => by !== 0 && Math.abs(by) === most);
}

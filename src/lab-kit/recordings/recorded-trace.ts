// A recorded run as a trace, the type that simulated runs have, so that whatever reads these reads it too.
import {
  type Cause,
  type LifeSegment,
  type Nanos,
  type TaskState,
  type Trace,
  traceFrom,
} from '@interleave/simulation';
import { absences, coreOf } from './cores.ts';
import type { Recording, Stretch } from './recording.ts';

/**
 * The run as a trace.
 *
 * A trace's segments have no gaps. Where one reading of the clock (1 µs at most) lies between two stretches, it is
 * counted to the one that does not run: running stretches keep their instants, so that no core has two tasks. Where
 * another task ran on the core within one that did not notice, this one is runnable. Who was to blame for what is not
 * recorded: no segment names another task. A core is idle where no task of the program ran on it, whatever the kernel
 * did there.
 *
 * @param grain times are rounded to multiples of it, ns; of stretches that become nothing, nothing is left
 */
export function recordedTrace(recording: Recording, grain: Nanos): Trace {
  const rounded = (at: Nanos) => (Math.round(at / grain) * grain) as Nanos;
  const { scenario, tasks } = recording;
  return traceFrom({
    scenario,
    tasks: tasks.map(({ stretches }, task) => {
      const seen = stretches.flatMap((stretch) => seenFromCore(recording, task, stretch));
      const segments = segmentsOf(seen, task, coreOf(recording, task), rounded);
      const first = stretches[0] as Stretch;
      const last = stretches.at(-1) as Stretch;
      return { arrival: rounded(first.start), end: rounded(last.end), segments };
    }),
  });
}

/** A stretch as its core knows it: parted where another task ran on it. */
function seenFromCore(recording: Recording, task: number, stretch: Stretch): Stretch[] {
  const parts: Stretch[] = [];
  let { start } = stretch;
  for (const absence of absences(recording, task, stretch)) {
    parts.push({ ...stretch, start, end: absence.start });
    parts.push({ state: 'runnable', start: absence.start, end: absence.end });
    start = absence.end;
  }
  return [...parts, { ...stretch, start }];
}

/** Neighbours in the same state are one, and what becomes nothing is left out. */
function segmentsOf(
  stretches: readonly Stretch[],
  task: number,
  core: number,
  rounded: (at: Nanos) => Nanos,
): LifeSegment[] {
  const segments: LifeSegment[] = [];
  stretches.forEach((stretch, i) => {
    const { state } = stretch;
    const start = rounded(beginning(stretch, stretches[i - 1]));
    const next = stretches[i + 1];
    const end = rounded(next === undefined ? stretch.end : beginning(next, stretch));
    if (start === end) return;
    const last = segments.at(-1);
    if (last?.state === state) {
      segments[segments.length - 1] = { ...last, end };
      return;
    }
    const cause = causeOf(last?.state, state);
    segments.push({
      state,
      start,
      end,
      cause,
      core: state === 'running' ? core : null,
      worker: task,
    });
  });
  return segments;
}

/** Running stretches keep their instants: what follows one begins as it ends. */
const beginning = ({ start }: Stretch, before: Stretch | undefined) =>
  before?.state === 'running' ? before.end : start;

/** Why a task came into a state, as far as the states themselves say. */
function causeOf(before: TaskState | undefined, state: Stretch['state']): Cause {
  if (state === 'running') return 'dispatched';
  if (state === 'waiting') return 'io-started';
  if (before === undefined) return 'arrived';
  return before === 'waiting' ? 'io-done' : 'preempted';
}

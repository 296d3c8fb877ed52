// A recorded run as a trace, the type that simulated runs have, so that whatever reads these reads it too.
import {
  type Cause,
  type Nanos,
  type TaskState,
  type Trace,
  traceOf,
} from '@interleave/simulation';
import { absences, coreOf } from './cores.ts';
import type { Recording, Stretch } from './recording.ts';
import { type CoreRow, coreColumns, NONE, type TaskRow, taskColumns } from './trace-columns.ts';

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
  const lives = tasks.map(({ stretches }, task) => {
    const seen = stretches.flatMap((stretch) => seenFromCore(recording, task, stretch));
    return taskRows(seen, task, coreOf(recording, task), rounded);
  });
  const ends = tasks.map(({ stretches }) => rounded((stretches.at(-1) as Stretch).end));
  const cores = Array.from({ length: scenario.cores }, (_, core) => coreRows(lives, ends, core));
  return traceOf({
    scenario,
    end: Math.max(...ends) as Nanos,
    truncated: null,
    deadlock: null,
    switches: cores.reduce((sum, rows) => sum + switchesOf(rows), 0),
    runtimeSwitches: 0,
    of: Int32Array.from(tasks.keys()),
    arrivals: Float64Array.from(scenario.tasks, ({ arrival }) => rounded(arrival)),
    ends: Float64Array.from(ends),
    tasks: taskColumns(lives),
    cores: coreColumns(cores),
    rounds: new Float64Array(0),
    devices: {
      operations: new Float64Array(0),
      busy: new Float64Array(0),
      queued: new Float64Array(0),
    },
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

function taskRows(
  stretches: readonly Stretch[],
  task: number,
  core: number,
  rounded: (at: Nanos) => Nanos,
): TaskRow[] {
  const rows: TaskRow[] = [];
  stretches.forEach(({ state, start, end }, i) => {
    const before = stretches[i - 1];
    const from = rounded(before?.state === 'running' ? before.end : start);
    const last = rows.at(-1)?.state;
    if (rounded(end) === from || state === last) return;
    const on = state === 'running' ? core : NONE;
    rows.push({ state, start: from, cause: causeOf(last, state), core: on, worker: task });
  });
  return rows;
}

/** Why a task came into a state, as far as the states themselves say. */
function causeOf(before: TaskState | undefined, state: Stretch['state']): Cause {
  if (state === 'running') return 'dispatched';
  if (state === 'waiting') return 'io-started';
  if (before === undefined) return 'arrived';
  return before === 'waiting' ? 'io-done' : 'preempted';
}

/** What a core does, told by the tasks that run on it. */
function coreRows(
  lives: readonly (readonly TaskRow[])[],
  ends: readonly Nanos[],
  core: number,
): CoreRow[] {
  const bursts = lives
    .flatMap((rows, task) =>
      rows.flatMap(({ start, core: on }, i) =>
        on === core ? [{ task, start, end: rows[i + 1]?.start ?? (ends[task] as Nanos) }] : [],
      ),
    )
    .sort((a, b) => a.start - b.start);
  const rows: CoreRow[] = [];
  let until = 0 as Nanos;
  for (const { task, start, end } of bursts) {
    if (start > until) rows.push({ state: 'idle', start: until, task: NONE });
    rows.push({ state: 'running', start, task });
    until = end;
  }
  if (until < Math.max(...ends)) rows.push({ state: 'idle', start: until, task: NONE });
  return rows;
}

/** How often a core began to run a task other than the one that it last ran. */
function switchesOf(rows: readonly CoreRow[]): number {
  const ran = rows.filter(({ state }) => state === 'running');
  return ran.filter(({ task }, i) => task !== ran[i - 1]?.task).length;
}

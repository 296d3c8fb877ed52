// What the tests compare of a run, in words of both simulators: who did what when, without causes.
import type { CoreSegment, Resend, Stuck, TaskSegment, Trace } from '../trace/trace.ts';

/** A stretch in one state; `on` is a task's core, or a core's task; `worker` is a task's as it begins. Times in ns. */
export interface Stretch {
  readonly state: string;
  readonly start: number;
  end: number;
  readonly on: number | null;
  readonly worker: number | null;
}

/** A task that was sent again, at its arrival. */
type Resent = Resend & { readonly arrival: number };

/** What both simulators say of a run. Times in ns. */
export interface Outcome {
  readonly end: number;
  readonly switches: number;
  readonly runtimeSwitches: number;
  readonly deadlock: readonly Stuck[] | null;
  readonly ends: readonly (number | null)[];
  readonly rounds: readonly (readonly { readonly start: number; readonly end: number }[])[];
  /** Of what was sent again: what it repeats, its number, and when that was. */
  readonly resends: readonly (Resent | null)[];
  readonly tasks: readonly (readonly Stretch[])[];
  readonly cores: readonly (readonly Stretch[])[];
  readonly devices: readonly {
    readonly operations: number;
    readonly busy: number;
    readonly queued: number;
  }[];
}

/** Adds a stretch to a line; neighbours alike are one. */
export function draw(line: Stretch[], next: Stretch): void {
  const last = line.at(-1);
  if (last?.state === next.state && last.on === next.on) last.end = next.end;
  else line.push(next);
}

/** What a trace says of its run: neighbours that differ in their causes only are one. */
export function outcomeOf(trace: Trace): Outcome {
  const drawn = <S>(segments: readonly S[], stretch: (segment: S) => Stretch) => {
    const line: Stretch[] = [];
    for (const segment of segments) draw(line, stretch(segment));
    return line;
  };
  const ofTask = ({ state, start, end, core, worker }: TaskSegment) =>
    ({ state, start, end, on: core, worker }) as const;
  const ofCore = ({ state, start, end, task }: CoreSegment) =>
    ({ state, start, end, on: task, worker: null }) as const;
  const { end, switches, runtimeSwitches, deadlock, tasks, cores, devices } = trace;
  return {
    end,
    switches,
    runtimeSwitches,
    deadlock,
    ends: tasks.map((task) => task.end),
    rounds: tasks.map(({ rounds }) => rounds),
    resends: tasks.map(({ arrival, resend }) => resend && { ...resend, arrival }),
    tasks: tasks.map(({ segments }) => drawn(segments, ofTask)),
    cores: cores.map(({ segments }) => drawn(segments, ofCore)),
    devices: devices.map(({ operations, busy, queued }) => ({ operations, busy, queued })),
  };
}

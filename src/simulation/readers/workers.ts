// What each worker did in a run: whose task it had, whether that ran, stood in line for a core or kept it waiting, and when it was free.

import type { Nanos } from '../scenario/nanos.ts';
import type { CoreSegment, TaskSegment, TaskTrace, Trace } from '../trace/trace.ts';
import { blockedFor } from './blocked.ts';

/**
 * What a worker does with its task: computes, waits for a core, has one that switches to it, or is held while its task
 * waits for IO or for a lock. `idle`: it is free.
 */
export type WorkerState = 'running' | 'runnable' | 'switching' | 'waiting' | 'blocked' | 'idle';

/** A stretch of a worker's time in one state, for one task. */
export interface WorkerSegment {
  readonly state: WorkerState;
  /** The index of the task that it has; null while it is free. */
  readonly task: number | null;
  readonly start: Nanos;
  readonly end: Nanos;
}

export interface WorkerTrace {
  /** The whole clock without gaps. */
  readonly segments: readonly WorkerSegment[];
}

/** A worker has a task in one state from `start` up to `end` (ns). */
interface Held {
  readonly state: Exclude<WorkerState, 'idle'>;
  readonly task: number;
  readonly start: number;
  readonly end: number;
}

/** A task that stood in line for a worker and came to a core, or to the run's end, from there: when it was taken is not written. */
interface Taken {
  readonly task: number;
  /** Since when it stood in line, and when it ran, ns. */
  readonly since: number;
  readonly until: number;
}

const found = new WeakMap<Trace, readonly WorkerTrace[]>();

/**
 * The time of each worker, by its number; with a worker per task, by that of the task. The same at each call.
 *
 * A task's segment names the worker that it has as the segment begins. Two things it does not say, and they are found
 * here. A task that has waited without a worker goes on in the same segment when a worker takes it and has no core yet:
 * it was taken when that worker was freed, since none is left free while a task stands in line. And a wait that begins
 * with a `block` holds the worker only until the next part of it, where waiting frees: the task's program says how long.
 *
 * What a trace does not tell is not here: the workers of a recorded run, which names none; which of several tasks that
 * joined the line at one instant was taken, if the run ends before any of them runs; and what is one segment, and so has
 * one worker there, though the worker may have changed: a task that goes on at once after its runtime slice, on its core
 * and where switches cost nothing, and a user whose next round begins at once as the last one ended.
 */
export function workersOf(trace: Trace): readonly WorkerTrace[] {
  let workers = found.get(trace);
  if (workers === undefined) {
    workers = read(trace);
    found.set(trace, workers);
  }
  return workers;
}

function read(trace: Trace): WorkerTrace[] {
  const { workers } = trace.scenario;
  const held = Array.from(
    { length: workers === 'per-task' ? trace.tasks.length : workers },
    (): Held[] => [],
  );
  const taken = held.map((): Taken[] => []);
  /** Those that are in line at the end, or have been taken and have not run. */
  const last: Taken[] = [];
  for (const task of trace.tasks) {
    task.segments.forEach((segment, i) => {
      const { state, start, worker } = segment;
      const end = heldUntil(trace, task, i);
      if (worker !== null && state !== 'queued') {
        held[worker]?.push({ state, task: task.index, start, end });
      } else if (state === 'runnable') {
        const stood = { task: task.index, since: start, until: end };
        const next = task.segments[i + 1];
        const takes = next?.worker ?? null;
        (takes === null ? last : (taken[takes] as Taken[])).push(stood);
      }
    });
  }
  const inOrder = held.map((own, worker) =>
    withTaken(
      own.sort((a, b) => a.start - b.start),
      taken[worker] as Taken[],
    ),
  );
  const switches = switchesOf(trace);
  takeLast(inOrder, last, switches);
  return inOrder.map((own) => ({
    segments: tiled(
      own.flatMap((one) => parted(one, switches.get(one.task) ?? [])),
      trace.end,
    ),
  }));
}

/** Until when a task has the worker that it has as a segment begins, ns. */
function heldUntil(trace: Trace, { index, segments }: TaskTrace, at: number): number {
  const { state, cause, worker, start, end } = segments[at] as TaskSegment;
  if (state !== 'waiting' || cause === 'thinking' || worker === null) return end;
  if (trace.scenario.waiting === 'holds') return end;
  return Math.min(end, start + blockedFor(trace, index, at));
}

/** Before a worker runs a task that stood in line: since when it had it, which is when the one before freed the worker. */
function withTaken(own: readonly Held[], taken: readonly Taken[]): Held[] {
  const before = new Map(taken.map((one) => [one.until, one]));
  return own.flatMap((one, i): Held[] => {
    const stood = before.get(one.start);
    if (stood === undefined) return [one];
    const start = Math.max(stood.since, own[i - 1]?.end ?? 0);
    return [{ state: 'runnable', task: one.task, start, end: one.start }, one];
  });
}

/** Gives the workers that are free at the end to those who then stand in line: to whom a core goes, then as they came. */
function takeLast(held: Held[][], last: readonly Taken[], switches: Switches): void {
  const freed = held.map((own) => ({ own, at: own.at(-1)?.end ?? 0 })).sort((a, b) => a.at - b.at);
  const waits = ({ task, until }: Taken) => Number(switches.get(task)?.at(-1)?.end !== until);
  const inLine = last.toSorted((a, b) => waits(a) - waits(b) || a.since - b.since);
  for (const [i, { task, since, until }] of inLine.entries()) {
    const { own, at } = freed[i] ?? { own: [], at: until };
    const start = Math.max(at, since);
    if (start < until) own.push({ state: 'runnable', task, start, end: until });
  }
}

type Switches = ReadonlyMap<number, readonly CoreSegment[]>;

/** When the cores switch to each task, in order of time. */
function switchesOf({ cores }: Trace): Switches {
  const switches = new Map<number, CoreSegment[]>();
  const all = cores.flatMap(({ segments }) =>
    segments.filter(({ state }) => state === 'switching'),
  );
  for (const one of all.sort((a, b) => a.start - b.start)) {
    const task = one.task as number;
    const before = switches.get(task);
    if (before === undefined) switches.set(task, [one]);
    else before.push(one);
  }
  return switches;
}

/** A stretch in which a worker is ready, without the time in which a core switches to it. */
function parted(one: Held, switches: readonly { start: number; end: number }[]): Held[] {
  if (one.state !== 'runnable') return [one];
  const parts: Held[] = [];
  let from = one.start;
  for (const { start, end } of switches) {
    if (end <= from || start >= one.end) continue;
    const until = Math.max(from, start);
    if (until > from) parts.push({ ...one, start: from, end: until });
    from = Math.min(end, one.end);
    parts.push({ ...one, state: 'switching', start: until, end: from });
  }
  if (from < one.end) parts.push({ ...one, start: from });
  return parts;
}

/** All that a worker did from 0 to the end, with the time in which it was free. */
function tiled(own: readonly Held[], end: number): WorkerSegment[] {
  const tiles: WorkerSegment[] = [];
  let at = 0;
  const add = (state: WorkerState, task: number | null, until: number) => {
    if (until <= at) return;
    tiles.push({ state, task, start: at as Nanos, end: until as Nanos });
    at = until;
  };
  for (const one of own) {
    add('idle', null, one.start);
    add(one.state, one.task, one.end);
  }
  add('idle', null, end);
  return tiles;
}

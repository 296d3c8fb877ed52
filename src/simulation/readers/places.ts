// Where each task stands at an instant, and how often each way from place to place has been taken until then.

import type { Nanos } from '../scenario/nanos.ts';
import type { TaskSegment, TaskTrace, Trace } from '../trace/trace.ts';
import { lackOf } from './lack.ts';

/** In line for a worker, in the run queue, on a core (also while that switches to it), at IO or thinking, at a lock. */
export type PlaceName = 'line' | 'queue' | 'core' | 'waiting' | 'blocked';

/** A task in one place from `since` up to `until` (ns); at the run's end a task that has not ended is still there. */
export interface Stay {
  readonly task: number;
  /** Index of the segment in the task's life. */
  readonly segment: number;
  readonly place: PlaceName;
  /** The core, from 0; null unless it has one. */
  readonly core: number | null;
  /** The core switches to it: it does not run yet. */
  readonly switching: boolean;
  readonly since: Nanos;
  readonly until: Nanos;
}

/** Where all tasks are at an instant. */
export interface Places {
  /** By the number of the core; null: it is idle. */
  readonly cores: readonly (Stay | null)[];
  /** The first is next. */
  readonly queue: readonly Stay[];
  readonly line: readonly Stay[];
  /** Those that have been there longest come first. */
  readonly waiting: readonly Stay[];
  readonly blocked: readonly Stay[];
  /** Tasks that have not arrived, or arrive only as the run ends; and tasks that have ended, by index. */
  readonly toCome: readonly number[];
  readonly ended: readonly number[];
}

/** A task goes from one place to another, at an instant (ns). */
export interface Move {
  readonly at: Nanos;
  readonly task: number;
  /** Where it was; null: it arrives. */
  readonly from: Stay | null;
  /** Where it is from now on; null: it has ended. */
  readonly to: Stay | null;
}

export type Stop = PlaceName | 'to come' | 'ended';

/** What leads from a place to a place, and how often it was taken. */
export interface Way {
  readonly from: Stop;
  readonly to: Stop;
  readonly taken: number;
}

export interface Ways {
  /** Those that have been taken. A task that has its core back at once goes from `core` to `core`. */
  readonly ways: readonly Way[];
  /** What moved at the last instant, up to this one, at which anything changed; in order of the tasks. */
  readonly last: readonly Move[];
}

/** A run as its tasks went from place to place. */
interface Course {
  /** By the index of the task, in order of time. */
  readonly stays: readonly (readonly Stay[])[];
  /** In order of time. */
  readonly moves: readonly Move[];
  /** The instants at which a place, or what is so in it, changes. */
  readonly changes: readonly number[];
  /** For each way, when it was taken. */
  readonly times: ReadonlyMap<string, { from: Stop; to: Stop; at: number[] }>;
  /** Between two changes all stays as it is: what was last asked for is kept, by the number of changes so far. */
  readonly places: Kept<Places>;
  readonly ways: Kept<Ways>;
}

const courses = new WeakMap<Trace, Course>();

/**
 * Where each task of a run is at an instant (ns); the same object between two changes.
 *
 * The run queue stands in the order in which its tasks are given a core next. Under every policy that is its order
 * already now, though others may yet come between: the rank of a worker does not change while it stands in line. Tasks
 * that take cores at one instant, and those that the run's end finds in line, are in order of joining.
 */
export function placesAt(trace: Trace, at: Nanos): Places {
  const course = courseOf(trace);
  return kept(course.places, countUpTo(course.changes, at), () => findPlaces(trace, course, at));
}

/** How often each way was taken up to an instant (ns) and at it; the same object between two changes. */
export function waysAt(trace: Trace, at: Nanos): Ways {
  const course = courseOf(trace);
  const { changes, moves, times } = course;
  const passed = countUpTo(changes, at);
  return kept(course.ways, passed, () => {
    const last = changes[passed - 1];
    const movesUpTo = (instant: number) => countUpTo(moves, instant, (move) => move.at);
    const ways = [...times.values()].map(
      ({ from, to, at: taken }): Way => ({ from, to, taken: countUpTo(taken, at) }),
    );
    return {
      ways: ways.filter(({ taken }) => taken > 0),
      last: last === undefined ? [] : moves.slice(movesUpTo(last - 1), movesUpTo(last)),
    };
  });
}

function findPlaces(trace: Trace, { stays }: Course, at: Nanos): Places {
  const found = {
    cores: trace.cores.map((): Stay | null => null),
    queue: [] as Stay[],
    line: [] as Stay[],
    waiting: [] as Stay[],
    blocked: [] as Stay[],
    toCome: [] as number[],
    ended: [] as number[],
  };
  for (const { index, end } of trace.tasks) {
    const own = stays[index] as readonly Stay[];
    const stay = own[countUpTo(own, at, ({ since }) => since) - 1];
    if (end !== null && end <= at) found.ended.push(index);
    else if (stay === undefined) found.toCome.push(index);
    else if (stay.place === 'core') found.cores[stay.core as number] = stay;
    else found[stay.place].push(stay);
  }
  const leaves = ({ until }: Stay) => (until === trace.end ? Number.POSITIVE_INFINITY : until);
  const longest = (a: Stay, b: Stay) => a.since - b.since || a.task - b.task;
  found.queue.sort((a, b) => (leaves(a) === leaves(b) ? longest(a, b) : leaves(a) - leaves(b)));
  for (const stood of [found.line, found.waiting, found.blocked]) stood.sort(longest);
  return found;
}

function courseOf(trace: Trace): Course {
  let course = courses.get(trace);
  if (course === undefined) {
    course = readCourse(trace);
    courses.set(trace, course);
  }
  return course;
}

function readCourse(trace: Trace): Course {
  const switches = switchesOf(trace);
  const stays = trace.tasks.map((task) => staysOf(trace, task, switches.get(task.index) ?? []));
  for (const { task, awaits } of trace.deadlock ?? []) {
    // What brought the run to its end left no segment.
    const own = stays[task] as Stay[];
    const place = awaits === null ? 'line' : 'blocked';
    const last = own.at(-1);
    if (last === undefined || last.place === place) continue;
    const { end } = trace;
    own.push({ ...last, place, core: null, switching: false, since: end, until: end });
  }
  const moves = trace.tasks
    .flatMap((task) => movesOf(task, stays[task.index] as readonly Stay[]))
    .sort((a, b) => a.at - b.at);
  const changes = new Set<number>();
  for (const { since } of stays.flat()) changes.add(since);
  const times: Map<string, { from: Stop; to: Stop; at: number[] }> = new Map();
  for (const { at, from, to } of moves) {
    changes.add(at);
    const way = { from: from?.place ?? 'to come', to: to?.place ?? 'ended' } as const;
    const key = `${way.from}, ${way.to}`;
    const known = times.get(key);
    if (known === undefined) times.set(key, { ...way, at: [at] });
    else known.at.push(at);
  }
  return {
    stays,
    moves,
    changes: [...changes].sort((a, b) => a - b),
    times,
    places: { passed: -1, value: undefined },
    ways: { passed: -1, value: undefined },
  };
}

/** A stretch in which a core switches to a task. */
type Switch = Pick<Stay, 'core' | 'since' | 'until'>;

/** By the index of the task, in order of time. */
function switchesOf({ cores }: Trace): ReadonlyMap<number, readonly Switch[]> {
  const found = new Map<number, Switch[]>();
  for (const { index: core, segments } of cores) {
    for (const { state, start: since, end: until, task } of segments) {
      if (state !== 'switching' || task === null) continue;
      const list = found.get(task) ?? [];
      list.push({ core, since, until });
      found.set(task, list);
    }
  }
  for (const list of found.values()) list.sort((a, b) => a.since - b.since);
  return found;
}

function staysOf(
  trace: Trace,
  { index: task, segments }: TaskTrace,
  switches: readonly Switch[],
): Stay[] {
  const stays: Stay[] = [];
  let next = 0;
  for (const [segment, one] of segments.entries()) {
    const { start, end: until, core } = one;
    const stay = { task, segment, place: placeOf(trace, one), core, switching: false };
    let since = start;
    // What could go on may have a core before the segment ends, and lose it again before it runs.
    for (
      let given = switches[next];
      given !== undefined && given.since < until;
      given = switches[++next]
    ) {
      if (since < given.since) stays.push({ ...stay, since, until: given.since });
      stays.push({ ...stay, ...given, place: 'core', switching: true });
      since = given.until;
    }
    if (since < until) stays.push({ ...stay, since, until });
  }
  return stays;
}

function placeOf(trace: Trace, segment: TaskSegment): PlaceName {
  const lack = lackOf(trace, segment);
  if (lack !== null) return lack === 'worker' ? 'line' : 'queue';
  return segment.state === 'running' ? 'core' : (segment.state as 'waiting' | 'blocked');
}

function movesOf({ index: task, arrival, end }: TaskTrace, stays: readonly Stay[]): Move[] {
  const moves: Move[] = [];
  let from: Stay | null = null;
  for (const to of stays) {
    if (from === null || isElsewhere(from, to)) moves.push({ at: to.since, task, from, to });
    from = to;
  }
  if (end !== null) moves.push({ at: from === null ? arrival : end, task, from, to: null });
  return moves;
}

/** Whether the next stay is in another place: one that runs, and then is switched to, has left its core between. */
const isElsewhere = (from: Stay, to: Stay) =>
  from.place !== to.place || from.core !== to.core || (to.switching && !from.switching);

/** What was last worked out, after so many changes. */
interface Kept<T> {
  passed: number;
  value: T | undefined;
}

function kept<T>(of: Kept<T>, passed: number, make: () => T): T {
  if (of.passed !== passed || of.value === undefined) {
    of.value = make();
    of.passed = passed;
  }
  return of.value;
}

function countUpTo(times: readonly number[], at: number): number;
function countUpTo<T>(list: readonly T[], at: number, timeOf: (one: T) => number): number;
/** How many of a list in order of time are at an instant or before it. */
function countUpTo<T>(
  list: readonly T[],
  at: number,
  timeOf: (one: T) => number = (one) => one as number,
): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(list[middle] as T) <= at) low = middle + 1;
    else high = middle;
  }
  return low;
}

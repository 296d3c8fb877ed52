// A thread on its way through its program, given the core for a millisecond at a time, and the life that comes of it.
import {
  type Cause,
  type LifeSegment,
  ms,
  type Nanos,
  type Task,
  toMs,
} from '@interleave/simulation';
import { shownName } from './work.ts';

/** A thread on its way through its program. Times in ms. */
export interface Going {
  readonly name: string;
  /** Its bursts of computing, and the waits between them: the program begins and ends by computing. */
  readonly program: readonly number[];
  /** The step of the program that it is in; as many as there are when it has ended. */
  step: number;
  /** How long it has computed in that step. */
  computed: number;
  /** Until when it cannot be chosen: it comes, or its wait is over, then. */
  until: number;
  /** Since when it stands or waits without a core, and why. */
  since: number;
  cause: Cause;
  causedBy: number | null;
  readonly segments: LifeSegment[];
}

export function atFirst({ name, arrival, steps }: Task): Going {
  return {
    name: shownName(name),
    program: steps.map((step) => ('duration' in step ? toMs(step.duration as Nanos) : 0)),
    step: 0,
    computed: 0,
    until: toMs(arrival),
    since: toMs(arrival),
    cause: 'arrived',
    causedBy: null,
    segments: [],
  };
}

export const hasEnded = ({ step, program }: Going) => step >= program.length;

/** A thread computes from `now` for a millisecond, after the one that had the core up to then, if any. */
export function compute(
  threads: readonly Going[],
  { chosen, after, now }: { chosen: number; after: number | null; now: number },
): void {
  const thread = threads[chosen] as Going;
  for (const other of threads) {
    if (other.since === now && other.cause === 'slice-expired') other.causedBy = chosen;
  }
  append(thread, now);
  extend(thread.segments, {
    state: 'running',
    start: ms(now),
    end: ms(now + 1),
    cause: 'dispatched',
    causedBy: after,
    core: 0,
  });
  // Put aside, if it is, by whoever is chosen next.
  Object.assign(thread, { since: now + 1, cause: 'slice-expired', computed: thread.computed + 1 });
  if (thread.computed < (thread.program[thread.step] as number)) return;
  const wait = thread.program[thread.step + 1] ?? 0;
  Object.assign(thread, {
    step: thread.step + 2,
    computed: 0,
    until: now + 1 + wait,
    cause: 'io-started',
    causedBy: null,
  });
}

/** Writes down how a thread spent the time since it last had the core, up to `now`. */
function append(thread: Going, now: number): void {
  for (const segment of without(thread, now)) extend(thread.segments, segment);
  thread.since = now;
}

/** A thread's life up to an instant at which it has not ended. */
export function lifeUntil(thread: Going, now: number): readonly LifeSegment[] {
  const segments = [...thread.segments];
  for (const segment of without(thread, now)) extend(segments, segment);
  return segments;
}

/** How a thread spends the time without the core, from when it last had it up to `now`: it waits, then it is ready. */
function without({ since, until, cause, causedBy }: Going, now: number): LifeSegment[] {
  const waits = cause === 'io-started';
  const answered = waits ? Math.min(until, now) : since;
  const wait: LifeSegment = { state: 'waiting', start: ms(since), end: ms(answered), cause };
  const ready: LifeSegment = {
    state: 'runnable',
    start: ms(answered),
    end: ms(Math.max(answered, now)),
    cause: waits ? 'io-done' : cause,
    causedBy,
  };
  return [
    ...(waits && answered > since ? [wait] : []),
    ...(now > answered && until <= now ? [ready] : []),
  ];
}

/** Adds a segment to a life; one that goes on in the same state is made longer. */
function extend(segments: LifeSegment[], segment: LifeSegment): void {
  const last = segments.at(-1);
  if (last !== undefined && last.state === segment.state && last.end === segment.start) {
    segments[segments.length - 1] = { ...last, end: segment.end };
  } else {
    segments.push(segment);
  }
}

// Reads a run into a strip: for each request when it was taken, computed, waited and was answered, and in which lane.
// What is drawn and counted of the opening is read from here.
import { stateShown, type TaskState, type TaskTrace, type Trace } from '@interleave/simulation';

/**
 * A run of requests that all arrive at 0, each with one burst and then one wait. Plain data, a list a field, so that a
 * page can carry it. Times in ns.
 */
export interface Strip {
  /** When the last is answered. */
  readonly end: number;
  /** How many requests can be in progress at once: each has a worker, and a lane. */
  readonly lanes: number;
  readonly cores: number;
  /** The lane of each request, and the core that computes it, from 0. */
  readonly lane: readonly number[];
  readonly core: readonly number[];
  /** When a worker takes it; up to then it stands in line. */
  readonly taken: readonly number[];
  /** When a core takes it; up to then it is runnable. */
  readonly started: readonly number[];
  /** When it has computed; up to its answer it waits. */
  readonly computed: readonly number[];
  readonly answered: readonly number[];
}

/** @throws Error when a request of the run does more than one burst and then one wait */
export function stripOf(trace: Trace): Strip {
  const requests = trace.tasks.map((task) => requestOf(trace, task));
  return {
    end: Math.max(...requests.map(({ answered }) => answered)),
    lanes: 1 + Math.max(...requests.map(({ lane }) => lane)),
    cores: trace.cores.length,
    lane: requests.map(({ lane }) => lane),
    core: requests.map(({ core }) => core),
    taken: requests.map(({ taken }) => taken),
    started: requests.map(({ started }) => started),
    computed: requests.map(({ computed }) => computed),
    answered: requests.map(({ answered }) => answered),
  };
}

const ORDER: readonly TaskState[] = ['queued', 'runnable', 'running', 'waiting'];

function requestOf(trace: Trace, { name, end, segments }: TaskTrace) {
  const states = segments.map((segment) => stateShown(trace, segment));
  const places = states.map((state) => ORDER.indexOf(state));
  const burst = segments.find(({ state }) => state === 'running');
  const isSimple = places.every((place, i) => place > (places[i - 1] ?? -1));
  if (
    !isSimple ||
    burst === undefined ||
    burst.worker === null ||
    burst.core === null ||
    end === null
  ) {
    throw new Error(
      `${name}: found ${states.join(', ')}; a strip draws requests that compute once and then wait once.`,
    );
  }
  return {
    lane: burst.worker,
    core: burst.core,
    taken: segments.find((_, i) => states[i] !== 'queued')?.start ?? burst.start,
    started: burst.start,
    computed: burst.end,
    answered: end,
  };
}

const upTo = (instants: readonly number[], at: number) =>
  instants.reduce((count, instant) => (instant <= at ? count + 1 : count), 0);

/** Whether a worker has taken a request by an instant. At 0 the run has not begun, and all stand in line. */
export const isTaken = ({ taken }: Strip, request: number, at: number): boolean =>
  at > 0 && (taken[request] ?? 0) <= at;

export const isAnswered = ({ answered }: Strip, request: number, at: number): boolean =>
  at > 0 && (answered[request] ?? 0) <= at;

export const takenAt = ({ taken }: Strip, at: number): number => (at > 0 ? upTo(taken, at) : 0);

export const answeredAt = ({ answered }: Strip, at: number): number =>
  at > 0 ? upTo(answered, at) : 0;

/** How many stand in line for a worker. */
export const inLineAt = (strip: Strip, at: number): number =>
  strip.taken.length - takenAt(strip, at);

/** The instants at which requests are answered, ascending, each once. */
export const answersOf = ({ answered }: Strip): number[] =>
  [...new Set(answered)].sort((one, other) => one - other);

/** Whether any request had a worker and no core. */
export const hasRunnable = ({ taken, started }: Strip): boolean =>
  taken.some((at, k) => at < (started[k] as number));

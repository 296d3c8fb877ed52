// The request of this lab: what it asks and computes, alone or with others in flight, and what that comes to.
import {
  type Length,
  type Metrics,
  ms,
  type Scenario,
  type Step,
  scenario,
} from '@interleave/simulation';

/** What the knobs say of a request; lengths in ms. */
export interface Request {
  readonly queries: number;
  /** Each. */
  readonly query: number;
  /** To other services. */
  readonly calls: number;
  /** Each. */
  readonly call: number;
  /** In all. */
  readonly cpu: number;
  /** Whether each round trip begins when the one before is over, or all begin at the same moment. */
  readonly trips: 'in-turn' | 'at-once';
}

export interface Setting extends Request {
  readonly flight: number;
}

/** The part of the computing that follows each answer; the rest comes first: receive and validate. */
const AFTER_EACH = 1 / 10;
/** With several in flight a run is so many requests long, so that its beginning and end weigh little. */
const REQUESTS_LONG = 10;
/** One whose waits are neither long nor short on average, with 26 in flight. */
const SEED = 26;

/** The waits of a request in their order, ms. */
export const waits = ({ queries, query, calls, call }: Request): number[] => [
  ...Array<number>(queries).fill(query),
  ...Array<number>(calls).fill(call),
];

/** How long a request waits, ms: for all its round trips in turn, or for the longest of them. */
export const waited = (request: Request) =>
  request.trips === 'in-turn'
    ? waits(request).reduce((sum, wait) => sum + wait, 0)
    : Math.max(0, ...waits(request));

/** How long a request takes when nothing is in its way, ms. */
export const alone = (request: Request) => waited(request) + request.cpu;

/** How many requests in flight a core needs at least to be busy all the time. */
export const fills = (request: Request) => Math.ceil(alone(request) / request.cpu);

/**
 * How long a request takes on average, ms, where so many in flight keep the core busy for a share of the time, 0..1: by
 * Little's law, as each is followed by the next.
 */
export const takes = ({ flight, cpu }: Setting, busy: number) => (flight * cpu) / busy;

/**
 * The greatest part of the time, 0..1, for which a run's requests could have kept its core busy: as if none of them had
 * ever stood in line. What they waited in this run is taken, which varies around the mean, so that no run is above it.
 */
export function idealBusy({ tasks }: Metrics): number {
  const sum = (way: 'running' | 'waiting') => tasks.reduce((all, task) => all + task[way], 0);
  return Math.min(1, (tasks.length * sum('running')) / (sum('running') + sum('waiting')));
}

/** To whole ns: a tenth of 1 ms has many, a tenth of 1 ns none. */
const exactly = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));

/** Evenly from half of it to one and a half times it, ms. */
const around = (mean: number): Length => ({
  from: exactly(mean / 2),
  to: exactly(mean * 1.5),
});

function program(request: Request, length: (mean: number) => Length): Step[] {
  const asked = waits(request).filter((wait) => wait > 0);
  const after = request.cpu * AFTER_EACH;
  const compute = (milliseconds: number): Step => ({
    kind: 'cpu',
    duration: exactly(milliseconds),
  });
  const first = compute(request.cpu - asked.length * after);
  const trips = asked.map((wait) => ({ kind: 'io', duration: length(wait) }) as const);
  if (request.trips === 'in-turn') {
    return [first, ...trips.flatMap((trip): Step[] => [trip, compute(after)])];
  }
  return trips.length === 0
    ? [first]
    : [first, { kind: 'together', steps: trips }, compute(trips.length * after)];
}

/**
 * One request alone, to its end; or several in flight, each followed by the next, for ten requests' time. Alone each
 * wait has its exact length. With several the waits vary around it: exactly equal ones would keep all requests in step,
 * as nothing real does.
 */
export function run(setting: Setting, seed = SEED): Scenario {
  const task = { name: 'request', arrival: ms(0) };
  return setting.flight === 1
    ? scenario({ tasks: [{ ...task, steps: program(setting, exactly) }] })
    : scenario({
        seed,
        horizon: exactly(REQUESTS_LONG * alone(setting)),
        tasks: [{ ...task, count: setting.flight, think: ms(0), steps: program(setting, around) }],
      });
}

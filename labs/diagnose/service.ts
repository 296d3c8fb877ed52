// The services of this lab: a machine, a database and kinds of requests as plain settings, and the scenario of each.
import {
  type Length,
  ms,
  type Nanos,
  type Operation,
  type Scenario,
  type Step,
  scenario,
  type Task,
  together,
} from '@interleave/simulation';

/** How long the panel looks at, s, and which requests count: those that arrive meanwhile. */
export const SECONDS = 60;
export const MINUTE = (SECONDS * 1e9) as Nanos;

/** The places of the devices in a scenario. */
export const DATABASE = 0;
export const OWN_THREADS = 1;
const [DATABASE_NAME, OWN_THREADS_NAME] = ['database', 'other threads'];

/** How a length varies around its mean: not at all, by up to half of it, or exponentially, with many short ones. */
export type Varies = 'not' | 'half' | 'much';

/** A kind of request. Times in ms. */
export interface Kind {
  readonly name: string;
  /** So many arrive a second, at random (a Poisson process). */
  readonly rate: number;
  /** What it computes in all: equal bursts before, between and after its queries. */
  readonly computes: number;
  /** How many queries it makes, one after the other, and how long each takes in a database that has nothing else to do. */
  readonly queries: number;
  readonly query: number;
  /** A call to another service, after the first burst. */
  readonly call?: number;
  /** What it computes, and then waits for, while it holds the one lock of the service. */
  readonly locked?: { readonly computes: number; readonly waits: number };
  /** Whether a cache could answer its queries. */
  readonly common?: boolean;
  /** Whether it computes so much that it is what pieces and threads of its own are for. */
  readonly heavy?: boolean;
  /** This many arrive once, all at this second, besides. */
  readonly burst?: { readonly count: number; readonly at: number };
}

export interface Service {
  readonly kinds: readonly Kind[];
  readonly cores: number;
  /** How many times as fast the CPU is. */
  readonly speed: number;
  /** Threads that handle requests; of a loop, its processes. */
  readonly threads: number;
  /**
   * Whether threads keep to their request while that waits, or go on with others, as an event loop does. Several
   * processes are modelled as loops that take from the same lines; real ones each have their own requests.
   */
  readonly loop: boolean;
  /** After how many ms a thread loses its core where others want it. */
  readonly slice: number;
  readonly connections: number;
  /** The cores of the database's machine: beyond so many queries at once, each takes longer. */
  readonly databaseCores: number;
  /** How much longer: 1 is a fair share of its cores; with more, all together get less done. */
  readonly crowds: number;
  readonly computing: Varies;
  readonly querying: Varies;
  /** How much of its time each query takes. */
  readonly queryTime: number;
  readonly atOnce: boolean;
  /** All queries of a request made as one, which takes so many times as long as each did; null: as they are. */
  readonly joined: number | null;
  readonly cached: boolean;
  /** Nothing computes for longer than this before others have their turn, ms; null: until it waits. */
  readonly pieces: number | null;
  /** Heavy requests compute on this many other threads, which have cores to themselves; 0: on the same. */
  readonly ownThreads: number;
  /** Whether what is waited for with the lock held is waited for without it. */
  readonly shortLock: boolean;
  /** What has no answer after so many ms is sent again, so many times. */
  readonly retry: { readonly after: number; readonly times: number } | null;
  readonly seed: number;
}

/** What a case leaves out: nothing varies, is changed, or is in short supply. */
export const PLAIN: Omit<Service, 'kinds'> = {
  cores: 2,
  speed: 1,
  threads: 200,
  loop: false,
  // As on Linux with HZ=250.
  slice: 4,
  connections: 50,
  databaseCores: 32,
  crowds: 1,
  computing: 'much',
  querying: 'not',
  queryTime: 1,
  atOnce: false,
  joined: null,
  cached: false,
  pieces: null,
  ownThreads: 0,
  shortLock: false,
  retry: null,
  seed: 1,
};

/** To whole ns: a CPU twice as fast halves odd lengths. */
const whole = (milliseconds: number) => ms(Number(milliseconds.toFixed(6)));

function lengthOf(mean: number, varies: Varies): Length {
  if (varies === 'not') return whole(mean);
  return varies === 'much'
    ? { mean: whole(mean) }
    : { from: whole(mean / 2), to: whole(mean * 1.5) };
}

/** The scenario of a service. Random lengths are drawn for each kind by itself, so remedies change none of them. */
export function scenarioOf(service: Service): Scenario {
  const { databaseCores, crowds, ownThreads } = service;
  return scenario({
    cores: service.cores,
    slice: ms(service.slice),
    workers: service.threads,
    waiting: service.loop ? 'frees' : 'holds',
    runtimeSlice: service.pieces === null ? null : ms(service.pieces),
    devices: [
      {
        name: DATABASE_NAME,
        capacity: service.connections,
        crowding: { from: databaseCores, by: Number((crowds / databaseCores).toFixed(6)) },
      },
      ...(ownThreads > 0 ? [{ name: OWN_THREADS_NAME, capacity: ownThreads }] : []),
    ],
    seed: service.seed,
    tasks: service.kinds.flatMap((kind) => tasksOf(service, kind)),
  });
}

/**
 * The requests of a kind. They go on to arrive a little beyond the minute, so that it ends under load: their number is
 * fixed, and few runs of a thousand come to its end before.
 */
function tasksOf(service: Service, kind: Kind): Task[] {
  const { name, burst } = kind;
  // Shares of a rate leave fractions that a scenario does not take.
  const rate = Number(kind.rate.toFixed(6));
  const steps = stepsOf(service, kind);
  const expected = rate * SECONDS;
  const { retry: again } = service;
  const retry = again === null ? {} : { retry: { after: ms(again.after), times: again.times } };
  const one = { name, arrival: ms(0), steps, ...retry };
  return [
    { ...one, count: Math.ceil(expected + 3 * Math.sqrt(expected)), spacing: { rate } },
    ...(burst === undefined
      ? []
      : [{ ...one, name: 'crowd', count: burst.count, arrival: ms(burst.at * 1000) }]),
  ];
}

function stepsOf(service: Service, kind: Kind): Step[] {
  const { joined } = service;
  const queries = service.cached && kind.common ? 0 : kind.queries;
  const burst = computing(service, kind, kind.computes / burstsOf(kind));
  const query: Operation = {
    kind: 'io',
    device: DATABASE_NAME,
    duration: lengthOf(kind.query * service.queryTime * (joined ?? 1), service.querying),
  };
  const call: Step[] = kind.call === undefined ? [] : [waitFor(kind.call), burst];
  const before = [burst, ...locking(service, kind, burst), ...call];
  // What is computed stays the same: what came after each query then comes after all of them.
  const rest = Array.from({ length: kind.queries }, () => burst);
  if (queries === 0) return [...before, ...rest];
  if (joined !== null) return [...before, query, ...rest];
  const all = Array.from({ length: queries }, () => query);
  if (service.atOnce) return [...before, together(all), ...rest];
  return [...before, ...all.flatMap((one) => [one, burst])];
}

/** It computes before all it waits for and after each. */
export const burstsOf = ({ queries, call, locked }: Kind) =>
  1 + queries + (call === undefined ? 0 : 1) + (locked === undefined ? 0 : 1);

function computing(service: Service, kind: Kind, mean: number): Step {
  const duration = lengthOf(mean / service.speed, kind.heavy ? 'not' : service.computing);
  return kind.heavy && service.ownThreads > 0
    ? { kind: 'io', device: OWN_THREADS_NAME, duration }
    : { kind: 'cpu', duration };
}

const waitFor = (length: number): Step => ({ kind: 'io', duration: whole(length) });

function locking({ speed, shortLock }: Service, { locked }: Kind, after: Step): Step[] {
  if (locked === undefined) return [];
  const inside: Step = { kind: 'cpu', duration: whole(locked.computes / speed) };
  const wait = waitFor(locked.waits);
  const lock: Step = { kind: 'lock', lock: 'm' };
  const unlock: Step = { kind: 'unlock', lock: 'm' };
  return [lock, inside, ...(shortLock ? [unlock, wait] : [wait, unlock]), after];
}

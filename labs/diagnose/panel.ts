// The gauges of the panel: each reads a run, second by second.
import type { DrawnState } from '../../src/lab-kit/states/states.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { length, number, percent } from './in-words.ts';
import type { Gauge } from './kinds.ts';
import { DATABASE, type Service } from './service.ts';
import { mean, type Watched } from './watched.ts';

/** One line of the panel, for a run. */
export type Reading = (run: Watched) => Gauge;

/** Strips of what is hardly ever more than nothing are not drawn as if it were much: at least so much fills them. */
const LEAST_LINE = 4;

interface Drawn {
  readonly id: string;
  readonly name: string;
  readonly seconds: Float64Array;
  readonly average: string;
  readonly beside: string;
  readonly full: number;
  readonly limit?: number;
  readonly state?: DrawnState;
  /** Of the values, where the name does not say it. */
  readonly unit?: string;
  /** How a value is told. */
  told(value: number): string;
}

function gauge({ told, seconds, limit, state, unit, ...rest }: Drawn): Gauge {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  return {
    ...rest,
    head: unit === undefined ? rest.name : `${rest.name}, ${unit}`,
    seconds: Array.from(seconds),
    limit: limit ?? null,
    state: state ?? null,
    told: `${rest.name.charAt(0).toUpperCase()}${rest.name.slice(1)}: ${rest.average}, ${rest.beside}; least ${told(least)}, most ${told(most)}.`,
  };
}

const peak = (seconds: Float64Array, least = LEAST_LINE) => Math.max(least, ...seconds);

/** A number that stands in some line: its average, and the worst second beside it. */
const line = (id: string, name: string, state: DrawnState, seconds: Float64Array): Gauge =>
  gauge({
    id,
    name,
    seconds,
    state,
    average: number(mean(seconds)),
    beside: `at worst ${number(Math.max(...seconds))}`,
    full: peak(seconds),
    told: number,
  });

/** The share of so many that is in use, %. */
const inUse = (
  named: Pick<Drawn, 'id' | 'name' | 'state' | 'beside'>,
  used: Float64Array,
  of: number,
): Gauge => {
  const seconds = used.map((one) => (one / of) * 100);
  return gauge({
    ...named,
    seconds,
    average: percent(mean(seconds) / 100),
    full: 100,
    limit: 100,
    unit: '%',
    told: (value) => percent(value / 100),
  });
};

export const coresInUse: Reading = (run) => {
  const { cores } = run.service;
  const beside = counted(cores, 'core');
  return inUse(
    { id: 'cores', name: 'cores in use', state: 'running', beside },
    run.loads().running,
    cores,
  );
};

export const runQueue: Reading = (run) => ({
  ...line('run-queue', 'run queue', 'runnable', run.loads().runnable),
  beside: 'waiting for a core',
});

/** Threads that have a request, whatever it does. */
export const threadsInUse: Reading = (run) => {
  const { running, runnable, waiting, blocked } = run.loads();
  const { threads } = run.service;
  const seconds = running.map(
    (one, i) => one + (runnable[i] as number) + (waiting[i] as number) + (blocked[i] as number),
  );
  return gauge({
    id: 'threads',
    name: 'threads in use',
    seconds,
    average: number(mean(seconds)),
    beside: counted(threads, 'thread'),
    full: threads,
    limit: threads,
    told: number,
  });
};

export const waitingForThread: Reading = (run) =>
  line('in-line', 'waiting for a thread', 'queued', run.loads().inLine);

export const connectionsInUse: Reading = (run) => {
  const { served, capacity } = run.device(DATABASE);
  return gauge({
    id: 'connections',
    name: 'connections in use',
    seconds: served,
    state: 'waiting',
    average: number(mean(served)),
    beside: counted(capacity as number, 'connection'),
    full: capacity as number,
    limit: capacity as number,
    told: number,
  });
};

export const waitingForConnection: Reading = (run) =>
  line('waiting-pool', 'waiting for a connection', 'waiting', run.device(DATABASE).inLine);

/** A length in ms, in each second and over the minute. */
const lasting = (
  id: string,
  name: string,
  seconds: Float64Array,
  overall: number,
  beside: string,
  unit?: string,
): Gauge =>
  gauge({
    id,
    name,
    seconds,
    average: length(overall),
    beside,
    full: peak(seconds),
    ...(unit === undefined ? {} : { unit }),
    told: length,
  });

/** How long queries take in the database; beside it what they take where it has nothing else to do. */
export const queryTook: Reading = (run) => {
  const { took, meanTook } = run.device(DATABASE);
  return lasting('query', 'a query in the database, ms', took, meanTook, aloneOf(run.service));
};

function aloneOf({ kinds, queryTime, querying }: Service): string {
  const alone = kinds.flatMap(({ query, queries }) => (queries > 0 ? [query * queryTime] : []));
  const [least, most] = [Math.min(...alone), Math.max(...alone)];
  const varies = querying === 'not' ? '' : ' on average';
  return `alone ${length(least)}${least === most ? '' : ` to ${length(most)}`}${varies}`;
}

/** How long queries take as the service measures it: with the wait for a connection, and until it goes on. */
export const querySeen: Reading = (run) => {
  const { seen, meanSeen } = run.device(DATABASE);
  return lasting(
    'query-seen',
    'the same in the service’s log',
    seen,
    meanSeen,
    'from asking to going on',
    'ms',
  );
};

export const databaseCores: Reading = (run) => {
  const { databaseCores: cores } = run.service;
  const beside = counted(cores, 'core');
  return inUse(
    { id: 'database', name: 'the database’s cores', beside },
    run.device(DATABASE).cores,
    cores,
  );
};

export const loopBusy: Reading = (run) => {
  const { threads } = run.service;
  const beside = counted(threads, 'process', 'processes');
  return inUse({ id: 'loop', name: 'event loop busy', beside }, run.loads().running, threads);
};

/** How long a callback that is ready waits for the loop. */
export const loopLag: Reading = (run) => {
  const seconds = run.lag();
  return lasting(
    'lag',
    'event-loop lag, ms',
    seconds,
    mean(seconds),
    `at worst ${length(Math.max(...seconds))}`,
  );
};

/** Threads that wait for a lock. */
export const blocked: Reading = (run) =>
  line('blocked', 'waiting for a lock', 'blocked', run.loads().blocked);

/** All requests, retries too. */
export const sentASecond: Reading = (run) => {
  const seconds = run.sent();
  return gauge({
    id: 'sent',
    name: 'requests received a second',
    seconds,
    average: number(mean(seconds)),
    beside: `${number(run.asked)} for the first time`,
    full: peak(seconds, run.asked),
    limit: run.asked,
    told: number,
  });
};

export const answeredASecond: Reading = (run) => {
  const seconds = run.answered();
  return gauge({
    id: 'answered',
    name: 'answered a second',
    seconds,
    average: number(mean(seconds)),
    beside: `${number(run.asked)} asked`,
    full: peak(seconds, run.asked),
    limit: run.asked,
    told: number,
  });
};

export const within: Reading = (run) => {
  const { p50, p95, p99 } = run.latencies;
  const seconds = run.within();
  return gauge({
    id: 'within',
    name: '95% within, ms',
    seconds,
    average: length(p95),
    beside: `50% ${length(p50)}, 99% ${length(p99)}`,
    full: peak(seconds),
    told: length,
  });
};

/** All gauges of a service whose threads each keep to their request, and of one with an event loop. */
export const OF_THREADS: readonly Reading[] = [
  coresInUse,
  runQueue,
  threadsInUse,
  waitingForThread,
  blocked,
  connectionsInUse,
  waitingForConnection,
  queryTook,
  databaseCores,
  answeredASecond,
  within,
];
export const OF_A_LOOP: readonly Reading[] = [
  coresInUse,
  loopBusy,
  loopLag,
  connectionsInUse,
  waitingForConnection,
  queryTook,
  querySeen,
  answeredASecond,
  within,
];

// The gauges of the panel: each reads a run, second by second.
import type { DrawnState } from '../../src/lab-kit/states/states.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { length, number, percent } from './in-words.ts';
import type { Gauge } from './kinds.ts';
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
  /** How a value is told. */
  told(value: number): string;
}

function gauge({ told, seconds, limit, state, ...rest }: Drawn): Gauge {
  const [least, most] = [Math.min(...seconds), Math.max(...seconds)];
  return {
    ...rest,
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

export const coresInUse: Reading = (run) => {
  const { cores } = run.scenario;
  const seconds = run.loads().running.map((busy) => (busy / cores) * 100);
  return gauge({
    id: 'cores',
    name: 'cores in use',
    seconds,
    state: 'running',
    average: percent(mean(seconds) / 100),
    beside: counted(cores, 'core'),
    full: 100,
    limit: 100,
    told: (value) => percent(value / 100),
  });
};

export const runQueue: Reading = (run) => ({
  ...line('run-queue', 'run queue', 'runnable', run.loads().runnable),
  beside: 'waiting for a core',
});

/** Threads that have a request, whatever it does. */
export const threadsInUse: Reading = (run) => {
  const { running, runnable, waiting, blocked } = run.loads();
  const threads = run.scenario.workers as number;
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
  const { served, capacity } = run.device(0);
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
  line('waiting-pool', 'waiting for one', 'waiting', run.device(0).inLine);

/** How long a query takes in the database; beside it what one takes that has the database to itself, ms. */
export const queryTook =
  (alone: string): Reading =>
  (run) => {
    const { took, meanTook } = run.device(0);
    return gauge({
      id: 'query',
      name: 'a query, ms',
      seconds: took,
      average: length(meanTook),
      beside: alone,
      full: peak(took),
      told: length,
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

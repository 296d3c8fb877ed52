// Drawn cases of a service whose threads each keep to their request: each mechanism makes another part of it slow.
import type { Remedy } from '../case.ts';
import { number, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import {
  atOnce,
  cache,
  cores,
  cpu,
  databaseOf,
  fewer,
  pool,
  query,
  shortLock,
  threads,
} from '../remedies.ts';
import { type Kind, PLAIN, type Service } from '../service.ts';
import { blocked, coresBusy, inLine, inLineForConnection, queryTook } from '../why.ts';
import { type Draw, inSteps } from './draw.ts';
import { type Family, mechanismOf, SLICE } from './family.ts';

/** What a mechanism sets; the rest is in good supply. Times in ms. */
interface Numbers {
  readonly rate: number;
  readonly queries: number;
  readonly query: number;
  readonly computes: number;
  readonly call: number;
  readonly locked: number;
  /** Queries of one request in twelve; 0: as many as the others make. */
  readonly many: number;
  readonly cores: number;
  readonly threads: number;
  readonly connections: number;
  readonly databaseCores: number;
  readonly crowds: number;
}

const RATES = [5, 6, 8];
/** What a query takes more for those with a long history. */
const LONG = 1.5;

function numbers(draw: Draw): Numbers {
  return {
    rate: draw.of(RATES),
    queries: draw.of([2, 3]),
    query: draw.of([15, 20, 25, 30]),
    computes: draw.of([10, 15, 20]),
    call: draw.of([20, 30, 40]),
    locked: draw.of([2, 3, 4]),
    many: 0,
    cores: draw.of([2, 4]),
    threads: draw.of([50, 100]),
    connections: draw.of([20, 30]),
    databaseCores: draw.of([8, 16]),
    crowds: 1,
  };
}

function serviceOf(of: Numbers, draw: Draw): Service {
  const each = {
    computes: of.computes,
    queries: of.queries,
    query: of.query,
    call: of.call,
    locked: { computes: 0.5, waits: of.locked },
  };
  const [long, usual] = [0.2, 0.8];
  const rest = of.many === 0 ? 1 : 11 / 12;
  const kinds: Kind[] = [
    { name: 'request', rate: of.rate * rest * usual * 0.6, ...each },
    { name: 'common', rate: of.rate * rest * usual * 0.4, ...each, common: true },
    { name: 'long', rate: of.rate * rest * long, ...each, query: of.query * LONG },
  ];
  if (of.many > 0) kinds.push({ name: 'large', rate: of.rate / 12, ...each, queries: of.many });
  return {
    ...PLAIN,
    slice: SLICE,
    kinds,
    cores: of.cores,
    threads: of.threads,
    connections: of.connections,
    databaseCores: of.databaseCores,
    crowds: of.crowds,
    seed: draw.of([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  };
}

/** Every remedy that such a service can have, whatever ails it. */
const remediesOf = (of: Numbers): Record<string, Remedy> => ({
  cores: cores(of.cores * 2),
  cpu: cpu(50),
  threads: threads(of.threads * 4, of.threads),
  pool: pool(of.connections * 3, of.connections),
  smallPool: pool(Math.ceil(of.connections / 3), of.connections),
  query: query(0.5, 'each query in half the time'),
  together: atOnce(of.queries),
  fewer: fewer(Math.max(of.queries, of.many), 1.5),
  cache: cache('4 of 10 requests'),
  lock: shortLock('the audit record written without the lock'),
  database: databaseOf(of.databaseCores * 2),
});

/** The mean of a query, with those of a long history. */
const meanQuery = (query: number) => query * (0.8 + 0.2 * LONG);

const mechanism = mechanismOf<Numbers>({
  numbers,
  serviceOf,
  remediesOf,
  told: (of) =>
    `an API with a database, ${of.rate} requests a second; each calls another service, writes an audit record and makes ${of.queries} queries${of.many > 0 ? ' or more' : ''} in turn`,
});

const full = (draw: Draw) => draw.of([0.88, 0.9, 0.92, 0.94]);

export const OF_THREADS_FAMILY: Family = {
  panel: OF_THREADS,
  mechanisms: [
    mechanism(
      'full cores',
      'cores',
      ({ cores: many, rate }, draw) => ({
        computes: inSteps((full(draw) * many * 1000) / rate, 5),
      }),
      (now) =>
        `The cores are in use ${percent(coresBusy(now))} of the time, and what waits, waits for them. Nothing else is full.`,
      'Requests wait for a core. A faster CPU shortens that line, too, but by less than twice the cores do, and the other changes leave the computing as it is.',
    ),
    mechanism(
      'a pool too small',
      'pool',
      ({ rate, queries }, draw) => {
        const connections = draw.of([3, 4, 5]);
        const busy = (full(draw) * connections * 1000) / rate / queries;
        return { connections, databaseCores: 16, query: inSteps(busy / meanQuery(1), 5) };
      },
      (now) =>
        `On average ${number(inLineForConnection(now))} queries wait for one of ${now.service.connections} connections. In the database a query takes no longer than one that is alone, so it could serve more at once.`,
      'Queries wait for a connection. Shorter or fewer queries keep fewer of them in use, but they help less than the larger pool, and the other changes add no connection.',
    ),
    mechanism(
      'too few threads for what they wait for',
      'threads',
      ({ rate, queries, query: each, computes }, draw) => {
        const many = draw.of([4, 5, 6]);
        const call = (full(draw) * many * 1000) / rate - queries * meanQuery(each) - computes;
        return { threads: many, call: inSteps(call, 10) };
      },
      (now) =>
        `On average ${number(inLine(now))} requests wait for one of ${now.service.threads} threads, and the threads wait for another service: the cores are at ${percent(coresBusy(now))} and few connections are in use.`,
      'Requests wait for a thread. A thread that is done sooner would help as well, but it spends most of its time on the call to the other service, which none of the other changes shortens.',
    ),
    mechanism(
      'queries in turn',
      'together',
      (_, draw) => ({ queries: 4, query: draw.of([60, 80, 100]) }),
      (now) =>
        `Nothing is full. A request is slow because it waits for one query after the other: 4 × ${time(queryTook(now))} are ${time(4 * queryTook(now))}.`,
      'Nothing is full, so more of anything would be idle. Shorter, fewer or cached queries can help too, but they leave more waiting than four at the same time.',
    ),
    mechanism(
      'a pool that drowns the database',
      'smallPool',
      ({ rate, queries }, draw) => {
        const busy = (draw.of([0.72, 0.76, 0.8]) * 4 * 1000) / rate / queries;
        return {
          connections: 12,
          databaseCores: 4,
          crowds: 1.6,
          query: inSteps(busy / meanQuery(1), 5),
        };
      },
      (now) =>
        `A query takes ${time(queryTook(now))} in the database because up to ${now.service.connections} of them share its ${now.service.databaseCores} cores. So many together get less done than a few would.`,
      'The database works on too many queries at once, and none of the other changes keeps queries out of it.',
      // Each of these spares the database so much that it gets out of the crowd too.
      ['query', 'fewer', 'cache', 'database'],
    ),
    mechanism(
      'one lock',
      'lock',
      ({ rate }, draw) => ({ locked: inSteps((full(draw) * 1000) / rate, 5) }),
      (now) =>
        `On average ${number(blocked(now))} threads wait for a lock, which is held nearly all the time. Nothing else is full.`,
      'Threads wait for the lock, one after the other, and none of the other changes makes much of a difference to how long it is held.',
    ),
    mechanism(
      'slow queries',
      'query',
      (_, draw) => ({ queries: 2, query: draw.of([150, 200, 250]) }),
      (now) =>
        `Nothing is full. A request is slow because each of its 2 queries takes ${time(queryTook(now))}, also when it is alone.`,
      'Nothing is full, so more of anything would be idle. Changes that spare a request some of its queries can help too, but less than halving the time of each.',
    ),
    mechanism(
      'a query for each item',
      'fewer',
      (_, draw) => ({ many: draw.of([20, 25, 30]), query: draw.of([10, 12]) }),
      (now) => {
        const most = Math.max(...now.service.kinds.map(({ queries }) => queries));
        return `Nothing is full, and half of the requests take ${time(now.latencies.p50)}. One in twelve makes ${most} queries in turn, and those are the slow ones.`;
      },
      'Nothing is full, so more of anything would be idle. What else makes queries shorter or spares some leaves the large requests more to wait for than one query.',
    ),
    mechanism(
      'a full database',
      'database',
      ({ rate, queries }, draw) => {
        const many = draw.of([2, 4]);
        const busy = (full(draw) * many * 1000) / rate / queries;
        return { databaseCores: many, query: inSteps(busy / meanQuery(1), 5) };
      },
      (now) =>
        `A query takes ${time(queryTook(now))} because the ${now.service.databaseCores} cores of the database are in use nearly all the time.`,
      'The database is short of cores. Shorter or fewer queries would take work off it, but they help less than twice the cores, and the other changes leave it the same work.',
    ),
    mechanism(
      'long computing',
      'cpu',
      (_, draw) => ({ cores: 8, computes: draw.of([200, 240, 300]) }),
      (now) =>
        `Nothing is full. ${percent(coresBusy(now))} of 8 cores for ${number(now.asked)} requests a second are ${time((coresBusy(now) * 8000) / now.asked)} of computing each, on one core at a time.`,
      'A request computes on one core at a time, so more cores do not make it faster, and whatever else could be shortened is short beside the computing.',
    ),
  ],
};

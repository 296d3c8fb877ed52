// Drawn cases of a service with an event loop: each mechanism makes another part of it slow.
import type { Remedy } from '../case.ts';
import { number, percent, time } from '../in-words.ts';
import { OF_A_LOOP } from '../panel.ts';
import {
  atOnce,
  cache,
  cores,
  cpu,
  ownThreads,
  pieces,
  pool,
  processes,
  query,
} from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { mean, type Watched } from '../watched.ts';
import { inLineForConnection, loopsBusy, queryTook } from '../why.ts';
import { type Draw, inSteps } from './draw.ts';
import { type Family, mechanismOf, SLICE } from './family.ts';

/** What a mechanism sets; the rest is in good supply. Times in ms. */
interface Numbers {
  readonly rate: number;
  readonly queries: number;
  readonly query: number;
  readonly computes: number;
  /** Exports a second, and what each computes. */
  readonly exports: number;
  readonly exporting: number;
  readonly connections: number;
}

function numbers(draw: Draw): Numbers {
  return {
    rate: draw.of([8, 10, 12]),
    queries: draw.of([2, 3]),
    query: draw.of([15, 20, 25]),
    computes: draw.of([4, 6, 8]),
    exports: draw.of([0.3, 0.5]),
    exporting: draw.of([30, 40]),
    connections: draw.of([20, 30]),
  };
}

function serviceOf(of: Numbers, draw: Draw): Service {
  const each = { computes: of.computes, queries: of.queries, query: of.query };
  return {
    ...PLAIN,
    slice: SLICE,
    kinds: [
      { name: 'request', rate: of.rate * 0.6, ...each },
      { name: 'common', rate: of.rate * 0.4, ...each, common: true },
      { name: 'export', rate: of.exports, ...each, computes: of.exporting, heavy: true },
    ],
    cores: draw.of([4, 8]),
    threads: 1,
    loop: true,
    connections: of.connections,
    databaseCores: 16,
    seed: draw.of([1, 2, 3, 4, 5, 6, 7, 8, 9]),
  };
}

const remediesOf = (of: Numbers): Record<string, Remedy> => ({
  cores: cores(16),
  cpu: cpu(20),
  pool: pool(of.connections * 3, of.connections),
  query: query(0.5, 'each query in half the time'),
  together: atOnce(of.queries),
  cache: cache('4 of 10 requests'),
  processes: processes(4),
  pieces: pieces(10, 'exports'),
  own: ownThreads(2, 'exports computed on other threads'),
});

const mechanism = mechanismOf<Numbers>({
  numbers,
  serviceOf,
  remediesOf,
  told: (of) =>
    `a Node.js API, ${of.rate} requests a second, each with ${of.queries} queries in turn, and an export every few seconds`,
});

const heavy = ({ rate }: Numbers, draw: Draw) => ({
  exports: draw.of([0.3, 0.4, 0.5]),
  exporting: draw.of([600, 800, 1000]),
  computes: inSteps(draw.of([200, 300]) / rate, 1),
});
const showsHeavy = (now: Watched) =>
  `The loop is busy only ${percent(loopsBusy(now))} of the time, but its lag is ${time(Math.max(...now.lag()))} in the worst second: an export computes for so long at a stretch that all others wait for its end.`;

const FAILS_HEAVY =
  'Small requests wait for an export to end. A faster CPU makes each export a little shorter, and the other changes leave it on the loop for as long.';

export const OF_A_LOOP_FAMILY: Family = {
  panel: OF_A_LOOP,
  mechanisms: [
    mechanism(
      'one event loop that is full',
      'processes',
      ({ rate }, draw) => ({ computes: inSteps((draw.of([0.86, 0.88, 0.9]) * 1000) / rate, 1) }),
      (now) =>
        `The loop is busy ${percent(loopsBusy(now))} of the time, and what is ready waits ${time(mean(now.lag()))} for it on average. It cannot use more than one core.`,
      'Callbacks wait for the loop. A faster CPU shortens that line, too, but less than more processes do, and the other changes leave the loop nearly the same work.',
    ),
    mechanism('exports that keep the loop', 'pieces', heavy, showsHeavy, FAILS_HEAVY, [
      'processes',
    ]),
    mechanism('exports that keep the loop', 'own', heavy, showsHeavy, FAILS_HEAVY, [
      'processes',
      'pieces',
    ]),
    mechanism(
      'queries in turn',
      'together',
      (_, draw) => ({ queries: 4, query: draw.of([40, 60, 80]) }),
      (now) =>
        `Nothing is full. A request is slow because it waits for one query after the other: 4 × ${time(queryTook(now))} are ${time(4 * queryTook(now))}.`,
      'Nothing is full, so more of anything would be idle. Shorter, fewer or cached queries can help too, but they leave more waiting than four at the same time.',
    ),
    mechanism(
      'a pool too small',
      'pool',
      ({ rate, queries }, draw) => {
        const connections = draw.of([2, 3, 4]);
        const busy = (draw.of([0.88, 0.9, 0.92]) * connections * 1000) / rate / queries;
        return { connections, query: inSteps(busy, 5) };
      },
      (now) =>
        `On average ${number(inLineForConnection(now))} queries wait for one of ${now.service.connections} connections. In the database a query takes no longer than one that is alone, so it could serve more at once.`,
      'Queries wait for a connection. Shorter or fewer queries keep fewer of them in use, but they help less than the larger pool, and the other changes add no connection.',
    ),
    mechanism(
      'slow queries',
      'query',
      (_, draw) => ({ queries: 2, query: draw.of([100, 150, 200]) }),
      (now) =>
        `Nothing is full. A request is slow because each of its 2 queries takes ${time(queryTook(now))}, also when it is alone.`,
      'Nothing is full, so more of anything would be idle. Changes that spare a request some of its queries can help too, but less than halving the time of each.',
    ),
  ],
};

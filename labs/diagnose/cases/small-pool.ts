// Case 3: more queries at once than the pool has connections for, now and after.
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import {
  answeredASecond,
  connectionsInUse,
  coresInUse,
  queryTook,
  runQueue,
  waitingForConnection,
  within,
} from '../panel.ts';
import { compute, query, requests, type Service, service, spread } from '../service.ts';
import { mean, type Watched } from '../watched.ts';

/** 90 a second × 50 ms keep 4.5 connections in use, of 5. */
const RATE = 90;
const QUERY = 50;
const CONNECTIONS = 5;
/** What a request computes, ms: 90 a second × 3 ms are 0.27 of 2 cores. */
const COMPUTES = 3;

const made = (change: Partial<Service> = {}, { speed = 1, hits = 0 } = {}) => {
  const burst = compute(spread(COMPUTES / 2 / speed));
  return service({
    cores: 2,
    threads: 200,
    database: { capacity: CONNECTIONS },
    seed: 3,
    ...change,
    tasks: [
      requests('request', RATE * 0.9, [burst, query(spread(QUERY)), burst]),
      // What a cache could answer: one in ten.
      requests('common', RATE * 0.1, hits ? [burst, burst] : [burst, query(spread(QUERY)), burst]),
    ],
  });
};

const inLine = (run: Watched) => mean(run.device(0).inLine);
const inUse = (run: Watched) => mean(run.device(0).served);

export const smallPool: Case = {
  name: 'a pool too small',
  service: `an API with a database, ${RATE} requests a second`,
  scenario: made(),
  panel: [
    coresInUse,
    runQueue,
    connectionsInUse,
    waitingForConnection,
    queryTook(`${QUERY} when it is alone`),
    answeredASecond,
    within,
  ],
  story: (now) => [
    'Users say that the API is slow, and sometimes very slow. The cores are at ',
    figure(percent(mean(now.loads().running) / 2)),
    ', and no request waits for one. What would you change?',
  ],
  remedies: [
    {
      id: 'cores',
      label: '4 cores',
      scenario: made({ cores: 4 }),
      why: (now) => [
        `The run queue was empty before: ${number(mean(now.loads().runnable))} requests stood in it on average. What waits, waits for a connection.`,
      ],
    },
    {
      id: 'cpu',
      label: 'a CPU twice as fast',
      scenario: made({}, { speed: 2 }),
      why: () => [
        `It saves ${time(COMPUTES / 2)} of computing a request. Each query still keeps its connection for ${time(QUERY)}.`,
      ],
    },
    {
      id: 'fewer-threads',
      label: '5 threads, not 200',
      scenario: made({ threads: 5 }),
      why: (_, after) => [
        `The line only moves: ${number(mean(after.loads().inLine))} requests wait for a thread. A thread also keeps its request while that computes, so the 5 connections are in use less: ${number(inUse(after))} of them.`,
      ],
    },
    {
      id: 'pool',
      label: 'a pool of 10',
      scenario: made({ database: { capacity: 10 } }),
      why: (now, after) => [
        `The queries need ${number(inUse(after))} connections on average and more at times. With 10 of them ${number(inLine(after))} queries wait on average; it was ${number(inLine(now))}.`,
      ],
    },
    {
      id: 'cache',
      label: 'a cache for 1 query in 10',
      scenario: made({}, { hits: 1 }),
      why: (now, after) => [
        `With a tenth of the queries gone, ${number(inUse(after))} of the 5 connections are in use and ${number(inLine(after))} queries wait for one; it was ${number(inLine(now))}. That helps, but 5 are still few.`,
      ],
    },
  ],
  shows: (now) => [
    `${RATE} requests a second × ${time(QUERY)} keep 4.5 of the 5 connections in use on average. A query that comes while all 5 are in use waits, ${number(inLine(now))} of them on average. The database is not the limit: each query takes as long in it as one that is alone.`,
  ],
  others: () => [
    'More cores or a faster CPU shorten the 3 ms of computing and leave the line as it is. Fewer threads move the line in front of the threads.',
  ],
};

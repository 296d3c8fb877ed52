// Case 1: queries one after the other that do not need each other's answers.
import { together } from '@interleave/simulation';
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import {
  answeredASecond,
  connectionsInUse,
  coresInUse,
  queryTook,
  runQueue,
  threadsInUse,
  waitingForThread,
  within,
} from '../panel.ts';
import { alike, compute, query, requests, type Service, service, spread } from '../service.ts';
import { mean } from '../watched.ts';

/** Requests a second: of most customers, and of those with a long history. */
const RATE = 24;
const LONG_RATE = 6;
/** What a query takes, ms: for most customers, and for those with a long history. */
const QUERY = 50;
const LONG_QUERY = 80;
const QUERIES = 4;
/** What a request computes before, between and after its queries, ms each: 10 in all. */
const BURST = 2;

const made = (change: Partial<Service> = {}, { speed = 1, atOnce = false } = {}) => {
  const burst = compute(spread(BURST / speed));
  const steps = (length: number) => {
    const one = query(alike(length));
    if (!atOnce) return [burst, ...Array.from({ length: QUERIES }, () => [one, burst]).flat()];
    // What is computed stays the same: what came after each query comes after all of them.
    const rest = Array.from({ length: QUERIES }, () => burst);
    return [burst, together(Array.from({ length: QUERIES }, () => one)), ...rest];
  };
  return service({
    cores: 2,
    threads: 50,
    database: { capacity: 50 },
    seed: 1,
    ...change,
    tasks: [
      requests('request', RATE, steps(QUERY)),
      requests('long', LONG_RATE, steps(LONG_QUERY)),
    ],
  });
};

export const inTurn: Case = {
  name: 'queries in turn',
  service: `an order page that makes ${QUERIES} queries, ${RATE + LONG_RATE} requests a second`,
  scenario: made(),
  panel: [
    coresInUse,
    runQueue,
    threadsInUse,
    waitingForThread,
    connectionsInUse,
    queryTook(`${QUERY} to ${LONG_QUERY} when it is alone`),
    answeredASecond,
    within,
  ],
  story: (now) => [
    'Customers wait for their order page: half of them longer than ',
    figure(time(now.latencies.p50)),
    '. It shows the customer, the orders, the invoices and the messages, each from a table of its own. Which change would you try first?',
  ],
  remedies: [
    {
      id: 'cores',
      label: '8 cores',
      scenario: made({ cores: 8 }),
      why: (now) => [
        `The 2 cores are in use for ${percent(mean(now.loads().running) / 2)} of the time, and ${number(mean(now.loads().runnable))} requests wait for one on average. The other 6 have nothing to do.`,
      ],
    },
    {
      id: 'cpu',
      label: 'a CPU twice as fast',
      scenario: made({}, { speed: 2 }),
      why: (now) => [
        `It halves the ${time(BURST * (QUERIES + 1))} of computing a request. Half of the requests took ${time(now.latencies.p50)} or longer, and nearly all of that is waiting for the database.`,
      ],
    },
    {
      id: 'threads',
      label: '200 threads, not 50',
      scenario: made({ threads: 200 }),
      why: (now) => [
        `No request waits for a thread: ${number(mean(now.loads().waiting))} of the 50 are waiting for the database, and most of the others are free.`,
      ],
    },
    {
      id: 'together',
      label: 'the 4 queries at once',
      scenario: made({}, { atOnce: true }),
      why: (_, after) => [
        `A request waits for its slowest query and no longer for the sum of all ${QUERIES}: ${time(QUERY)} in place of ${time(QUERIES * QUERY)}. Half of them are now answered within ${time(after.latencies.p50)}.`,
      ],
    },
  ],
  shows: (now) => [
    `Nothing is full: the cores are at ${percent(mean(now.loads().running) / 2)}, and no request waits for a core, a thread or a connection. A request is slow because it waits ${QUERIES} times, one query after the other: ${QUERIES} × ${time(QUERY)} are ${time(QUERIES * QUERY)}.`,
  ],
  others: () => [
    'More cores, a faster CPU or more threads add to what is free already. None of them lets a request start its second query before the first is answered.',
  ],
};

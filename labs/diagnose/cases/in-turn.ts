// Case 1: queries one after the other that do not need each other's answers.
import type { Case } from '../case.ts';
import { figure, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { atOnce, cores, cpu, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { coresBusy } from '../why.ts';

const QUERIES = 4;
/** Of most customers, and of those with a long history: requests a second, and what a query takes, ms. */
const [RATE, QUERY, LONG_RATE, LONG_QUERY] = [24, 50, 6, 80];
/** 30 a second × 10 ms are 0.3 of the 2 cores. */
const COMPUTES = 10;
const each = { computes: COMPUTES, queries: QUERIES };

const is: Service = {
  ...PLAIN,
  kinds: [
    { name: 'request', rate: RATE, ...each, query: QUERY },
    { name: 'long', rate: LONG_RATE, ...each, query: LONG_QUERY },
  ],
  threads: 50,
};

export const inTurn: Case = {
  name: 'queries in turn',
  service: `an order page, ${RATE + LONG_RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'Half of the customers wait longer than ',
    figure(time(now.latencies.p50)),
    ' for their order page. It shows their address, their orders, their invoices and their messages, each from its own table. What would you try first?',
  ],
  remedies: [cores(8), cpu(100), threads(200, 50), atOnce(QUERIES)],
  shows: (now) => [
    `Nothing is full. The cores are at ${percent(coresBusy(now))}, and no request waits for a core, a thread or a connection. A request is slow because it waits ${QUERIES} times, for one query after the other: ${QUERIES} × ${time(QUERY)} are ${time(QUERIES * QUERY)}.`,
  ],
  others: [
    'More cores, a faster CPU or more threads add to what is free already. None of them lets a request begin its second query before the first is answered.',
  ],
};

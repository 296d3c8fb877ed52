// Case 12: the obvious remedies bring more queries at once to a database that is nearly full.
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { atOnce, cores, cpu, query, threads } from '../remedies.ts';
import { DATABASE, PLAIN, type Service } from '../service.ts';
import { mean } from '../watched.ts';
import { inLine, queryTook } from '../why.ts';

/** 50 a second × 4 × 30 ms are 6 of the database's 8 cores. */
const [RATE, COMPUTES, QUERIES, QUERY, THREADS] = [50, 6, 4, 30, 16];

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: QUERIES, query: QUERY }],
  threads: THREADS,
  connections: 64,
  databaseCores: 8,
  crowds: 1.6,
  seed: 18,
};

export const obvious: Case = {
  name: 'the obvious remedy',
  service: `an order page that makes ${QUERIES} queries one after the other, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'The order page makes four queries in turn, and requests often stand in line for a thread: on average ',
    figure(number(inLine(now))),
    ' of them, while the cores have little to do. What would you change?',
  ],
  remedies: [
    threads(64, THREADS),
    atOnce(QUERIES),
    cores(8),
    cpu(100),
    query(0.7, 'an index: each query 30% shorter'),
  ],
  shows: (now) => [
    `The threads wait for the database: a query takes ${time(queryTook(now))}, and one that is alone ${time(QUERY)}. The database’s cores are at ${percent(mean(now.device(DATABASE).cores) / 8)}. It is the database that is slow, because up to ${THREADS} queries crowd it.`,
  ],
  others: [
    'More threads, or the four queries at once, bring still more queries at once to the database, and all together get less done. Cores and a faster CPU add to what is free.',
  ],
};

// Case 3: now and then more queries at once than the pool has connections.
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { cache, cores, cpu, pool, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { coresBusy, inLineForConnection } from '../why.ts';

/** 90 a second × 50 ms keep 4.5 of the 5 connections in use, and × 3 ms 0.27 of the 2 cores. */
const [RATE, COMPUTES, QUERY, CONNECTIONS] = [90, 3, 50, 5];
const each = { computes: COMPUTES, queries: 1, query: QUERY };

const is: Service = {
  ...PLAIN,
  kinds: [
    { name: 'request', rate: RATE * 0.9, ...each },
    { name: 'common', rate: RATE * 0.1, ...each, common: true },
  ],
  connections: CONNECTIONS,
  databaseCores: 16,
  querying: 'much',
  seed: 8,
};

export const smallPool: Case = {
  name: 'a pool too small',
  service: `an API with a database, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'Users say that the API is slow, and sometimes very slow. The cores are at ',
    figure(percent(coresBusy(now))),
    ', and no request waits for one. What would you change?',
  ],
  remedies: [cores(4), cpu(100), threads(5, 200), pool(10, CONNECTIONS), cache('1 query in 10')],
  shows: (now) => [
    `${RATE} requests a second × ${time(QUERY)} keep 4.5 of the ${CONNECTIONS} connections in use on average. Queries vary at random, from a few ms to 150 and more, and come at random, too, so at many moments more than ${CONNECTIONS} are wanted. A query that comes while all ${CONNECTIONS} are in use waits: ${number(inLineForConnection(now))} do on average. The database itself could do more: a query takes no longer in it than one that is alone.`,
  ],
  others: [
    `More cores or a faster CPU shorten the ${time(COMPUTES)} of computing and leave the line as it is. Fewer threads move the line in front of the threads. A cache that spares every tenth query leaves 4 of the 5 connections in use, which is still many.`,
  ],
};

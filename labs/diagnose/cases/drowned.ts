// Case 6: more queries at once than the database can work on, so that all together get less done.
import type { Case } from '../case.ts';
import { figure, number, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { cores, cpu, pool, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { inLineForConnection, queryTook } from '../why.ts';

/** With 8 at once 8 / 40 ms = 200 a second; with 24, each takes 40 × (1 + 0.2 × 16) = 168 ms: 143 a second. */
const [RATE, COMPUTES, QUERY, DATABASE_CORES, CONNECTIONS] = [150, 2, 40, 8, 24];

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY }],
  connections: CONNECTIONS,
  databaseCores: DATABASE_CORES,
  crowds: 1.6,
  querying: 'half',
  seed: 6,
};

export const drowned: Case = {
  name: 'a pool that drowns the database',
  service: `an API with a database, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'For a minute, answers took longer and longer. On average ',
    figure(number(inLineForConnection(now))),
    ` queries waited for one of the ${CONNECTIONS} connections. Which change would have prevented that?`,
  ],
  remedies: [pool(50, CONNECTIONS), pool(8, CONNECTIONS), threads(400, 200), cores(4), cpu(100)],
  shows: (now) => [
    `A query that has the database to itself takes ${time(QUERY)}; with ${CONNECTIONS} at once it takes ${time(queryTook(now))}. ${DATABASE_CORES} at once would get ${DATABASE_CORES} / ${time(QUERY)} = 200 a second done, more than arrive; ${CONNECTIONS} at once get ${number((CONNECTIONS * 1000) / 168)} done. That crowding costs this database work is the lab’s assumption: in real ones it comes from locks, caches and disks that queries compete for, and a load test shows how much.`,
  ],
  others: [
    'A larger pool lets more queries into a database that is full already, and each takes longer still. More cores, a faster CPU or more threads in the service only bring queries to the line sooner.',
  ],
};

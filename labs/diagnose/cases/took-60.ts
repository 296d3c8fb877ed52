// Case 5: queries whose answers lie there and wait, because something else computes on the loop.
import type { Case } from '../case.ts';
import { figure, length, percent, time } from '../in-words.ts';
import { OF_A_LOOP } from '../panel.ts';
import { cores, databaseOf, ownThreads, pool, query } from '../remedies.ts';
import { DATABASE, PLAIN, type Service } from '../service.ts';
import { loopsBusy } from '../why.ts';

const [RATE, COMPUTES, QUERY] = [60, 3, 5];
/** 5 a second × 100 ms are half of the loop; the others, 60 × 3 ms, are a sixth. */
const [LOGINS, HASH] = [5, 100];
const [CORES, CONNECTIONS] = [4, 10];

const is: Service = {
  ...PLAIN,
  kinds: [
    { name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY },
    { name: 'login', rate: LOGINS, computes: HASH, queries: 1, query: QUERY, heavy: true },
  ],
  cores: CORES,
  threads: 1,
  loop: true,
  connections: CONNECTIONS,
  databaseCores: 4,
  querying: 'half',
  seed: 5,
};

export const took60: Case = {
  name: 'the query that took 60 ms',
  service: `a Node.js API that users log in to, ${RATE + LOGINS} requests a second`,
  is,
  panel: OF_A_LOOP,
  story: (now) => [
    'The service logs how long each of its queries takes: ',
    figure(time(now.device(DATABASE).meanSeen)),
    ' on average. The database team finds nothing slow. What should be changed?',
  ],
  remedies: [
    query(0.5, 'an index: the query in half the time'),
    pool(20, CONNECTIONS),
    cores(8),
    databaseOf(8),
    ownThreads(4, 'passwords hashed on other threads'),
  ],
  shows: (now) => {
    const { meanTook, meanSeen } = now.device(DATABASE);
    return [
      `A query takes ${length(meanTook)} of the ${time(meanSeen)} in the database. Its answer is there then, but the callback has to wait until the loop is free. The loop is busy ${percent(loopsBusy(now))} of the time: ${LOGINS} logins a second × ${time(HASH)} of hashing are half of it, and while a password is hashed nothing else goes on.`,
    ];
  },
  others: [
    'An index, connections and a larger database shorten the 5 ms or the wait for them, and leave the rest as it is. The loop uses one core, however many there are.',
  ],
};

// Case 8: a lock that is held while a file is written, and all threads behind it.
import type { Case } from '../case.ts';
import { number, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { cores, cpu, pool, shortLock, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { blocked, coresBusy } from '../why.ts';

/** 90 a second × (1 + 9) ms hold the lock for 0.9 of the time. */
const [RATE, COMPUTES, QUERY, CORES, THREADS] = [90, 4, 15, 8, 20];
const locked = { computes: 1, waits: 9 };
const HOLD = locked.computes + locked.waits;

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY, locked }],
  cores: CORES,
  threads: THREADS,
  querying: 'half',
  seed: 8,
};

export const convoy: Case = {
  name: 'one lock',
  service: `an API that writes each change to an audit file, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    `The API got ${CORES} cores to be fast and is not. They are at ${percent(coresBusy(now))}, the database is not full either. Where would you begin?`,
  ],
  remedies: [
    cores(16),
    threads(100, THREADS),
    cpu(10),
    pool(100, PLAIN.connections),
    shortLock('the file written without the lock'),
  ],
  shows: (now) => [
    `On average ${number(blocked(now))} threads wait for a lock, and for nothing else that is full. ${RATE} requests a second × ${time(HOLD)} keep the lock for ${percent((RATE * HOLD) / 1000)} of the time; for ${time(locked.waits)} of those ${time(HOLD)} its holder waits for the file.`,
  ],
  others: [
    `One thread at a time gets through, every ${time(HOLD)}. More cores, threads or connections are of no use to threads that wait for a lock, and a faster CPU shortens ${time(locked.computes)} of the ${time(HOLD)}.`,
  ],
};

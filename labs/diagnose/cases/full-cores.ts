// Case 2: requests that compute, and cores that are full; the line stands in front of the threads.
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { cores, cpu, pool, query, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { coresBusy, inLine, runQueue } from '../why.ts';

/** 9.2 a second × 200 ms are 1.84 of the 2 cores. */
const [RATE, COMPUTES, QUERY, THREADS, CONNECTIONS] = [9.2, 200, 5, 3, 10];

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY }],
  threads: THREADS,
  connections: CONNECTIONS,
  computing: 'half',
  seed: 3,
};

export const fullCores: Case = {
  name: 'full cores',
  service: `a service that makes PDF files, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'Invoices take seconds to open as PDF. Each takes a fifth of a second to make, yet on average ',
    figure(number(inLine(now))),
    ' requests stand in line before any thread takes them. What would you change?',
  ],
  remedies: [threads(64, THREADS), cores(4), cpu(10), pool(50, CONNECTIONS), query(0.5)],
  shows: (now) => [
    `${RATE} requests a second × ${time(COMPUTES)} of computing are 1.84 cores of 2: they are in use ${percent(coresBusy(now))} of the time. There are ${THREADS} threads for 2 cores, so the run queue is short (${number(runQueue(now))}) and the line stands in front of the threads. Both lines are for the same thing: a core.`,
  ],
  others: [
    'More threads let all requests in at once, to take turns on the same 2 cores, so nearly all of them are ready late. The database is hardly used. A CPU 10% faster helps more than one would think, because cores that are nearly full gain much from a little less work. But 10 or 20% is what a newer machine offers, and the load soon grows by as much.',
  ],
};

// Case 7: two bottlenecks in a row: behind the first stands the second.
import type { Case } from '../case.ts';
import { figure, number, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { both, cores, cpu, pool, threads } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { inLineForConnection, runQueue } from '../why.ts';

/** 2 cores / 22 ms = 90.9 a second, 5 connections / 59 ms = 84.7 a second; 100 are asked for. */
const [RATE, COMPUTES, QUERY, CORES, CONNECTIONS] = [100, 22, 59, 2, 5];

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY }],
  cores: CORES,
  threads: 1000,
  connections: CONNECTIONS,
  databaseCores: 16,
  computing: 'half',
  querying: 'half',
  seed: 6,
};

export const twoInARow: Case = {
  name: 'two bottlenecks in a row',
  service: `a shop in a sale, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'In the first minute of its sale the shop answered ',
    figure(number(now.answered().reduce((sum, one) => sum + one, 0) / 60)),
    ` of ${RATE} requests a second. The others piled up. Which change, made before the sale, would have been enough?`,
  ],
  remedies: [
    cores(4),
    pool(10, CONNECTIONS),
    both('4 cores and a pool of 10', cores(4), pool(10, CONNECTIONS)),
    threads(2000, 1000),
    cpu(10),
  ],
  shows: (now) => [
    `${RATE} a second × ${time(COMPUTES)} are 2.2 cores, and there are ${CORES}; ${RATE} a second × ${time(QUERY)} are 5.9 connections, and there are ${CONNECTIONS}. There is a line for each: ${number(runQueue(now))} requests wait for a core and ${number(inLineForConnection(now))} queries for a connection.`,
  ],
  others: [
    'Each of the others lifts at most one of the two limits, and the requests join the other line. Only one that lifts both limits over 100 a second is enough.',
  ],
};

// Case 4: one event loop that is full, on a machine with 16 cores.
import type { Case } from '../case.ts';
import { figure, number, percent, time } from '../in-words.ts';
import { OF_A_LOOP } from '../panel.ts';
import { cores, cpu, pool, processes, query } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { coresBusy, loopsBusy } from '../why.ts';

/** 150 a second × 6 ms are 0.9 of the loop, which is 0.9 of 16 cores. */
const [RATE, COMPUTES, QUERY, CORES, CONNECTIONS] = [150, 6, 20, 16, 20];

const is: Service = {
  ...PLAIN,
  kinds: [{ name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY }],
  cores: CORES,
  threads: 1,
  loop: true,
  connections: CONNECTIONS,
  seed: 4,
};

export const loopOn16: Case = {
  name: 'one event loop on 16 cores',
  service: `a Node.js API, ${RATE} requests a second`,
  is,
  panel: OF_A_LOOP,
  story: (now) => [
    `The API has moved to a machine with ${CORES} cores and is as slow as it was on 2. The cores are at `,
    figure(percent(coresBusy(now))),
    '. What now?',
  ],
  remedies: [cores(32), cpu(10), pool(100, CONNECTIONS), processes(8), query(0.5)],
  shows: (now) => [
    `${percent(coresBusy(now))} of ${CORES} cores are ${number(coresBusy(now) * CORES)} core. One event loop cannot use more than one, and it computes for ${RATE} requests a second × ${time(COMPUTES)}: it is busy ${percent(loopsBusy(now))} of the time. What is ready stands in line for it.`,
  ],
  others: [
    'More cores stay idle as the other 15 do. The pool is not full, and a faster query only brings its answer to the line sooner. A CPU 10% faster takes the loop from 90% busy to 82%, and at 90% a tenth less work nearly halves the line. But the next tenth of load fills it again, and one loop cannot get a second core.',
  ],
};

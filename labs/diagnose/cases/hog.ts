// Case 9: a heavy request among small ones, on one event loop.
import type { Case } from '../case.ts';
import { length, number, percent, time } from '../in-words.ts';
import { OF_A_LOOP } from '../panel.ts';
import { cores, cpu, pieces, pool, query } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { loopsBusy } from '../why.ts';

const [RATE, COMPUTES, QUERY] = [80, 4, 10];
/** One every two seconds × 500 ms is a quarter of the loop. */
const [EXPORTS, EXPORT] = [0.5, 500];
const PIECE = 10;

const is: Service = {
  ...PLAIN,
  kinds: [
    { name: 'request', rate: RATE, computes: COMPUTES, queries: 1, query: QUERY },
    { name: 'export', rate: EXPORTS, computes: EXPORT, queries: 1, query: QUERY, heavy: true },
  ],
  cores: 4,
  threads: 1,
  loop: true,
  connections: 20,
  querying: 'half',
  seed: 9,
};

export const hog: Case = {
  name: 'a heavy request among small ones',
  service: `a Node.js API, ${RATE} small requests a second and one export every two seconds`,
  is,
  panel: OF_A_LOOP,
  story: (now) => [
    `Half of the users are served within ${time(now.latencies.p50)}, but every few seconds the whole API seems to stand still for a moment. What would you change?`,
  ],
  remedies: [cores(8), cpu(20), query(0.5), pool(100, 20), pieces(PIECE, 'exports')],
  shows: (now) => [
    `The loop is busy only ${percent(loopsBusy(now))} of the time, but an export keeps it for ${length(EXPORT / 2)} ms at a stretch. About ${number((RATE * EXPORT) / 2000)} requests arrive meanwhile, and all of them wait for its end.`,
  ],
  others: [
    'More cores do nothing for one loop. Neither the database nor its connections are full, so a faster query or more connections change nothing, and a CPU 20% faster makes each standstill a sixth shorter. What has piled up is worked off sooner, too, which is why a third of the 95% is gone. But the API still stands still for every export.',
  ],
};

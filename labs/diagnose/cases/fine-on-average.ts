// Case 11: a mean that looks fine, because few requests are very slow.
import type { Case } from '../case.ts';
import { figure, percent, time } from '../in-words.ts';
import { OF_THREADS } from '../panel.ts';
import { cache, cores, cpu, fewer, pool } from '../remedies.ts';
import { PLAIN, type Service } from '../service.ts';
import { coresBusy } from '../why.ts';

/** Carts with one item, nine of ten, and with thirty: a query for each item, and each takes 12 ms. */
const [RATE, QUERY, SMALL, LARGE] = [40, 12, 2, 31];
const share = { small: 0.5, common: 0.4, large: 0.1 };

const is: Service = {
  ...PLAIN,
  kinds: [
    { name: 'request', rate: RATE * share.small, computes: 6, queries: SMALL, query: QUERY },
    {
      name: 'common',
      rate: RATE * share.common,
      computes: 6,
      queries: SMALL,
      query: QUERY,
      common: true,
    },
    { name: 'large', rate: RATE * share.large, computes: 12, queries: LARGE, query: QUERY },
  ],
  connections: 20,
  seed: 11,
};

export const fineOnAverage: Case = {
  name: 'fine on average',
  service: `the cart of a shop, ${RATE} requests a second`,
  is,
  panel: OF_THREADS,
  story: (now) => [
    'On average the cart takes ',
    figure(time(now.latencies.mean)),
    ', well within its goal of 100\u00a0ms, but the best customers complain. A cart loads its customer, and then its items one by one. What helps those who complain?',
  ],
  remedies: [cache('4 of 10 requests'), cores(8), cpu(100), pool(100, 20), fewer(LARGE, 1.5)],
  shows: (now) => [
    `Nothing is full: the cores are at ${percent(coresBusy(now))}. Half of the requests take ${time(now.latencies.p50)}, and one in ten takes ${time(LARGE * QUERY)} and more: carts with 30 items make ${LARGE} queries × ${time(QUERY)} in turn. Nine fast requests hide each slow one in the mean.`,
  ],
  others: [
    'A cache makes fast requests faster: the mean falls, and the slow ones stay slow. Cores, a faster CPU and connections are not what these requests wait for.',
  ],
};

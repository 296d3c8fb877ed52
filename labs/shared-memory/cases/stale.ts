// The stale answer: a request that read before a change writes its answer to the cache after it.
import { atomic } from '@interleave/simulation/interleavings';
import { type Case, type CodedStep, coded, conditional } from './case.ts';

const LOAD = coded(
  atomic.load('price'),
  'load price',
  'loads the price',
  'SELECT price, version FROM products WHERE id = 7',
);
const STORE = coded(
  atomic.store('cache'),
  'store cache',
  'stores it in the cache',
  'cache.set(7, price)',
);
const CHANGE = coded(
  atomic.store('price', 2),
  'price = 2',
  'changes the price',
  'UPDATE products SET price = $1, version = version + 1 WHERE id = 7',
);
/** @param otherwise the thread's end */
const STORE_NEWER = (otherwise: number) =>
  conditional(
    atomic.compareAndSet({
      variable: 'cache',
      most: { register: -1 },
      value: { register: 0 },
      otherwise,
    }),
    'store if newer',
    {
      passed: { bar: 'newer: stored', said: 'finds its price newer and stores it' },
      failed: { bar: 'not newer', said: 'finds its price no newer and stores nothing' },
    },
    'cache.setIfNewer(7, price, version)  // compare and set, or a script in Redis',
  );
const LOCK = coded(atomic.lock('m'), 'lock m', 'locks m', 'lock("product:7")');
const UNLOCK = coded(atomic.unlock('m'), 'unlock m', 'unlocks m', 'unlock("product:7")');

/** A reads; B changes the price and reads it back. */
const threads = (...fill: readonly CodedStep[]) => [fill, [CHANGE, ...fill]];

export const stale: Case = {
  story:
    'A reads the price for the cache. B changes the price, reads it back, and writes it to the cache too. The numbers are versions of the price.',
  assumed:
    'Each statement is a transaction of its own and reads what is committed. The cache keeps what it has until a request writes to it: no entry expires. A short time to live does not prevent the old price; it limits how long it stays.',
  initial: { price: 1, cache: 0 },
  remedies: {
    none: {
      name: 'Read, then write to the cache',
      note: 'The last write to the cache wins, even if its answer is older.',
      steps: () => threads(LOAD, STORE),
    },
    atomic: {
      name: 'A version guard',
      note: 'The cache compares versions and keeps the newer one, in one step. It needs a version that grows with each change.',
      steps: () => [
        [LOAD, STORE_NEWER(2)],
        [CHANGE, LOAD, STORE_NEWER(3)],
      ],
    },
    lock: {
      name: 'A lock around read and write',
      note: 'A request reads the price for the cache only after the one before it has written. The lock must be one that all servers share, and each fill of the cache can be blocked on it.',
      steps: () => threads(LOCK, LOAD, STORE, UNLOCK),
    },
  },
  invariant: () => ({ when: 'end', sum: ['cache'], least: 2, most: 2 }),
  outcome: ({ cache }) =>
    cache === 2 ? 'cache 2: the new price' : `cache ${cache}: the old price stays`,
  ends: ({ cache }) =>
    cache === 2
      ? ['the cache ends with version ', { figure: '2' }, ', the new price']
      : [
          'the cache ends with version ',
          { figure: String(cache) },
          ', although the price is at version 2',
        ],
  breaks: ['leaves the old price', 'leave the old price'],
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} loads the price at move ${looked}, before ${changer} changes it at move ${changed}, and then overwrites ${changer}’s newer answer.`,
};

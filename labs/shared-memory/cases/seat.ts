// The last seat: two requests each check that a seat is free, and then sell it.
import { atomic } from '@interleave/simulation/interleavings';
import { both, type Case, coded } from './case.ts';

const TAKE = coded(
  atomic.fetchAndAdd('seats', -1),
  'seats −= 1',
  'takes a seat',
  'UPDATE flights SET seats = seats - 1 WHERE id = 7',
);
const SELL = coded(
  atomic.fetchAndAdd('sold', 1),
  'sold += 1',
  'sells a ticket',
  'INSERT INTO tickets (flight, buyer) VALUES (7, …)',
);

export const seat: Case = {
  story: 'Two users buy at the same moment. One seat is left.',
  assumed:
    'Each statement is one step, and its change is seen as soon as it is made, as between transactions that commit after each statement.',
  initial: { seats: 1 },
  remedies: {
    none: {
      name: 'Check, then sell',
      note: 'Between the SELECT and the UPDATE the answer can become old. READ COMMITTED allows that.',
      steps: () =>
        both(
          coded(
            atomic.when({ variable: 'seats', least: 1, otherwise: 3 }),
            'if seats ≥ 1',
            'checks seats',
            'SELECT seats FROM flights WHERE id = 7  -- 0: sold out',
          ),
          TAKE,
          SELL,
        ),
    },
    atomic: {
      name: 'A conditional UPDATE',
      note: 'The database checks and writes in one statement. Look at the number of rows that it changed: 0 means sold out.',
      steps: () =>
        both(
          coded(
            atomic.compareAndSet({ variable: 'seats', least: 1, value: 0, otherwise: 2 }),
            'seats −1 if ≥ 1',
            'takes a seat if there is one',
            'UPDATE flights SET seats = seats - 1 WHERE id = 7 AND seats >= 1  -- 0 rows: sold out',
          ),
          SELL,
        ),
    },
    lock: {
      name: 'SELECT … FOR UPDATE',
      note: 'The row stays locked until COMMIT, so the second buyer is blocked and then reads 0. All buyers of this flight go through one by one.',
      steps: () =>
        both(
          coded(
            atomic.lock('row'),
            'lock row',
            'locks the row',
            'BEGIN; SELECT seats FROM flights WHERE id = 7 FOR UPDATE',
          ),
          coded(
            atomic.when({ variable: 'seats', least: 1, otherwise: 4 }),
            'if seats ≥ 1',
            'checks seats',
            'if (seats >= 1) {',
          ),
          TAKE,
          SELL,
          coded(atomic.unlock('row'), 'unlock row', 'unlocks the row', '} COMMIT'),
        ),
    },
  },
  invariant: () => ({ when: 'end', sum: ['sold'], least: 1, most: 1 }),
  outcome: ({ sold }) => (sold === 1 ? 'sold 1' : `sold ${sold}: one seat, two tickets`),
  ends: ({ sold }) =>
    sold === 1
      ? ['the seat is sold ', { figure: 'once' }]
      : ['the one seat is sold ', { figure: 'twice' }],
  breaks: ['sells the seat twice', 'sell the seat twice'],
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks at move ${looked}, before ${changer} takes the seat at move ${changed}, so both sell.`,
};

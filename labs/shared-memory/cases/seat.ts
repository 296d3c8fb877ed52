// The last seat: two requests each check that a seat is free, and then sell it.
import { atomic } from '@interleave/simulation/interleavings';
import { both, type Case, coded, conditional } from './case.ts';

/** What a check finds. */
const CHECKED = {
  passed: { bar: 'seat free', said: 'finds a seat and goes on' },
  failed: { bar: 'sold out', said: 'finds no seat and stops' },
} as const;

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
    'Each statement is one step. Where no transaction is begun, it commits by itself, and the other request sees its change at once.',
  initial: { seats: 1 },
  remedies: {
    none: {
      name: 'Check, then sell',
      note: 'Between the SELECT and the UPDATE the answer can be out of date. READ COMMITTED allows that, and so do statements without a transaction. In one transaction at REPEATABLE READ, PostgreSQL ends the second UPDATE with a serialization error.',
      steps: () =>
        both(
          conditional(
            atomic.when({ variable: 'seats', least: 1, otherwise: 3 }),
            'if seats ≥ 1',
            CHECKED,
            'SELECT seats FROM flights WHERE id = 7  -- 0: sold out',
          ),
          TAKE,
          SELL,
        ),
    },
    atomic: {
      name: 'A conditional UPDATE',
      note: 'The database checks and writes in one statement. Check the number of rows that it changed: 0 means sold out. In a transaction at REPEATABLE READ, PostgreSQL answers the later UPDATE with a serialization error instead, and your code must retry.',
      steps: () =>
        both(
          conditional(
            atomic.compareAndSet({ variable: 'seats', least: 1, value: 0, otherwise: 2 }),
            'seats −1 if ≥ 1',
            {
              passed: { bar: 'takes seat', said: 'finds a seat and takes it' },
              failed: CHECKED.failed,
            },
            'UPDATE flights SET seats = seats - 1 WHERE id = 7 AND seats >= 1  -- 0 rows: sold out',
          ),
          SELL,
        ),
    },
    lock: {
      name: 'SELECT … FOR UPDATE',
      note: 'The row stays locked until COMMIT, so the second buyer is blocked. At READ COMMITTED it then reads 0; at REPEATABLE READ PostgreSQL ends its SELECT with a serialization error, and your code must retry. All buyers of this flight go through one by one.',
      steps: () =>
        both(
          coded(
            atomic.lock('row'),
            'lock row',
            'locks the row',
            'BEGIN; SELECT seats FROM flights WHERE id = 7 FOR UPDATE',
          ),
          conditional(
            atomic.when({ variable: 'seats', least: 1, otherwise: 4 }),
            'if seats ≥ 1',
            {
              ...CHECKED,
              failed: { ...CHECKED.failed, said: 'finds no seat and goes on to COMMIT' },
            },
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
  stops: 'a request that finds no seat stops early',
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks at move ${looked}, before ${changer} takes the seat at move ${changed}, so both sell.`,
};

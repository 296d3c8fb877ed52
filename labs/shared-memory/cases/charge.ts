// The retry that charges twice: a request and its retry carry one idempotency key, and both find it unused.
import { atomic } from '@interleave/simulation/interleavings';
import type { Came } from '../../../src/lab-kit/stepped/program.ts';
import { both, type Case, coded, conditional } from './case.ts';

/** What a check finds where the key is known. */
const KNOWN = { bar: 'key known', said: 'finds the key and stops' } as const;

const CHARGE = coded(
  atomic.fetchAndAdd('charges', 1),
  'charges += 1',
  'charges the card',
  'await provider.charge(card, amount)',
);
/** @param failed what is said where it finds the key */
const CHECK = (otherwise: number, failed: Came = KNOWN) =>
  conditional(
    atomic.when({ variable: 'key', least: 0, most: 0, otherwise }),
    'if key = 0',
    { passed: { bar: 'key is new', said: 'finds no key and goes on' }, failed },
    'SELECT 1 FROM payments WHERE key = $1  -- found: answer as before',
  );
const REMEMBER = coded(
  atomic.store('key', 1),
  'key = 1',
  'stores the key',
  'INSERT INTO payments (key) VALUES ($1)',
);

export const charge: Case = {
  story: 'B is the retry of A: the client got no answer in time and sent the same key again.',
  assumed:
    'No handler crashes between its steps, and the card provider does not check the key itself. Where no transaction is begun, each statement commits by itself.',
  initial: { key: 0, charges: 0 },
  remedies: {
    none: {
      name: 'Check, then insert',
      note: 'The key is stored only after the charge. Until then, every retry finds it unused.',
      steps: () => both(CHECK(3), CHARGE, REMEMBER),
    },
    atomic: {
      name: 'Insert once',
      note: 'The unique index lets one insert through. Commit it before you charge, and check the number of rows: 0 means another request has the key. If that one is still charging, or has crashed, there is no answer to repeat yet: reply 409 and let the client ask again, and let a job finish each row that says “begun” for too long.',
      steps: () =>
        both(
          conditional(
            atomic.compareAndSet({ variable: 'key', least: 0, most: 0, value: 1, otherwise: 2 }),
            'insert key once',
            { passed: { bar: 'key is new', said: 'inserts the key and goes on' }, failed: KNOWN },
            "INSERT INTO payments (key, state) VALUES ($1, 'begun') ON CONFLICT DO NOTHING  -- 0 rows: stop",
          ),
          CHARGE,
        ),
    },
    lock: {
      name: 'A lock on the key',
      note: 'The lock is held until the provider has answered, and the retry’s worker is blocked just as long. It works at READ COMMITTED. In PostgreSQL at REPEATABLE READ the retry waits too, but its snapshot is from before the wait: it finds no key, and charges.',
      steps: () =>
        both(
          coded(
            atomic.lock('k'),
            'lock k',
            'locks the key',
            'BEGIN ISOLATION LEVEL READ COMMITTED; SELECT pg_advisory_xact_lock(hashtext($1))',
          ),
          CHECK(4, { ...KNOWN, said: 'finds the key and goes on to COMMIT' }),
          CHARGE,
          REMEMBER,
          coded(atomic.unlock('k'), 'unlock k', 'unlocks the key', 'COMMIT'),
        ),
    },
  },
  invariant: () => ({ when: 'end', sum: ['charges'], least: 1, most: 1 }),
  outcome: ({ charges }) => (charges === 1 ? 'charged once' : 'charged twice'),
  ends: ({ charges }) => ['the card is charged ', { figure: charges === 1 ? 'once' : 'twice' }],
  breaks: ['charges twice', 'charge twice'],
  stops: 'a request that finds the key stops early',
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks the key at move ${looked}, before ${changer} stores it at move ${changed}, so both charge.`,
};

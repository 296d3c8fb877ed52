// The retry that charges twice: a request and its retry carry one idempotency key, and both find it unused.
import { atomic } from '@interleave/simulation/interleavings';
import { both, type Case, coded } from './case.ts';

const CHARGE = coded(
  atomic.fetchAndAdd('charges', 1),
  'charges += 1',
  'charges the card',
  'await provider.charge(card, amount)',
);
const CHECK = (otherwise: number) =>
  coded(
    atomic.when({ variable: 'key', least: 0, most: 0, otherwise }),
    'if key = 0',
    'checks key',
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
    'No handler crashes between its steps, and the card provider does not check the key itself. If a handler can crash between the insert and the charge, the row also needs a state “begun”, and a job that finishes what was begun.',
  initial: { key: 0, charges: 0 },
  remedies: {
    none: {
      name: 'Check, then insert',
      note: 'The key is stored only after the charge. Until then, every retry finds it unused.',
      steps: () => both(CHECK(3), CHARGE, REMEMBER),
    },
    atomic: {
      name: 'Insert once',
      note: 'The unique index lets one insert through. Look at the number of rows: 0 means another request has the key.',
      steps: () =>
        both(
          coded(
            atomic.compareAndSet({ variable: 'key', least: 0, most: 0, value: 1, otherwise: 2 }),
            'insert key once',
            'inserts the key if it is new',
            'INSERT INTO payments (key) VALUES ($1) ON CONFLICT DO NOTHING  -- 0 rows: stop',
          ),
          CHARGE,
        ),
    },
    lock: {
      name: 'A lock on the key',
      note: 'The lock is held until the provider has answered, and the retry’s worker is blocked just as long.',
      steps: () =>
        both(
          coded(
            atomic.lock('k'),
            'lock k',
            'locks the key',
            'BEGIN; SELECT pg_advisory_xact_lock(hashtext($1))',
          ),
          CHECK(4),
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
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks the key at move ${looked}, before ${changer} stores it at move ${changed}, so both charge.`,
};

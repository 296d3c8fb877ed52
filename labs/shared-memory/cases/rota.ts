// Write skew: two doctors each check that the other stays on call, and then leave.
import { atomic } from '@interleave/simulation/interleavings';
import { type Case, type CodedStep, coded, conditional } from './case.ts';

/** By thread: the doctor who leaves, and the one who is to stay. */
const DOCTORS = [
  { leaves: 'alice', name: 'Alice', stays: 'bob', other: 'Bob' },
  { leaves: 'bob', name: 'Bob', stays: 'alice', other: 'Alice' },
] as const;
type Doctor = (typeof DOCTORS)[number];

const check = ({ stays, other }: Doctor, otherwise: number) =>
  conditional(
    atomic.when({ variable: stays, least: 1, otherwise }),
    `if ${stays} ≥ 1`,
    {
      passed: { bar: `${other} is on`, said: `finds ${other} on call and goes on` },
      failed: { bar: `${other} is off`, said: `finds ${other} off call and stays` },
    },
    `SELECT on_call FROM doctors WHERE name = '${other}'  -- false: stay`,
  );
const leave = ({ leaves, name }: Doctor, then = '') =>
  coded(
    atomic.store(leaves, 0),
    `${leaves} = 0`,
    `takes ${name} off call`,
    `UPDATE doctors SET on_call = false WHERE name = '${name}'${then}`,
  );
const forEach = (steps: (doctor: Doctor) => readonly CodedStep[]) => DOCTORS.map(steps);

export const rota: Case = {
  story: 'Alice and Bob are on call and both want to leave. One of them must stay.',
  assumed:
    'Each statement is one step, and COMMIT comes with the last. As written this breaks at READ COMMITTED and at REPEATABLE READ, which is snapshot isolation in PostgreSQL: the two UPDATEs change different rows, so the database sees no conflict and lets both commit.',
  initial: { alice: 1, bob: 1 },
  remedies: {
    none: {
      name: 'Check the other, then leave',
      note: 'Each writes a row that the other has read. No row is written twice, so nothing is overwritten.',
      steps: () => forEach((doctor) => [check(doctor, 2), leave(doctor)]),
    },
    atomic: {
      name: 'One row for the conflict',
      note: 'Both now change the same row, and its condition is checked in the same step. At READ COMMITTED the second UPDATE changes 0 rows. In PostgreSQL at REPEATABLE READ it fails with a serialization error, and your code must retry. Keep the count right wherever a doctor joins or leaves.',
      initial: { rota: 2 },
      steps: () =>
        forEach((doctor) => [
          conditional(
            atomic.compareAndSet({ variable: 'rota', least: 2, value: 1, otherwise: 2 }),
            'rota −1 if ≥ 2',
            {
              passed: { bar: 'two on call', said: 'finds two on call and counts one off' },
              failed: { bar: 'one on call', said: 'finds one on call and stays' },
            },
            'BEGIN; UPDATE rota SET on_call = on_call - 1 WHERE id = 7 AND on_call >= 2  -- 0 rows: stay',
          ),
          leave(doctor, '; COMMIT'),
        ]),
    },
    lock: {
      name: 'One critical section',
      note: 'The check and the UPDATE stand under one lock, on a row that must exist. It works at READ COMMITTED, where each statement sees what is committed by then. In PostgreSQL at REPEATABLE READ the second transaction waits too, but then reads its older snapshot: both leave. There, change a row that both share (one atomic step), or use SERIALIZABLE: one of the two fails, and your code must retry.',
      steps: () =>
        forEach((doctor) => [
          coded(
            atomic.lock('m'),
            'lock m',
            'locks m',
            'BEGIN ISOLATION LEVEL READ COMMITTED; SELECT 1 FROM rota WHERE id = 7 FOR UPDATE',
          ),
          check(doctor, 3),
          leave(doctor),
          coded(atomic.unlock('m'), 'unlock m', 'unlocks m', 'COMMIT'),
        ]),
    },
  },
  invariant: () => ({ when: 'always', sum: ['alice', 'bob'], least: 1 }),
  outcome: ({ alice, bob }) =>
    Number(alice) + Number(bob) > 0 ? 'one stays on call' : 'nobody is on call',
  ends: ({ alice, bob }) =>
    Number(alice) + Number(bob) > 0
      ? [{ figure: alice === 1 ? 'Alice' : 'Bob' }, ' stays on call']
      : [{ figure: 'nobody' }, ' is on call'],
  breaks: ['ends with nobody on call', 'end with nobody on call'],
  stops: 'a doctor who finds the other off call stays',
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks at move ${looked}, before ${changer} leaves at move ${changed}, so both leave.`,
};

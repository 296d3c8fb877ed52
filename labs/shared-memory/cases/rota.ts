// Write skew: two doctors each check that the other stays on call, and then leave.
import { atomic } from '@interleave/simulation/interleavings';
import { type Case, type CodedStep, coded } from './case.ts';

/** By thread: the doctor who leaves, and the one who is to stay. */
const DOCTORS = [
  { leaves: 'alice', name: 'Alice', stays: 'bob', other: 'Bob' },
  { leaves: 'bob', name: 'Bob', stays: 'alice', other: 'Alice' },
] as const;
type Doctor = (typeof DOCTORS)[number];

const check = ({ stays, other }: Doctor, otherwise: number) =>
  coded(
    atomic.when({ variable: stays, least: 1, otherwise }),
    `if ${stays} ≥ 1`,
    `checks ${other}`,
    `SELECT on_call FROM doctors WHERE name = '${other}'  -- false: stay`,
  );
const leave = ({ leaves, name }: Doctor) =>
  coded(
    atomic.store(leaves, 0),
    `${leaves} = 0`,
    `sets ${leaves}`,
    `UPDATE doctors SET on_call = false WHERE name = '${name}'`,
  );
const forEach = (steps: (doctor: Doctor) => readonly CodedStep[]) => DOCTORS.map(steps);

export const rota: Case = {
  story: 'Alice and Bob are on call and both want to leave. One of them must stay.',
  assumed:
    'Each statement is one step. Under snapshot isolation the two UPDATEs touch different rows, so the database sees no conflict and lets both commit.',
  initial: { alice: 1, bob: 1 },
  remedies: {
    none: {
      name: 'Check the other, then leave',
      note: 'Each writes a row that the other has read. No row is written twice, so nothing is overwritten.',
      steps: () => forEach((doctor) => [check(doctor, 2), leave(doctor)]),
    },
    atomic: {
      name: 'One row for the conflict',
      note: 'Both now write the same row, and its condition is checked in the same step. Your code must update the count wherever a doctor joins or leaves.',
      initial: { rota: 2 },
      steps: () =>
        forEach((doctor) => [
          coded(
            atomic.compareAndSet({ variable: 'rota', least: 2, value: 1, otherwise: 2 }),
            'rota −1 if ≥ 2',
            'counts one off if two are left',
            'UPDATE rota SET on_call = on_call - 1 WHERE id = 7 AND on_call >= 2  -- 0 rows: stay',
          ),
          leave(doctor),
        ]),
    },
    lock: {
      name: 'One critical section',
      note: 'The check and the UPDATE stand under one lock. SERIALIZABLE comes to the same: it rolls one of the two back, and your code must retry.',
      steps: () =>
        forEach((doctor) => [
          coded(
            atomic.lock('m'),
            'lock m',
            'locks m',
            'BEGIN; SELECT 1 FROM rota WHERE id = 7 FOR UPDATE',
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
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} checks at move ${looked}, before ${changer} leaves at move ${changed}, so both leave.`,
};

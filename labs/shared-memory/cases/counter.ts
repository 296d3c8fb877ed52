// The counter: each thread adds 1 to it, by a load, an add and a store, and some updates are lost.
import { atomic } from '@interleave/simulation/interleavings';
import { type Case, type CodedStep, plain, type Size } from './case.ts';

const INCREMENT: readonly CodedStep[] = [
  plain(atomic.load('counter'), 'mov rax, [counter]'),
  plain(atomic.add(1), 'add rax, 1'),
  plain(atomic.store('counter'), 'mov [counter], rax'),
];

const ATOMIC: readonly CodedStep[] = [
  plain(
    atomic.fetchAndAdd('counter', 1),
    'counter.fetch_add(1) in Rust, incrementAndGet() in Java, atomic.AddInt64 in Go',
  ),
];

const LOCKED: readonly CodedStep[] = [
  plain(atomic.lock('m'), 'm.lock()'),
  ...INCREMENT,
  plain(atomic.unlock('m'), 'm.unlock()'),
];

/** An increment, so many times, in so many threads. */
const repeated =
  (increment: readonly CodedStep[]) =>
  ({ threads, increments }: Size) =>
    Array.from({ length: threads }, () => Array(increments).fill(increment).flat());

/** What the counter holds when no update is lost. */
const whole = ({ threads, increments }: Size) => threads * increments;

export const counter: Case = {
  story:
    'Each thread runs counter++. In the source that is one line; the compiler makes three instructions of it.',
  assumed: 'Each instruction is one step.',
  initial: { counter: 0 },
  remedies: {
    none: {
      name: 'counter++',
      note: 'A thread can lose the core between any two of the three.',
      steps: repeated(INCREMENT),
    },
    atomic: {
      name: 'An atomic add',
      note: 'The processor loads, adds and stores in one step. It works for one variable at a time.',
      steps: repeated(ATOMIC),
    },
    lock: {
      name: 'A mutex',
      note: 'The steps stay three, but only the thread that holds m is between them. Every place that touches the counter must lock m.',
      steps: repeated(LOCKED),
    },
  },
  invariant: (size) => ({
    when: 'end',
    sum: ['counter'],
    least: whole(size),
    most: whole(size),
  }),
  outcome: ({ counter }, size) => {
    const lost = whole(size) - Number(counter);
    const what =
      lost === 0 ? '' : lost === 1 ? ': an update is lost' : `: ${lost} updates are lost`;
    return `counter ${counter}${what}`;
  },
  ends: ({ counter }, size) => [
    'the counter ends at ',
    { figure: String(counter) },
    ...(counter === whole(size) ? [', and no update is lost'] : [` instead of ${whole(size)}`]),
  ],
  breaks: ['loses an update', 'lose an update'],
  cause: ({ looker, looked, changer, changed }) =>
    `${looker} loads it at move ${looked}, before ${changer} stores at move ${changed}, and then overwrites what ${changer} stored.`,
};

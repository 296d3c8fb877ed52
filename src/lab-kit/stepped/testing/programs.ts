// Programs that the tests step through.
import { type AtomicStep, atomic } from '@interleave/simulation/interleavings';
import { follow, type Program, type Stepped } from '../program.ts';

const { load, add, store, lock, unlock } = atomic;

export const programOf = (
  steps: readonly (readonly AtomicStep[])[],
  more: Partial<Program> = {},
): Program => ({
  threads: steps.map((own, i) => ({ name: 'ABCDE'[i] as string, steps: own })),
  initial: {},
  ...more,
});

const INCREMENT = [load('counter'), add(1), store('counter')];

/** Two threads add 1 to a counter. */
export const COUNTER = programOf([INCREMENT, INCREMENT]);

const both = (first: string, second: string) => [
  lock(first),
  load(first),
  lock(second),
  store(second),
  unlock(second),
  unlock(first),
];

/** Two threads take two locks, each in its own order. */
export const LOCKS = programOf([both('x', 'y'), both('y', 'x')]);

/** A checks in the words of its own code, whether a seat is left; B has none. */
export const SEATS = programOf([[load('seats'), store('seats')], [add(1)]], {
  initial: { seats: 1 },
  lines: [
    [
      { code: 'read seats', said: 'reads the seats left' },
      { code: 'book it', said: 'books the seat' },
    ],
  ],
});

export const stepped = (program: Program, moves: string): Stepped => ({
  program,
  walk: follow(program, moves),
});

// The program of this lab: two threads that each add 1 to a shared counter, and all orders of their six steps.
import { atomic, type Walk } from '@interleave/simulation/interleavings';
import {
  follow,
  type Moved,
  type Program,
  type Stepped,
} from '../../src/lab-kit/stepped/program.ts';

export type Setting = Moved;

export const NAMES = ['A', 'B'] as const;
/** Load the counter, add 1 to what was loaded, store it. */
const STEPS = [atomic.load('counter'), atomic.add(1), atomic.store('counter')];
export const STEPS_EACH = STEPS.length;
export const PROGRAM: Program = {
  threads: NAMES.map((name) => ({ name, steps: STEPS })),
  initial: {},
};

/** What the counter holds when no update is lost. */
export const WHOLE = NAMES.length;

export const made = (moves: string): Stepped => ({
  program: PROGRAM,
  walk: follow(PROGRAM, moves),
});

/** One order in which both threads come to their end. */
export interface Order {
  /** "ABAABB" */
  readonly moves: string;
  /** What the counter holds at the end. */
  readonly counter: number;
  /** How often the core changes hands. */
  readonly changes: number;
  /** The move, counted from 0, whose store the other thread overwrites unseen; null where no update is lost. */
  readonly overwritten: number | null;
}

function orders(a: number, b: number): string[] {
  if (a + b === 0) return [''];
  return [
    ...(a > 0 ? orders(a - 1, b).map((rest) => `A${rest}`) : []),
    ...(b > 0 ? orders(a, b - 1).map((rest) => `B${rest}`) : []),
  ];
}

/** The counter after a walk's last move. */
export const counterOf = ({ snapshots }: Walk) => snapshots.at(-1)?.variables.counter ?? 0;

/** All orders there are, those with fewer changes of hands first. */
export const ORDERS: readonly Order[] = orders(STEPS_EACH, STEPS_EACH)
  .map((moves): Order => {
    const walked = follow(PROGRAM, moves);
    const counter = counterOf(walked);
    const stores = walked.snapshots.flatMap(({ move }, i) =>
      move !== null && move.written !== null ? [i - 1] : [],
    );
    return {
      moves,
      counter,
      changes: [...moves].filter((name, i) => i > 0 && name !== moves[i - 1]).length,
      overwritten: counter < WHOLE ? (stores[0] ?? null) : null,
    };
  })
  .sort((one, other) => one.changes - other.changes);

/** How many of the orders lose an update. */
export const LOST = ORDERS.filter(({ counter }) => counter < WHOLE).length;

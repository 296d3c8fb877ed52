// What this lab says: of an order of moves, of one move, and in its tables.
import type { Sentence } from '@interleave/simulation';
import type { Snapshot, Walk } from '@interleave/simulation/interleavings';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { counted } from '../../src/lab-kit/units.ts';
import {
  counterOf,
  LOST,
  NAMES,
  ORDERS,
  type Setting,
  STEPS_EACH,
  standingAt,
  THREADS,
  WHOLE,
} from './program.ts';

const ALL = `${LOST} of the ${ORDERS.length} orders`;

/** A step as it is told: "loads 0", "adds 1", "stores 1". */
export function done({ move }: Snapshot): string {
  if (move === null) return '';
  const { did, register } = move;
  if (did.kind === 'add') return `adds ${did.amount}`;
  return `${did.kind}s ${register.after}`;
}

/** What a thread does next: "load"; or that it has ended. */
export const next = ({ counters }: Snapshot, thread: number) =>
  THREADS[thread]?.steps[counters[thread] as number]?.kind ?? 'has ended';

/** What an order comes to, so far. */
export function describe({ values: { moves }, result }: Run<Setting, Walk>): Sentence {
  const counter = counterOf(result);
  if (result.status !== 'done') {
    const left = NAMES.length * STEPS_EACH - moves.length;
    return [
      moves === ''
        ? 'No move has been made. '
        : `The ${counted(moves.length, 'move')} made leave the counter at ${counter}; ${counted(left, 'more move')} and both threads have ended. `,
      'Choose who does the next step: ',
      { figure: String(LOST) },
      ` of the ${ORDERS.length} orders lose an update.`,
    ];
  }
  const ends: Sentence = ['In this order the counter ends at ', { figure: String(counter) }];
  if (counter === WHOLE) {
    return [
      ...ends,
      `. One thread has stored before the other loads, so no update is lost. ${ALL} lose one.`,
    ];
  }
  const first = result.snapshots.find(({ move }) => move?.written != null)?.move?.thread ?? 0;
  const [one, other] = [NAMES[first] as string, NAMES[1 - first] as string];
  return [
    ...ends,
    ` instead of ${WHOLE}. ${other} loads it before ${one} stores, and then overwrites what ${one} stored. `,
    { figure: String(LOST) },
    ` of the ${ORDERS.length} orders lose an update.`,
  ];
}

/** What the last move did, and what each thread does next. */
export function describeMove(walk: Walk, at: number): Sentence {
  const snapshot = standingAt(walk, at);
  const { move, variables } = snapshot;
  const nexts = NAMES.map((name, thread) => {
    const step = next(snapshot, thread);
    return step === 'has ended' ? `${name} has ended` : `${name}: ${step} next`;
  }).join(', ');
  if (move === null) return [`the counter is ${variables.counter}; ${nexts}`];
  return [`${NAMES[move.thread]} ${done(snapshot)}; the counter is ${variables.counter}; ${nexts}`];
}

/** The moves of an order, a row each. */
export const movesTable = ({ snapshots }: Walk): Table => ({
  name: 'Table of moves',
  caption: 'The moves, and what each left',
  shown: 'asked',
  columns: [
    { label: 'Move', numeric: true },
    { label: 'Thread' },
    { label: 'does' },
    { label: 'A’s register', numeric: true },
    { label: 'B’s register', numeric: true },
    { label: 'counter', numeric: true },
  ],
  rows: snapshots.map((snapshot, i) => [
    String(i),
    snapshot.move === null ? '–' : (NAMES[snapshot.move.thread] as string),
    snapshot.move === null ? 'the beginning' : done(snapshot),
    ...snapshot.registers.map(String),
    String(snapshot.variables.counter),
  ]),
});

/** All orders, a row each: what the counter ends at is the witness of each outcome. */
export const ordersTable = (): Table => ({
  caption: `All ${ORDERS.length} orders`,
  shown: 'asked',
  columns: [
    { label: 'Order' },
    { label: 'changes of hands', numeric: true },
    { label: 'counter', numeric: true },
    { label: 'what is lost' },
  ],
  rows: ORDERS.map(({ moves, changes, counter, overwritten }) => [
    [...moves].join(' '),
    String(changes),
    String(counter),
    overwritten === null ? 'nothing' : `${moves[overwritten]}’s update`,
  ]),
});

/** An order as an accessible name: "A B A A B B: counter 1, A’s store overwritten". */
export const orderName = ({ moves, counter, overwritten }: (typeof ORDERS)[number]) =>
  `${[...moves].join(' ')}: counter ${counter}${overwritten === null ? '' : `, ${moves[overwritten]}’s store overwritten`}`;

/** A setting in words. */
export const movesSaid = (moves: string) =>
  moves === '' ? 'no move made' : `the moves ${[...moves].join(' ')}`;

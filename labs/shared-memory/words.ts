// What this lab says: of an order of moves, of one move, and in its tables.
import type { Sentence } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Stepped } from '../../src/lab-kit/stepped/program.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { counterOf, LOST, NAMES, ORDERS, type Setting, STEPS_EACH, WHOLE } from './program.ts';

const ALL = `${LOST} of the ${ORDERS.length} orders`;

/** What an order comes to, so far. */
export function describe({ values: { moves }, result: { walk } }: Run<Setting, Stepped>): Sentence {
  const counter = counterOf(walk);
  if (walk.status !== 'done') {
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
  const first = walk.snapshots.find(({ move }) => move?.written != null)?.move?.thread ?? 0;
  const [one, other] = [NAMES[first] as string, NAMES[1 - first] as string];
  return [
    ...ends,
    ` instead of ${WHOLE}. ${other} loads it before ${one} stores, and then overwrites what ${one} stored. `,
    { figure: String(LOST) },
    ` of the ${ORDERS.length} orders lose an update.`,
  ];
}

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

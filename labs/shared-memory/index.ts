// Lab "shared-memory": two threads add 1 to a shared counter, step by step, in any order that the reader likes.
import { defineLab } from '../../src/lab-kit/lab.ts';
import { moves } from '../../src/lab-kit/parameters/kinds.ts';
import { clock } from '../../src/lab-kit/stepped/clock.ts';
import { listings } from '../../src/lab-kit/stepped/listings.tsx';
import { moves as movesFigure } from '../../src/lab-kit/stepped/moves.ts';
import { refusedIn } from '../../src/lab-kit/stepped/program.ts';
import { stripOf } from '../../src/lab-kit/stepped/strip-of.ts';
import { movesTable } from '../../src/lab-kit/stepped/words.ts';
import { field } from './field.tsx';
import { Memory } from './memory.tsx';
import { counterOf, LOST, made, NAMES, ORDERS, PROGRAM, STEPS_EACH } from './program.ts';
import { describe, movesSaid, ordersTable } from './words.ts';

export default defineLab({
  id: 'shared-memory',
  title: 'Shared memory',
  question: 'Two threads add 1 to the same counter. Can you make them lose an update?',
  chapter: 'concurrency-vs-parallelism',
  parameters: {
    moves: moves(
      { label: 'Moves', letters: NAMES, refused: (set) => refusedIn(PROGRAM, set), default: '' },
      movesSaid,
    ),
  },
  presets: {
    'by-hand': { label: 'By hand', values: {} },
    'in-turn': { label: 'One after the other', values: { moves: 'AAABBB' } },
    lost: { label: 'A lost update', values: { moves: 'ABAABB' } },
  },
  model: { run: ({ moves }) => made(moves) },
  facts: {
    counter: {
      label: 'what the counter ends at',
      unit: '',
      value: ({ result }) => counterOf(result.walk),
    },
    orders: {
      label: 'how many orders of the moves there are',
      unit: '',
      value: () => ORDERS.length,
    },
    lost: { label: 'how many of the orders lose an update', unit: '', value: () => LOST },
  },
  describe,
  tables: ({ result }) => [movesTable(result), ordersTable()],
  view: {
    figures: [
      listings({
        id: 'listings',
        label: 'Both threads and their memory',
        names: NAMES,
        between: Memory,
      }),
      movesFigure((stepped) => stripOf(stepped, { slots: NAMES.length * STEPS_EACH })),
      field,
    ],
    clock: clock(),
  },
});

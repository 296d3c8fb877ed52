// Lab "shared-memory": two threads add 1 to a shared counter, step by step, in any order that the reader likes.
import type { Walk } from '@interleave/simulation/interleavings';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { moves } from '../../src/lab-kit/parameters/kinds.ts';
import { field } from './field.tsx';
import { listings } from './listings.tsx';
import { counterOf, follow, LOST, NAMES, ORDERS, refused } from './program.ts';
import { describe, describeMove, movesSaid, movesTable, ordersTable } from './words.ts';

export default defineLab({
  id: 'shared-memory',
  title: 'Shared memory',
  question: 'Two threads add 1 to the same counter. Can you make them lose an update?',
  chapter: 'concurrency-vs-parallelism',
  parameters: {
    moves: moves({ label: 'Moves', letters: NAMES, refused, default: '' }, movesSaid),
  },
  presets: {
    'by-hand': { label: 'By hand', values: {} },
    'in-turn': { label: 'One after the other', values: { moves: 'AAABBB' } },
    lost: { label: 'A lost update', values: { moves: 'ABAABB' } },
  },
  model: { run: ({ moves }): Walk => follow(moves) },
  facts: {
    counter: {
      label: 'what the counter ends at',
      unit: '',
      value: ({ result }) => counterOf(result),
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
    figures: [listings, field],
    clock: {
      end: ({ snapshots }) => snapshots.length - 1,
      stops: ({ snapshots }) => [...snapshots.keys()],
      unit: 'move',
      size: 1,
      allowed: 'a move, such as 4',
      flows: false,
      say: (at, end) => `move ${at} of ${end}`,
      describe: ({ result }, at) => describeMove(result, at),
    },
  },
});

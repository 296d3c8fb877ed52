// Lab "shared-memory": threads step over what they share, in any order that the reader likes; every order is tried.
import { Legs } from '../../src/lab-kit/figures/strip/Legs.tsx';
import { defineLab } from '../../src/lab-kit/lab.ts';
import { choice, moves } from '../../src/lab-kit/parameters/kinds.ts';
import { clock } from '../../src/lab-kit/stepped/clock.ts';
import { listings } from '../../src/lab-kit/stepped/listings.tsx';
import { moves as movesFigure } from '../../src/lab-kit/stepped/moves.ts';
import { refusedIn } from '../../src/lab-kit/stepped/program.ts';
import { movesTable } from '../../src/lab-kit/stepped/words.ts';
import { all } from './all.tsx';
import { facts } from './facts.ts';
import { Memory } from './memory.tsx';
import { model, NAMES, programOf, type Result, type Setting } from './program.ts';
import { stripOfMoves } from './strip.ts';
import { Why } from './why.tsx';
import { compare, describe, known, movesSaid } from './words.ts';

const ofCounter = ({ case: name }: Readonly<Record<string, unknown>>) => name === 'counter';

export default defineLab({
  id: 'shared-memory',
  title: 'Shared memory',
  question: 'Two threads add 1 to the same counter. Can you make them lose an update?',
  chapter: 'shared-memory',
  parameters: {
    case: choice({ label: 'Case', default: 'counter' }, [
      ['counter', 'counter', 'a counter'],
      ['seat', 'last seat', 'the last seat'],
      ['charge', 'retry', 'a retried charge'],
      ['stale', 'cache', 'a price in a cache'],
      ['rota', 'on call', 'two doctors on call'],
    ]),
    remedy: choice({ label: 'What protects it', default: 'none' }, [
      ['none', 'nothing', 'nothing protects it'],
      ['atomic', 'atomic step', 'one atomic step'],
      ['lock', 'a lock', 'a lock'],
    ]),
    threads: choice({ label: 'Threads', default: 2, applies: ofCounter }, [
      [2, '2', '2 threads'],
      [3, '3', '3 threads'],
    ]),
    increments: choice({ label: 'Increments each', default: 1, applies: ofCounter }, [
      [1, '1', '1 increment each'],
      [2, '2', '2 increments each'],
      [3, '3', '3 increments each'],
    ]),
    moves: moves(
      {
        label: 'Moves',
        letters: NAMES,
        anewAfter: ['case', 'threads', 'increments'],
        default: '',
        refused: (made, values) => refusedIn(programOf(values as unknown as Setting), made),
      },
      movesSaid,
    ),
  },
  presets: {
    'by-hand': { label: 'By hand', values: {} },
    lost: { label: 'A lost update', values: { moves: 'ABAABB' } },
    seat: { label: 'The last seat', values: { case: 'seat', moves: 'ABAABB' } },
    charge: { label: 'Charged twice', values: { case: 'charge', moves: 'AABABB' } },
    stale: { label: 'The stale answer', values: { case: 'stale', moves: 'ABBBA' } },
    rota: { label: 'Write skew', values: { case: 'rota', moves: 'ABAB' } },
    'in-turn': { label: 'One after the other', values: { moves: 'AAABBB' }, quoted: true },
    atomic: { label: 'An atomic add', values: { remedy: 'atomic', moves: 'AB' }, quoted: true },
    mutex: { label: 'A mutex', values: { remedy: 'lock', moves: 'AAAAABBBBB' }, quoted: true },
    'two-increments': { label: 'Two increments each', values: { increments: 2 }, quoted: true },
    // The order that ends at the least: A's first store undoes two updates of B, and B's last one two of A.
    'three-least': {
      label: 'Three increments each, and 2 in the end',
      values: { increments: 3, moves: 'ABBBBBBAABAAAAAABB' },
      quoted: true,
    },
    'three-each': { label: 'Three increments each', values: { increments: 3 }, quoted: true },
    'mutex-three': {
      label: 'Three threads, three increments each, a mutex',
      values: { threads: 3, increments: 3, remedy: 'lock' },
      quoted: true,
    },
    'three-threads': { label: 'Three threads', values: { threads: 3 }, quoted: true },
    'three-by-three': {
      label: 'Three threads, three increments each',
      values: { threads: 3, increments: 3 },
      quoted: true,
    },
    'seat-by-hand': { label: 'The last seat by hand', values: { case: 'seat' }, quoted: true },
    'seat-mended': {
      label: 'The last seat by a conditional UPDATE',
      values: { case: 'seat', remedy: 'atomic', moves: 'AAB' },
      quoted: true,
    },
    'seat-locked': {
      label: 'The last seat under a row lock',
      values: { case: 'seat', remedy: 'lock', moves: 'AAAAABBB' },
      quoted: true,
    },
    'charge-mended': {
      label: 'The key inserted once',
      values: { case: 'charge', remedy: 'atomic', moves: 'ABA' },
      quoted: true,
    },
    'charge-locked': {
      label: 'The key under a lock',
      values: { case: 'charge', remedy: 'lock', moves: 'AAAAABBB' },
      quoted: true,
    },
    'stale-mended': {
      label: 'The cache with a version guard',
      values: { case: 'stale', remedy: 'atomic', moves: 'ABBBA' },
      quoted: true,
    },
    'stale-locked': {
      label: 'The cache under a lock',
      values: { case: 'stale', remedy: 'lock', moves: 'ABAAABBBB' },
      quoted: true,
    },
    'rota-by-hand': { label: 'Write skew by hand', values: { case: 'rota' }, quoted: true },
    'rota-mended': {
      label: 'The conflict in one row',
      values: { case: 'rota', remedy: 'atomic', moves: 'ABA' },
      quoted: true,
    },
    'rota-locked': {
      label: 'The rota under a lock',
      values: { case: 'rota', remedy: 'lock', moves: 'AAAABBB' },
      quoted: true,
    },
  },
  model,
  facts,
  describe,
  known,
  simplified:
    'Every step happens at once and every thread sees it at once. Real memory allows more than that: compilers and cores reorder loads and stores, so code without a lock or an atomic can end in ways that no order here shows. No thread crashes between its steps. Counts of orders are not probabilities.',
  tables: ({ result }) => [movesTable(result)],
  view: {
    Legs,
    figures: [
      {
        ...listings<Setting, Result>({
          id: 'listings',
          label: 'The threads and their memory',
          names: NAMES,
          between: Memory,
          isSlim: true,
        }),
        Reasons: Why,
      },
      movesFigure<Setting, Result>(stripOfMoves),
    ],
    below: [all],
    clock: clock(),
    compare,
  },
});

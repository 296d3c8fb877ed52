// Lab "deadlock": threads that wait for each other's locks, stepped by hand until they hang, and what prevents it.
import { Legs } from '../../src/lab-kit/figures/strip/Legs.tsx';
import { defineLab, type Run } from '../../src/lab-kit/lab.ts';
import { choice, moves as movesKnob, type Parameters } from '../../src/lab-kit/parameters/kinds.ts';
import { listings } from '../../src/lab-kit/stepped/listings.tsx';
import { refusedIn } from '../../src/lab-kit/stepped/program.ts';
import { movesTable } from '../../src/lab-kit/stepped/words.ts';
import { board } from './board.tsx';
import { clock } from './clock.ts';
import { doomedOf, endingOf, failuresOf, hangingOf } from './explored.ts';
import { Graph } from './Graph.tsx';
import { moves } from './moves.tsx';
import { type Case, NAMES, programOf, REMEDIES, type Remedy, type Which } from './programs.ts';
import { remedies } from './remedies.tsx';
import { hasBoard, type Made, made, type Setting } from './setting.ts';
import { statesTable } from './tables.ts';
import { describe, known, savedUntil } from './words.ts';

const parameters = {
  case: choice({ label: 'Who waits for whom', default: 'threads' }, [
    ['threads', 'threads', 'two threads'],
    ['transactions', 'transactions', 'two transactions'],
    ['philosophers', 'philosophers', 'philosophers'],
  ]),
  philosophers: choice(
    {
      label: 'Philosophers',
      default: 5,
      applies: ({ case: of }) => of === 'philosophers',
    },
    [
      [3, '3', '3 of them'],
      [4, '4', '4 of them'],
      [5, '5', '5 of them'],
    ],
  ),
  remedy: choice(
    {
      label: 'Remedy',
      default: 'none',
      byFigure: true,
      fits: (remedy, { case: of }) => REMEDIES[of as Case].includes(remedy as Remedy),
    },
    [
      ['none', 'none', 'as written'],
      ['order', 'same order', 'with one order for all'],
      ['one', 'one lock', 'with one lock for all'],
      ['back-off', 'back off', 'trying and backing off'],
      ['timeout', 'timeout', 'giving up after a while'],
      ['rollback', 'roll back', 'with a victim rolled back'],
    ],
  ),
  moves: movesKnob(
    {
      label: 'Moves',
      letters: NAMES,
      anewAfter: ['case', 'philosophers'],
      refused: (set, values) => refusedIn(programOf(values as unknown as Which), set),
      default: '',
    },
    (set) => (set === '' ? 'no move made' : `the moves ${[...set].join(' ')}`),
  ),
} satisfies Parameters;

/** A count as a number; there is none where orders have no bound. */
const count = (of: bigint | null) => (of === null ? Number.NaN : Number(of));

const failing = ({ result }: Run<Setting, Made>) => failuresOf(result.explored);

export default defineLab({
  id: 'deadlock',
  title: 'Deadlock',
  question:
    'Two threads take two locks, each in its own order. What can go wrong, and what prevents it?',
  chapter: 'shared-memory',
  parameters,
  presets: {
    'by-hand': { label: 'By hand', values: {} },
    deadlock: { label: 'A deadlock', values: { moves: 'AABB' } },
    lucky: { label: 'A lucky order', values: { moves: 'AAAAABBABBBB' } },
    livelock: {
      label: 'A livelock',
      values: { remedy: 'back-off', moves: 'ABAABBAABBABAABBAABB' },
    },
    transactions: {
      label: 'Two transactions',
      values: { case: 'transactions', remedy: 'rollback', moves: 'ABBBBAAAAABBBBBB' },
    },
    philosophers: {
      label: 'Dining philosophers',
      values: { case: 'philosophers', moves: 'ABCDE' },
    },
    order: { label: 'Same order', values: { remedy: 'order' }, quoted: true },
    one: { label: 'One lock', values: { remedy: 'one' }, quoted: true },
    'back-off': { label: 'Try, then back off', values: { remedy: 'back-off' }, quoted: true },
    timeout: {
      label: 'A timeout',
      values: { remedy: 'timeout', moves: 'AABBABAB' },
      quoted: true,
    },
    'transactions-undetected': {
      label: 'Two transactions, no detection',
      values: { case: 'transactions', moves: 'AB' },
      quoted: true,
    },
    'philosophers-3': {
      label: 'Three philosophers',
      values: { case: 'philosophers', philosophers: 3, moves: 'ABC' },
      quoted: true,
    },
    'philosophers-order': {
      label: 'Numbered forks',
      values: { case: 'philosophers', remedy: 'order' },
      quoted: true,
    },
    'philosophers-one': {
      label: 'A waiter',
      values: { case: 'philosophers', remedy: 'one' },
      quoted: true,
    },
    'philosophers-back-off': {
      label: 'Philosophers who back off',
      values: { case: 'philosophers', philosophers: 3, remedy: 'back-off' },
      quoted: true,
    },
  },
  model: { run: (setting: Setting) => made(setting) },
  facts: {
    orders: {
      label: 'how many orders of the steps there are',
      unit: '',
      value: ({ result: { explored } }) => count(endingOf(explored)) + Number(hangingOf(explored)),
    },
    ending: {
      label: 'how many orders end',
      unit: '',
      value: ({ result: { explored } }) => count(endingOf(explored)),
    },
    hanging: {
      label: 'how many orders hang',
      unit: '',
      value: ({ result: { explored } }) => Number(hangingOf(explored)),
    },
    states: {
      label: 'how many states can be reached',
      unit: '',
      value: ({ result: { explored } }) => explored.found.states,
    },
    doomed: {
      label: 'how many states lead to nothing but a deadlock, without that itself',
      unit: '',
      value: ({ result: { explored } }) => doomedOf(explored),
    },
    'doomed-after': {
      label: 'the move after which a deadlock can no longer be avoided',
      unit: '',
      value: ({ result }) => {
        const last = result.walk.snapshots.length - 1;
        const saved = savedUntil(result, last);
        return saved === last ? Number.NaN : saved + 1;
      },
    },
    'one-fails': {
      label: 'how many orders end with one request failed',
      unit: '',
      value: (run) => Number(failing(run).one),
    },
    'both-fail': {
      label: 'how many orders end with both requests failed',
      unit: '',
      value: (run) => Number(failing(run).both),
    },
    round: {
      label: 'how many moves the shortest round of a livelock has',
      unit: '',
      value: ({ result: { explored } }) => {
        const rounds = explored.found.livelocks.map(({ round }) => round.length);
        return rounds.length === 0 ? Number.NaN : Math.min(...rounds);
      },
    },
  },
  describe,
  known,
  tables: ({ result }) => [
    movesTable(result),
    ...(hasBoard(result) ? [statesTable(result.explored)] : []),
  ],
  simplified:
    'A thread counts as blocked as soon as its next step cannot be made. A free lock goes to the thread that asks next: no queue decides. Nothing takes time, so a timeout runs out as soon as a thread would have to wait for its second lock, and a deadlock is detected at once. A real database hands a freed row to the transaction that waits for it, so the two cannot roll each other back for ever. Here a transaction commits and then frees its rows one by one; a real COMMIT frees all of them at once.',
  view: {
    Legs,
    figures: [
      remedies,
      listings({ id: 'listings', label: 'All threads, and who waits for whom', between: Graph }),
      board,
      moves,
    ],
    clock,
  },
});

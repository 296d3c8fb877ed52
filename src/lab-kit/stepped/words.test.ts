// How steps, moves and threads are told.
import { type AtomicStep, atomic, type Move } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { standingAt } from './program.ts';
import { stripOf } from './strip-of.ts';
import { COUNTER, LOCKS, programOf, SEATS, stepped } from './testing/programs.ts';
import {
  codeOf,
  doneInWords,
  headInWords,
  leftBy,
  movesTable,
  nextInWords,
  standingInWords,
} from './words.ts';

const { compareAndSet, jump, load, lock, store, unlock, when } = atomic;

const done = (program: typeof COUNTER, moves: string) =>
  doneInWords(program, standingAt(stepped(program, moves).walk, moves.length));
const told = (program: typeof COUNTER, moves: string) =>
  standingInWords(program, standingAt(stepped(program, moves).walk, moves.length));

test('a move is told with what it left', () => {
  expect(['', 'A', 'AA', 'AAA'].map((moves) => done(COUNTER, moves))).toEqual([
    '',
    'loads 0',
    'adds 1',
    'stores 1',
  ]);
  expect(done(LOCKS, 'A')).toBe('locks x');
  expect(done(LOCKS, 'AAAAA')).toBe('unlocks y');
});

test('steps that read and write in one go say what they found', () => {
  const { fetchAndAdd, testAndSet } = atomic;
  const program = programOf([[fetchAndAdd('counter', 2), testAndSet('taken'), store('y', 7)]], {
    initial: { counter: 5 },
  });
  expect([0, 1, 2].map((step) => codeOf(program, 0, step))).toEqual([
    'add 2 to counter',
    'test and set taken',
    'y = 7',
  ]);
  expect(['A', 'AA', 'AAA'].map((moves) => done(program, moves))).toEqual([
    'adds 2 to counter, which held 5',
    'sets taken, which was 0',
    'stores 7',
  ]);
});

test('what such a step found is listed only where a later step works with it', () => {
  const { fetchAndAdd, testAndSet } = atomic;
  const left = (steps: AtomicStep[]) => {
    const program = programOf([steps]);
    return stepped(program, 'A').walk.snapshots.flatMap(({ move }) =>
      move === null ? [] : [leftBy(program, move)],
    );
  };
  expect(left([fetchAndAdd('x', 1)])).toEqual([null]);
  expect(left([testAndSet('x'), when({ most: 0, otherwise: 0 })])).toEqual(['0']);
});

/** A goes round until it has taken what B has not taken back; B gives up. */
const ROUND = programOf([
  [
    load('x'),
    compareAndSet({
      variable: 'x',
      least: { register: 0 },
      most: { register: 0 },
      value: { register: 1 },
      otherwise: 0,
    }),
    when({ variable: 'y', least: 1, otherwise: 4 }),
    jump(2),
  ],
  [
    compareAndSet({ variable: 'x', least: 0, most: 0, value: 9, otherwise: 1 }),
    when({ most: -1, otherwise: 3 }),
    jump(1),
  ],
]);

test('conditions are told in code, and a step that goes elsewhere with where it goes', () => {
  expect([0, 1, 2, 3].map((step) => codeOf(ROUND, 0, step))).toEqual([
    'load x',
    'if x = r: x = r + 1',
    'if y ≥ 1',
    'back to if y ≥ 1',
  ]);
  expect(codeOf(ROUND, 1, 1)).toBe('if r ≤ −1');
  expect(done(ROUND, 'AA')).toBe('finds x at 0 and stores 1');
  expect(done(ROUND, 'ABA')).toBe('finds x at 9 and goes back to load x');
  expect(done(ROUND, 'AAA')).toBe('finds y at 0 and ends');
  expect(done(ROUND, 'BB')).toBe('finds r at 0 and ends');
  const claim = { code: 'claim x', said: 'claims x' };
  const own = { ...ROUND, lines: [[{ code: 'look at x', said: 'looks at x' }, claim], [claim]] };
  expect(done(own, 'B')).toBe('claims x: yes');
  expect(done(own, 'ABA')).toBe('claims x: no, and goes back to look at x');
  const came = {
    passed: { bar: 'x free', said: 'finds x free and takes it' },
    failed: { bar: 'x taken', said: 'finds x taken and tries again' },
  };
  const found = { ...ROUND, lines: [[claim, { ...claim, came }], [{ ...claim, came }]] };
  expect(done(found, 'B')).toBe('finds x free and takes it');
  expect(done(found, 'ABA')).toBe('finds x taken and tries again');
  const bars = stripOf(stepped(found, 'ABA')).rows.flatMap(({ cells }) => cells);
  expect(bars.map(({ text, short }) => [text, short])).toEqual([
    ['claim 0', 'claim'],
    ['x taken', 'claim'],
    ['x free', 'claim'],
  ]);
  // Nothing beside the code repeats it.
  expect(leftBy(found, standingAt(stepped(found, 'B').walk, 1).move as Move)).toBeNull();
});

test('a lock that is tried, and one whose thread is rolled back', () => {
  const { tryLock } = atomic;
  const tries = programOf([
    [lock('x'), unlock('x')],
    [tryLock('x', 0), unlock('x')],
  ]);
  expect(done(tries, 'AB')).toBe('finds x held and goes back to try lock x');
  expect(done(tries, 'B')).toBe('locks x');
  const victim = programOf([
    [lock('x'), lock('y'), unlock('y'), unlock('x')],
    [lock('y'), lock('x', 4), unlock('x'), jump(4), unlock('y')],
  ]);
  expect(told(victim, 'AB')).toBe(
    'B locks y. A waits for y, which B holds; B waits for x, which A holds, and is rolled back next.',
  );
  expect(done(victim, 'ABB')).toBe('is rolled back and goes on at unlock y');
});

test('a program’s own words are used, with what the step left; a thread without has those of its steps', () => {
  expect(codeOf(SEATS, 0, 0)).toBe('read seats');
  expect(codeOf(SEATS, 0, 2)).toBe('end');
  expect(codeOf(SEATS, 1, 0)).toBe('add 1');
  expect(done(SEATS, 'A')).toBe('reads the seats left: 1');
  expect(nextInWords(SEATS, standingAt(stepped(SEATS, 'A').walk, 1), 0)).toBe('book it next');
});

test('all that a move changes is told, and what can come next', () => {
  expect(told(COUNTER, 'ABAA')).toBe('A stores 1; counter 1, was 0. A has ended; B: add next.');
  expect(told(COUNTER, 'A')).toBe('A loads 0. A: add next; B: load next.');
});

test('a thread that is blocked is told with the lock and with the thread that holds it', () => {
  expect(told(LOCKS, 'AABB')).toBe(
    'B loads 0. A waits for y, which B holds; B waits for x, which A holds.',
  );
});

test('when all is done that is told once', () => {
  expect(told(COUNTER, 'ABAABB')).toBe('B stores 1; counter 1, was 1. All threads have ended.');
});

test('where values are beside the point none is told', () => {
  const quiet = { ...LOCKS, valuesMatter: false } as const;
  expect(told(quiet, '')).toBe('x is free, y is free. A: lock x next; B: lock y next.');
  expect(told(quiet, 'AAAA')).toBe('A stores 0. A: unlock y next; B waits for y, which A holds.');
  expect(movesTable(stepped(quiet, '')).columns.map(({ label }) => label)).toEqual([
    'Move',
    'Thread',
    'does',
    'lock x',
    'lock y',
    'blocked',
  ]);
  expect(
    stripOf(stepped(quiet, 'AAB')).rows.map(({ label, notes }) => [label, notes?.length]),
  ).toEqual([
    ['thread A', 0],
    ['thread B', 0],
    ['lock x', 2],
    ['lock y', 2],
  ]);
});

test('a value below 0 has a real minus sign', () => {
  const program = programOf([[atomic.add(-1), atomic.store('x'), atomic.fetchAndAdd('x', -1)]]);
  expect(['A', 'AA', 'AAA'].map((moves) => told(program, moves).split('. ')[0])).toEqual([
    'A adds −1',
    'A stores −1; x −1, was 0',
    'A adds −1 to x, which held −1; x −2, was −1',
  ]);
  expect(movesTable(stepped(program, 'AAA')).rows.at(-1)?.slice(3)).toEqual(['−1', '−2']);
  expect(stripOf(stepped(program, 'AA')).rows.flatMap(({ notes }) => notes ?? [])).toContainEqual({
    from: 2,
    to: 2,
    text: '−1',
  });
});

test('before the first move it is told what is shared', () => {
  expect(told(LOCKS, '')).toBe('x 0, y 0, x is free, y is free. A: lock x next; B: lock y next.');
});

test('over a listing stands what its thread does next, or that it cannot, and what it holds', () => {
  const heads = (moves: string) =>
    [0, 1].map((thread) =>
      headInWords(LOCKS, standingAt(stepped(LOCKS, moves).walk, moves.length), thread),
    );
  expect(heads('AAB')).toEqual([
    { blocked: true, rest: ', holds x' },
    { blocked: false, rest: 'next: load, holds y' },
  ]);
  expect(heads('AAA')[0]).toEqual({ blocked: false, rest: 'next: store, holds x and y' });
  expect(heads('AAAAAA')[0]).toEqual({ blocked: false, rest: 'has ended' });
});

test('the table has a row a move, with registers, variables, locks and the threads that wait', () => {
  const { columns, rows } = movesTable(stepped(LOCKS, 'AAB'));
  expect(columns.map(({ label }) => label)).toEqual([
    'Move',
    'Thread',
    'does',
    'A’s register',
    'B’s register',
    'x',
    'y',
    'lock x',
    'lock y',
    'blocked',
  ]);
  expect(rows.at(0)).toEqual(['0', '–', 'the beginning', '0', '0', '0', '0', 'free', 'free', '–']);
  expect(rows.at(-1)).toEqual(['3', 'B', 'locks y', '0', '0', '0', '0', 'A', 'B', 'A for y']);
});

test('a table of a program without locks has no columns for them', () => {
  const { columns, rows } = movesTable(stepped(COUNTER, 'ABA'));
  expect(columns).toHaveLength(6);
  expect(rows.at(-1)).toEqual(['3', 'A', 'adds 1', '1', '0', '0']);
});

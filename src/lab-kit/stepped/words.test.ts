// How steps, moves and threads are told.
import { expect, test } from 'vitest';
import { standingAt } from './program.ts';
import { COUNTER, LOCKS, SEATS, stepped } from './testing/programs.ts';
import {
  codeOf,
  doneInWords,
  headInWords,
  movesTable,
  nextInWords,
  standingInWords,
} from './words.ts';

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

// What is read off a strip: the core's path, what is left when the rest is held back, its words, what it has room for.
import { expect, test } from 'vitest';
import {
  anyHollow,
  type Cell,
  corePath,
  gridEvery,
  type Row,
  reachOf,
  rowInWords,
  type Strip,
  sizeOf,
  statesOf,
  stepInWords,
  upTo,
} from './strip.ts';

const cell = (from: number, to: number, state: Cell['state'], said: string): Cell => ({
  from,
  to,
  state,
  text: said,
  said,
});
const row = (label: string, cells: readonly Cell[], rest: Partial<Row> = {}): Row => ({
  kind: 'lane',
  label,
  cells,
  endedAfter: null,
  ...rest,
});

/** A runs, waits for B, and runs again; C runs between, and nothing runs in step 5. */
const STRIP: Strip = {
  steps: ['A', 'B', 'B', 'C', '', 'A'],
  rows: [
    row('A', [
      cell(1, 1, 'running', 'begins'),
      cell(2, 3, 'waiting', 'waits'),
      cell(6, 6, 'running', 'ends'),
    ]),
    row('B', [cell(2, 3, 'running', 'answers')], { endedAfter: 3 }),
    row('C', [cell(4, 4, 'running', 'copies')]),
  ],
};
const CORE = row('core', [cell(5, 5, 'switching', 'switches')], { kind: 'band' });

test('the core goes from the lane that leaves it to the lane that takes it', () => {
  expect(corePath(STRIP)).toEqual([
    { after: 1, from: 0, to: 1 },
    { after: 3, from: 1, to: 2 },
  ]);
});

test('where no lane has it, the core is on its own band', () => {
  const { steps, rows } = STRIP;
  expect(corePath({ steps, rows: [...rows, CORE] })).toEqual([
    { after: 1, from: 0, to: 1 },
    { after: 3, from: 1, to: 2 },
    { after: 4, from: 2, to: 3 },
    { after: 5, from: 3, to: 0 },
  ]);
});

test('of several cores there is no path', () => {
  expect(corePath({ ...STRIP, rows: [...STRIP.rows, CORE, CORE] })).toEqual([]);
});

test('of what follows a step nothing is left: no cell, no letter, no way of the core, no end', () => {
  const held = upTo(STRIP, 2);
  expect(held.steps).toEqual(['A', 'B', '', '', '', '']);
  expect(held.rows.map((row) => rowInWords(row))).toEqual([
    'A: step 1, begins; step 2, waits',
    'B: step 2, answers',
    'C: nothing',
  ]);
  expect(corePath(held)).toEqual([{ after: 1, from: 0, to: 1 }]);
  // Where it is held back until the very step after which B has ended, that is not told either.
  expect(upTo(STRIP, 3).rows[1]?.endedAfter).toBeNull();
  expect(upTo(STRIP, 4).rows[1]?.endedAfter).toBe(3);
});

test('a lane is told in words, and so is a step', () => {
  expect(STRIP.rows.map((row) => rowInWords(row))).toEqual([
    'A: step 1, begins; steps 2 to 3, waits; step 6, ends',
    'B: steps 2 to 3, answers; ended after step 3',
    'C: step 4, copies',
  ]);
  expect(stepInWords(STRIP, 3)).toBe('A: waits; B: answers');
  expect(stepInWords(STRIP, 0)).toBe('');
});

test('what is shared is told by what it holds, in the words of its strip', () => {
  const counter = row('counter', [], {
    kind: 'shared',
    notes: [
      { from: 0, to: 4, text: '0' },
      { from: 4, to: 6, text: '1' },
    ],
  });
  expect(rowInWords(counter, 'move')).toBe('counter: 0; 1 after move 4');
  const held = upTo({ ...STRIP, rows: [counter] }, 3).rows[0] as Row;
  expect(rowInWords(held, 'move')).toBe('counter: 0');
});

test('nothing tells beforehand that a cell will come to nothing, or what a bracket says of the rest', () => {
  const lost: Strip = {
    ...STRIP,
    rows: [row('A', [{ ...cell(1, 1, 'running', 'stores'), hollow: 6 }])],
    brackets: [{ row: 0, from: 2, to: 6, text: 'B still has 0' }],
  };
  expect(anyHollow(lost)).toBe(true);
  expect(anyHollow(upTo(lost, 5))).toBe(false);
  expect(upTo(lost, 5).brackets).toEqual([]);
  expect(anyHollow(upTo(lost, 6))).toBe(true);
  expect(upTo(lost, 6).brackets).toHaveLength(1);
});

test('a legend has the states that are shown', () => {
  expect([...statesOf(STRIP)]).toEqual(['running', 'waiting']);
});

const long = (steps: number, letter = 'A'): Strip => ({
  ...STRIP,
  steps: Array(steps).fill(letter),
});

test('letters give way over 24 steps, and over 60 a strip is dense', () => {
  expect([24, 25, 60, 61].map((steps) => sizeOf(long(steps)))).toEqual([
    'lettered',
    'plain',
    'plain',
    'dense',
  ]);
  expect(sizeOf(long(8, ''))).toBe('plain');
});

test('before anything is done the room for letters is there', () => {
  const rows = STRIP.rows.map((one) => ({ ...one, cells: [] }));
  expect(sizeOf({ steps: ['', '', ''], rows })).toBe('lettered');
  expect(sizeOf({ steps: [], rows })).toBe('lettered');
});

test('of many steps, not each has a line and a number', () => {
  expect([24, 25, 61].map((steps) => gridEvery(long(steps)))).toEqual([1, 5, 10]);
  expect([1, 7, 10, 15, 50, 200].map(reachOf)).toEqual([1, 1, 10, 5, 50, 100]);
});

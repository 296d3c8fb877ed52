// The strip of the moves: what threads do, keep and wait for, what is shared, and which stores are lost.
import { atomic } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { rowInWords, upTo } from '../figures/strip/strip.ts';
import { lostStores, stripOf } from './strip-of.ts';
import { COUNTER, LOCKS, programOf, stepped } from './testing/programs.ts';

const strip = (program: typeof COUNTER, moves: string, slots?: number) =>
  stripOf(stepped(program, moves), slots === undefined ? {} : { slots });
const heard = (program: typeof COUNTER, moves: string) =>
  strip(program, moves).rows.map((row) => rowInWords(row, 'move'));

test('lanes say what threads do, and a line what is shared', () => {
  expect(heard(COUNTER, 'ABAABB')).toEqual([
    'thread A: move 1, loads 0; move 3, adds 1; move 4, stores 1; ended after move 4',
    'thread B: move 2, loads 0; move 5, adds 1; move 6, stores 1; ended after move 6',
    'counter: 0; 1 after move 4; 1 after move 6',
  ]);
});

test('a thread that does nothing keeps its register, until it goes on or ends', () => {
  const [a, b] = strip(COUNTER, 'ABAAB').rows;
  expect(a?.notes).toEqual([{ from: 1, to: 2, text: 'r = 0' }]);
  expect(b?.notes).toEqual([{ from: 2, to: 4, text: 'r = 0' }]);
});

test('a store that another thread overwrites unread is hollow, and a bracket says why', () => {
  const lost = strip(COUNTER, 'ABAABB');
  expect(lost.rows[0]?.cells.map(({ hollow }) => hollow)).toEqual([undefined, undefined, 6]);
  expect(lost.rows[1]?.cells.some(({ hollow }) => hollow !== undefined)).toBe(false);
  expect(lost.brackets).toEqual([{ row: 1, from: 4, to: 6, text: 'counter is 1, B still has 0' }]);
  expect(strip(COUNTER, 'AAABBB').brackets).toEqual([]);
  expect(lostStores(stepped(COUNTER, 'AAABBB').walk)).toEqual([]);
  // What a thread overwrites itself it has not lost.
  const { store } = atomic;
  expect(lostStores(stepped(programOf([[store('x'), store('x')]]), 'AA').walk)).toEqual([]);
});

test('what reads and writes in one go overwrites nothing unread', () => {
  const { fetchAndAdd, store } = atomic;
  const program = programOf([[store('x')], [fetchAndAdd('x', 1)]]);
  expect(lostStores(stepped(program, 'AB').walk)).toEqual([]);
});

test('on a bar stands what its step came to', () => {
  const { compareAndSet, tryLock, unlock } = atomic;
  const program = programOf([
    [
      compareAndSet({ variable: 'x', least: 1, value: 0, otherwise: 1 }),
      tryLock('m', 1),
      unlock('m'),
    ],
  ]);
  const cells = strip(program, 'AAA').rows[0]?.cells ?? [];
  expect(cells.map(({ text, short }) => [text, short])).toEqual([
    ['if x ≥ 1: x = 0: no', 'check'],
    ['try lock m: yes', 'try'],
    ['unlock m', 'unlock'],
  ]);
});

test('where a question holds back the end, nothing tells that a store will be lost', () => {
  const held = upTo(strip(COUNTER, 'ABAABB'), 5);
  expect(held.rows[0]?.cells.some(({ hollow }) => hollow !== undefined)).toBe(false);
  expect(held.brackets).toEqual([]);
  expect(held.made).toBe(5);
  expect(rowInWords(held.rows[2] as (typeof held.rows)[number])).toBe('counter: 0; 1 after step 4');
});

test('a store that a third thread reads in time is not lost, that of the third is', () => {
  const three = programOf(
    [...COUNTER.threads, ...COUNTER.threads].slice(0, 3).map(({ steps }) => steps),
  );
  // B loads 0. A stores 1, which C loads; C stores 2, and B overwrites that with 1.
  const lost = lostStores(stepped(three, 'BAAACCCBB').walk);
  expect(lost).toEqual([
    { at: 7, by: 9, thread: 2, overwriter: 1, variable: 'counter', stored: 2, stale: 0 },
  ]);
});

test('in a deadlock the threads wait for ever: to the last slot, and there is one', () => {
  expect(heard(LOCKS, 'AABB').slice(0, 2)).toEqual([
    'thread A: move 1, locks x; move 2, loads 0; moves 4 to 6, waits for y, for ever',
    'thread B: move 3, locks y; move 4, loads 0; moves 5 to 6, waits for x, for ever',
  ]);
  expect(strip(LOCKS, 'AABB', 12).rows[0]?.cells.at(-1)).toMatchObject({
    state: 'blocked',
    from: 4,
    to: 12,
  });
  expect(heard(LOCKS, 'AABB').slice(-2)).toEqual([
    'lock x: free; A after move 1',
    'lock y: free; B after move 3',
  ]);
});

test('a thread that waits for a while is blocked so long', () => {
  // A needs y from move 3 on; B gives it back in move 7.
  const program = programOf([
    LOCKS.threads[0]?.steps ?? [],
    (LOCKS.threads[1]?.steps ?? []).filter((step) => !('lock' in step && step.lock === 'x')),
  ]);
  const [a] = heard(program, 'AABBBBAAAA');
  expect(a).toContain('moves 4 to 6, waits for y; move 7');
});

test('slots are there before moves are made, and have no number', () => {
  const { steps, made } = strip(COUNTER, 'AB', 6);
  expect(steps).toEqual(['A', 'B', '', '', '', '']);
  expect(made).toBe(2);
});

test('a thread that is rolled back is not blocked in that move, and is called what its program calls it', () => {
  const { lock, unlock } = atomic;
  const either = (first: string, second: string) => [
    lock(first),
    lock(second, 3),
    unlock(second),
    unlock(first),
  ];
  const program = programOf([either('x', 'y'), either('y', 'x')], { called: 'transaction' });
  expect(heard(program, 'ABBB').slice(0, 2)).toEqual([
    'transaction A: move 1, locks x; moves 3 to 4, waits for y',
    'transaction B: move 2, locks y; move 3, is rolled back and goes on at unlock y; move 4, unlocks y; ended after move 4',
  ]);
});

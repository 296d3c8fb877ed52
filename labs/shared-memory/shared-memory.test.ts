// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { interleavings } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { runOf } from '../../src/lab-kit/lab.ts';
import lab from './index.ts';
import { ORDERS, THREADS } from './program.ts';
import { describeMove } from './words.ts';

const said = (moves: string) => toText(lab.describe?.(runOf(lab, { moves })) ?? []);

test('18 of the 20 orders lose an update, as the package counts them', () => {
  expect(factValue(lab, 'by-hand', 'orders', 0)).toBe('20');
  expect(factValue(lab, 'by-hand', 'lost', 0)).toBe('18');
  const { total, finals } = interleavings(THREADS);
  expect(total).toBe(20n);
  expect(new Set(ORDERS.map(({ moves }) => moves)).size).toBe(20);
  for (const { variables, count } of finals) {
    expect(BigInt(ORDERS.filter(({ counter }) => counter === variables.counter).length)).toBe(
      count,
    );
  }
});

test('the two that lose none are those in which one thread is done before the other begins', () => {
  const whole = ORDERS.filter(({ counter }) => counter === 2);
  expect(whole.map(({ moves, changes }) => [moves, changes])).toEqual([
    ['AAABBB', 1],
    ['BBBAAA', 1],
  ]);
});

test('a lost update is told with who overwrote whom', () => {
  expect(said('ABAABB')).toBe(
    'In this order the counter ends at 1 instead of 2. B loads it before A stores, and then overwrites what A stored. ' +
      '18 of the 20 orders lose an update.',
  );
  expect(said('BABBAA')).toContain(
    'A loads it before B stores, and then overwrites what B stored.',
  );
  expect(said('AAABBB')).toContain('no update is lost');
  expect(said('AB')).toContain('with 4 moves to go');
});

test('each move is told with what comes next', () => {
  const { result } = runOf(lab, { moves: 'ABAABB' });
  expect(toText(describeMove(result, 4))).toBe(
    'A stores 1; the counter is 1; A has ended, B: add next',
  );
});

test('a move of a thread that has ended is refused, with its place', () => {
  expect(() => runOf(lab, { moves: 'AAAAB' })).toThrow(
    'move 4 is of A, which has ended after 3 steps',
  );
});

// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { interleavings } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { checkDeclaration } from '../../src/lab-kit/check-lab.ts';
import { factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, runOf } from '../../src/lab-kit/lab.ts';
import { readLink } from '../../src/lab-kit/parameters/link.ts';
import lab from './index.ts';
import { ORDERS, PROGRAM } from './program.ts';

const said = (moves: string) => toText(lab.describe?.(runOf(lab, { moves })) ?? []);

test('18 of the 20 orders lose an update, as the package counts them', () => {
  expect(factValue(lab, 'by-hand', 'orders', 0)).toBe('20');
  expect(factValue(lab, 'by-hand', 'lost', 0)).toBe('18');
  const { total, finals } = interleavings(PROGRAM.threads);
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
  expect(said('AB')).toContain('leave the counter at 0; 4 more moves and both threads have ended');
});

test('each move is told with what comes next', () => {
  const run = runOf(lab, { moves: 'ABAABB' });
  expect(toText(lab.view.clock?.describe(run, 4) ?? [])).toBe(
    'A stores 1; counter 1, was 0. A has ended; B: add next.',
  );
});

test('moves are made as far as they can be, and the first that cannot is told', () => {
  const { values, compare, warnings } = readLink(lab as AnyLab, '?moves=AABAAB&compare=moves:BBBB');
  const whyNot = (letter: string) => `thread ${letter} has ended.`;
  expect([values, compare]).toEqual([{ moves: 'AABA' }, { moves: 'BBB' }]);
  expect(warnings).toEqual([
    `Move 5 of 6, A, cannot be made: ${whyNot('A')} The first 4 are made.`,
    `In the run to compare with: Move 4 of 4, B, cannot be made: ${whyNot('B')} The first 3 are made.`,
  ]);
});

test('a preset of impossible moves stops the build', () => {
  const presets = { wrong: { label: 'Wrong', values: { moves: 'AAAA' } } };
  expect(() => checkDeclaration({ ...(lab as AnyLab), presets })).toThrow(
    'Lab shared-memory, preset wrong: Move 4 of 4, A, cannot be made',
  );
});

test('moves of no thread cannot be set', () => {
  const { values, warnings } = readLink(lab as AnyLab, '?moves=ABC');
  expect(values).toEqual({ moves: '' });
  expect(warnings).toHaveLength(1);
});

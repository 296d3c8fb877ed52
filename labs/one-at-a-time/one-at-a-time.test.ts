// The claims that the lessons make of this lab.
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetValues, runOf } from '../../src/lab-kit/lab.ts';
import lab from './index.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));

test('one at a time, each user waits for all those ahead [claim 2]', () => {
  expect(fact('one-at-a-time', 'first-ends')).toBe(260);
  expect(fact('one-at-a-time', 'tenth-ends')).toBe(2.6);
  expect(fact('one-at-a-time', 'last-ends')).toBe(26);
  expect(fact('one-at-a-time', 'last-in-line')).toBe(25.74);
  expect(fact('one-at-a-time', 'mean')).toBe(13.13);
  expect(fact('one-at-a-time', 'idle')).toBeCloseTo(25000 / 260, 5);
});

test('four cores change nothing of it but the idle share', () => {
  expect(fact('four-cores', 'last-ends')).toBe(26);
  expect(fact('four-cores', 'last-in-line')).toBe(25.74);
  expect(fact('four-cores', 'idle')).toBeCloseTo(100 - 100 / 104, 5);
});

test('all in progress, one core comes to the floor of 100 x 10 ms + 250 ms [claim 1]', () => {
  expect(fact('all', 'last-ends')).toBe(1.25);
  expect(fact('all', 'idle')).toBe(20);
  expect(fact('loop', 'last-ends')).toBe(1.25);
});

test('an event loop has one thread, so four cores leave its last answer where it was', () => {
  expect(fact('loop-four-cores', 'last-ends')).toBe(1.25);
  expect(fact('loop-four-cores', 'idle')).toBe(80);
});

test('of a pool that never waits, the one answered last is not the last one taken', () => {
  const run = runOf(lab, { ...presetValues(lab, 'pool'), database: 0 });
  expect(lab.facts['last-ends']?.value(run)).toBe(1);
});

test('with all in progress four cores do help', () => {
  expect(fact('all-four-cores', 'last-ends')).toBe(0.5);
});

test('a pool of 26 comes to the floor while each computes until it waits, and not with a slice', () => {
  expect(fact('pool', 'last-ends')).toBe(1.25);
  expect(fact('pool-sliced', 'last-ends')).toBe(1.67);
});

test('a pool of ten answers ten in 350 ms at most, a nearer database shortens the line in proportion', () => {
  expect(fact('pool-of-ten', 'last-ends')).toBe(2.69);
  expect(fact('nearer', 'last-ends')).toBe(15);
  expect(fact('next-door', 'last-ends')).toBe(7);
});

test('four cores leave a line as long as it was; a nearer database saves a full core one wait', () => {
  expect(fact('nearer-four-cores', 'last-ends')).toBe(fact('nearer', 'last-ends'));
  expect(fact('all', 'last-ends') - fact('all-next-door', 'last-ends')).toBeCloseTo(0.19, 9);
});

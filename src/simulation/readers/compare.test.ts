// How two runs of the same tasks differ, in figures and in a sentence.
import { expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { simulate } from '../simulate.ts';
import { compare, summariseComparison } from './compare.ts';
import { toText } from './sentence.ts';

const names = { tasks: ['A', 'B', 'other work'], awaited: 'the database' };
const run = (machine: string) =>
  simulate(
    parse(`${machine}; A: cpu 5, io 35, cpu 5; B: cpu 15, io 35, cpu 5; other: at 30, cpu 20`),
  );
const said = (first: string, second: string) =>
  toText(summariseComparison(run(first), run(second), names, [0, 1])).replaceAll('\u00a0', ' ');

test('tasks differ by what they were spared', () => {
  expect(said('cores 1', 'cores 2')).toBe(
    'A ends 10 ms earlier because it waits 10 ms less for a core. ' +
      'B ends 5 ms earlier because it waits 5 ms less for a core.',
  );
  const [difference] = compare(run('cores 1'), run('cores 2'));
  expect(difference).toMatchObject({
    earlier: 10e6,
    noCore: 10e6,
    noWorker: 0,
    waiting: 0,
    running: 0,
  });
});

test('of tasks that end alike it is said that they do', () => {
  expect(said('workers 1', 'workers 1; cores 4')).toBe(
    'A and B end at the same instants in both runs.',
  );
});

test('of a task that ends as before although it fared otherwise it is said how', () => {
  const first = simulate(parse('A: cpu 10, io 20; B: cpu 5'));
  const second = simulate(parse('A: cpu 5, io 25; B: cpu 5'));
  expect(toText(summariseComparison(first, second, names, [0, 1])).replaceAll('\u00a0', ' ')).toBe(
    'A ends at the same instant: it waits 5 ms more for the database, and it computes 5 ms less. ' +
      'B ends 5 ms earlier because it waits 5 ms less for a core.',
  );
});

test('a task that only one run has, or that has no end, is not compared', () => {
  const second = simulate(
    parse('cores 2; horizon 52; A: cpu 5, io 35, cpu 5; B: cpu 60; C: cpu 1'),
  );
  expect(compare(run('cores 1'), second).map(({ first }) => first)).toEqual([0]);
});

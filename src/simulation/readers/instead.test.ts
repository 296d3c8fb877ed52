// What a second run is said to have done in place of a time in which the first had a task that lacked a worker or a core: at the same point of its program.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { simulate } from '../simulate.ts';
import { compare, type Difference } from './compare.ts';
import { instead } from './instead.ts';
import { longestLack } from './lack.ts';
import { toText } from './sentence.ts';

/** What is said of the longest time in which a task of the first run lacked a worker or a core. */
function said(one: string, other: string, task: string): string {
  const [first, second] = [simulate(parse(one)), simulate(parse(other))];
  const difference = compare(first, second).find(
    (found) => first.tasks[found.first]?.name === task,
  ) as Difference;
  const { segment } = longestLack(first, [difference.first]) as { segment: number };
  const names = { tasks: second.tasks.map(({ name }) => name), awaited: 'the database' };
  return toText(instead(first, second, names, difference, segment)).replaceAll('\u00a0', ' ');
}

describe('a task that goes on at once', () => {
  const TWO = 'A: cpu 5, io 35, cpu 5; B: cpu 15, io 35, cpu 5; other: at 30, cpu 20';
  const LOCKED =
    'A: lock m, cpu 9, unlock m, cpu 9; B: cpu 1, lock m, cpu 2, unlock m; C: at 2, cpu 30';
  const THREE = 'A: cpu 9; B: cpu 9; C: cpu 9';

  test.each([
    [
      'after a wait, found a free core',
      [`cores 1; ${TWO}`, `cores 2; ${TWO}`, 'A'],
      'The database answered. Core 2 was free, so A ran at once.',
    ],
    [
      'as it arrived, found a free core',
      [`workers 1; ${TWO}`, `cores 2; ${TWO}`, 'B'],
      'B arrived. Core 2 was free, so B ran at once.',
    ],
    [
      'as it was given its lock, found a free core',
      [`cores 2; ${LOCKED}`, `cores 3; ${LOCKED}`, 'B'],
      'B was given its lock. Core 3 was free, so B ran at once.',
    ],
    [
      'on another core, took that one over',
      [`slice 4; ${THREE}`, `cores 2; slice 4; ${THREE}`, 'A'],
      'B used up its slice and lost core 2. A was next.',
    ],
    [
      'as it arrived, may wait first',
      ['workers 1; A: cpu 5; B: io 5, cpu 1', 'A: cpu 5; B: io 5, cpu 1', 'B'],
      'B arrived. B asked the database.',
    ],
    [
      'as it arrived, may have nothing to do',
      ['workers 1; A: cpu 5; B:', 'A: cpu 5; B:', 'B'],
      'B arrived and had nothing to do.',
    ],
  ] as const)('%s', (_, [one, other, task], sentence) => {
    expect(said(one, other, task)).toBe(sentence);
  });
});

describe('a task that computes without a break', () => {
  const ROUNDS = 'A: repeat 3 (cpu 4, io 4); B: at 9, cpu 9';

  test.each([
    ['where slices broke it', 'slice 5; A: cpu 20; B: cpu 9', 'A: cpu 20; B: cpu 9', '0 to 20'],
    [
      'over steps that follow one another',
      'slice 5; A: cpu 3, cpu 9; B: cpu 9',
      'A: cpu 3, cpu 9; B: cpu 9',
      '0 to 12',
    ],
    [
      'where its wait has no length',
      'A: cpu 5, io 5, cpu 5; B: cpu 15',
      'A: cpu 5, io 0, cpu 5; B: cpu 15',
      '0 to 10',
    ],
    [
      'where its lock is free',
      'A: cpu 5, lock m, cpu 5, unlock m; B: at 1, lock m, cpu 9, unlock m; C: at 6, cpu 9',
      'A: cpu 5, lock m, cpu 5, unlock m; B: at 6, lock m, cpu 9, unlock m; C: at 6, cpu 9',
      '0 to 10',
    ],
    ['in the same round of a repeat', `slice 3; ${ROUNDS}`, ROUNDS, '8 to 12'],
    [
      'though an earlier step is shorter',
      'slice 4; A: cpu 3, io 1, cpu 6; B: cpu 20',
      'cores 2; A: cpu 2, io 1, cpu 6; B: cpu 20',
      '3 to 9',
    ],
  ])('%s', (_, one, other, span) => {
    expect(said(one, other, 'A')).toBe(`A kept its core and ran from ${span} ms.`);
  });
});

describe('a task that is in line there too', () => {
  test('is said to be, for how long and why', () => {
    const tasks = 'A: cpu 5, io 35, cpu 5; B: cpu 15, io 35, cpu 5; other: at 30, cpu 20';
    expect(said(tasks, `slice 3; ${tasks}`, 'A')).toBe(
      'A was runnable too, from 43 to 45 ms. ' +
        'The database answered. Other had the core, so A was first in the run queue.',
    );
  });

  test('may lack a core and no worker', () => {
    expect(said('workers 1; A: cpu 5; B: cpu 5', 'A: cpu 5; B: cpu 5', 'B')).toBe(
      'B was runnable, from 0 to 5 ms. ' +
        'B arrived. A had the core, so B was first in the run queue.',
    );
  });

  test('may lack a worker first, and then a core', () => {
    const tasks = 'A: io 3; B: cpu 9; C: cpu 1';
    expect(said(`workers 1; ${tasks}`, `workers 2; ${tasks}`, 'C')).toBe(
      'C was in line too, from 0 to 3 ms. ' +
        'C arrived. A and B held all the workers, so C stood in line. ' +
        'It was then runnable from 3 to 9 ms. ' +
        'A ended and freed its worker. B had the core, so C was first in the run queue.',
    );
  });
});

describe('a task whose step is over before', () => {
  test.each([
    [
      'slice 4; A: cpu 6; B: cpu 9',
      'A: cpu 3; B: cpu 9',
      'A had only 3 ms to compute in that step.',
    ],
    [
      'slice 4; A: cpu 6; B: cpu 9',
      'A: cpu 4; B: cpu 9',
      'A had only 4 ms to compute in that step.',
    ],
    [
      'slice 4; A: cpu 2, cpu 9; B: cpu 9',
      'A: cpu 2, cpu 1, cpu 9; B: cpu 9',
      'A had only 1 ms to compute in that step.',
    ],
    [
      'A: cpu 5, io 5, cpu 5; B: cpu 15',
      'A: cpu 5, io 5, cpu 0; B: cpu 15',
      'A had nothing to compute in that step.',
    ],
    [
      'A: repeat 2 (cpu 4, io 1); B: at 3, cpu 5',
      'A: repeat 1 (cpu 4, io 1); B: at 3, cpu 5',
      'A has no such step.',
    ],
  ])('%s; %s', (one, other, sentence) => {
    expect(said(one, other, 'A')).toBe(sentence);
  });
});

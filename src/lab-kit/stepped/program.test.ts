// Which moves can be made, and what a step by hand does to those that are there.
import { expect, test } from 'vitest';
import { PlayheadStore } from '../frame/playhead.ts';
import type { Run } from '../lab.ts';
import type { Stage } from '../view.ts';
import {
  type Moved,
  type Program,
  refusedIn,
  type Stepped,
  standingAt,
  stepThread,
  threadKeys,
} from './program.ts';
import { COUNTER, LOCKS, stepped } from './testing/programs.ts';

test('moves are made as far as they can be: not by a thread that has ended, is blocked or is not there', () => {
  expect(refusedIn(COUNTER, 'ABAABB')).toBeNull();
  expect(refusedIn(COUNTER, 'AABAAB')).toEqual({ at: 4, why: 'thread A has ended.' });
  expect(refusedIn(LOCKS, 'AABBA')).toEqual({
    at: 4,
    why: 'thread A waits for y, which B holds.',
  });
  expect(refusedIn(COUNTER, 'AC')).toEqual({ at: 1, why: 'there is no thread C.' });
});

test('a program that cannot be run at all is not taken for a move that cannot be made', () => {
  const [A] = COUNTER.threads as readonly [Program['threads'][number]];
  expect(() => refusedIn({ threads: [A, A], initial: {} }, 'A')).toThrow('threads[1].name');
});

test('beyond the last move all stands as after it', () => {
  expect(standingAt(stepped(COUNTER, 'AB').walk, 7).counters).toEqual([1, 1]);
});

/** A lab whose reader has made these moves, and gone back to one of them. */
function at(program: Program, moves: string, move: number) {
  const runs: readonly Run<Moved, Stepped>[] = [
    { values: { moves }, result: stepped(program, moves), tag: '' },
  ];
  const end = 100;
  const playhead = new PlayheadStore(move).on({ end, stops: () => [0], flows: false });
  const set: unknown[] = [];
  const stage = { runs, playhead, set: (...all: unknown[]) => set.push(all) };
  return { stage: stage as unknown as Stage<Moved, Stepped, unknown>, set, playhead };
}

test('a step replaces what follows the playhead, and takes it along', () => {
  const { stage, set, playhead } = at(COUNTER, 'ABAABB', 1);
  stepThread(stage, 0);
  expect(set).toEqual([['moves', 'AA']]);
  expect(playhead.at()).toBe(2);
});

test('while a question waits for its answer no thread goes on', () => {
  const { stage, set, playhead } = at(COUNTER, 'AB', 1);
  stepThread({ ...stage, closed: true }, 0);
  expect(set).toEqual([]);
  expect(playhead.at()).toBe(1);
});

test('a thread that is blocked or has ended, and one that is not there, does nothing', () => {
  for (const [program, moves, thread] of [
    [LOCKS, 'AABB', 0],
    [COUNTER, 'AAA', 0],
    [COUNTER, '', 4],
  ] as const) {
    const { stage, set, playhead } = at(program, moves, moves.length);
    stepThread(stage, thread);
    expect(set).toEqual([]);
    expect(playhead.at()).toBe(moves.length);
  }
});

test('a thread’s letter is its key, large or small', () => {
  const { press } = threadKeys<Moved, Stepped>(['A', 'B']);
  for (const key of ['B', 'b']) {
    const { stage, set } = at(COUNTER, 'A', 1);
    press[key]?.(stage);
    expect(set).toEqual([['moves', 'AB']]);
  }
});

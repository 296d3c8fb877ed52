// One schedule followed: what each move did, how everything stands after it, and which moves are refused.
import { describe, expect, test } from 'vitest';
import { type AtomicStep, atomic } from './program.ts';
import { increment, lockedIncrement, named, nested } from './testing/threads.ts';
import { unfrozenIn } from './testing/unfrozen.ts';
import { walk } from './walk.ts';

const { load, add, store } = atomic;

describe('an increment that is lost', () => {
  const { snapshots, status } = walk(named(increment, increment), [0, 1, 0, 0, 1, 1], { x: 5 });

  test('has a snapshot of the beginning and one after each move', () => {
    expect(snapshots).toHaveLength(7);
    expect(snapshots[0]).toEqual({
      counters: [0, 0],
      registers: [0, 0],
      variables: { x: 5 },
      locks: {},
      canGoOn: [0, 1],
      blocked: [],
      status: 'can-go-on',
      move: null,
    });
    expect(snapshots.map(({ counters }) => counters.join(' '))).toEqual([
      '0 0',
      '1 0',
      '1 1',
      '2 1',
      '3 1',
      '3 2',
      '3 3',
    ]);
    expect(snapshots.map(({ registers }) => registers.join(' '))).toEqual([
      '0 0',
      '5 0',
      '5 5',
      '6 5',
      '6 5',
      '6 6',
      '6 6',
    ]);
    expect(snapshots.map(({ variables }) => variables.x)).toEqual([5, 5, 5, 5, 6, 6, 6]);
  });

  test('says what a load, an add and a store did', () => {
    expect(snapshots[2]?.move).toEqual({
      thread: 1,
      step: 0,
      did: load('x'),
      read: 5,
      written: null,
      passed: null,
      register: { before: 0, after: 5 },
      variable: { name: 'x', before: 5, after: 5 },
    });
    expect(snapshots[3]?.move).toEqual({
      thread: 0,
      step: 1,
      did: add(1),
      read: null,
      written: null,
      passed: null,
      register: { before: 5, after: 6 },
      variable: null,
    });
    expect(snapshots[4]?.move).toEqual({
      thread: 0,
      step: 2,
      did: store('x'),
      read: null,
      written: 6,
      passed: null,
      register: { before: 6, after: 6 },
      variable: { name: 'x', before: 5, after: 6 },
    });
    // The second store writes what is there already: the update that it was for is lost.
    expect(snapshots[6]?.move).toMatchObject({
      written: 6,
      variable: { before: 6, after: 6 },
    });
  });

  test('ends with all threads done', () => {
    expect(status).toBe('done');
    expect(snapshots.at(-1)).toMatchObject({ status: 'done', canGoOn: [], blocked: [] });
  });
});

describe('a move says what its step did', () => {
  const { fetchAndAdd, testAndSet, compareAndSet, when, jump, tryLock, lock, unlock } = atomic;
  const x = (before: number, after: number) => ({ name: 'x', before, after });
  const within = { variable: 'x', least: { register: 0 }, most: { register: 2 } };

  test.each<[string, AtomicStep, object]>([
    ['store of a constant', store('x', 7), { written: 7, variable: x(5, 7) }],
    [
      'store of more than the register',
      store('x', { register: 2 }),
      { written: 6, variable: x(5, 6) },
    ],
    [
      'fetch-and-add',
      fetchAndAdd('x', -2),
      { read: 5, written: 3, variable: x(5, 3), register: { before: 4, after: 5 } },
    ],
    [
      'test-and-set',
      testAndSet('x'),
      { read: 5, written: 1, variable: x(5, 1), register: { before: 4, after: 5 } },
    ],
    [
      'compare-and-set that sets',
      compareAndSet({ ...within, value: { register: 4 }, otherwise: 0 }),
      { read: 5, written: 8, passed: true, variable: x(5, 8) },
    ],
    [
      'compare-and-set that does not',
      compareAndSet({ variable: 'x', least: 6, value: 0, otherwise: 0 }),
      { read: 5, passed: false, variable: x(5, 5) },
    ],
    [
      'if of a variable',
      when({ ...within, otherwise: 0 }),
      { read: 5, passed: true, variable: x(5, 5) },
    ],
    ['if of the register', when({ least: 5, otherwise: 0 }), { passed: false }],
    ['jump', jump(0), {}],
    ['try-lock', tryLock('m', 0), { passed: true }],
    ['lock', lock('m'), {}],
    ['lock that might be rolled back', lock('m', 0), { passed: true }],
  ])('%s', (_, step, expected) => {
    const release = 'lock' in step ? [unlock('m')] : [];
    const initial: Record<string, number> = 'variable' in step ? { x: 5 } : {};
    const { snapshots } = walk(named([add(4), step, ...release]), [0, 0], initial);
    expect(snapshots[2]?.move).toEqual({
      thread: 0,
      step: 1,
      did: step,
      read: null,
      written: null,
      passed: null,
      variable: null,
      register: { before: 4, after: 4 },
      ...expected,
    });
    expect(unfrozenIn(snapshots)).toEqual([]);
  });

  test('a lock that is held sends a try-lock elsewhere', () => {
    const trying = [tryLock('m', 2), unlock('m'), add(1)];
    const { snapshots } = walk(named(lockedIncrement, trying), [0, 1, 1]);
    expect(snapshots[1]).toMatchObject({ canGoOn: [0, 1], blocked: [] });
    expect(snapshots[2]).toMatchObject({
      counters: [1, 2],
      locks: { m: 0 },
      move: { passed: false },
    });
    expect(snapshots[3]).toMatchObject({ counters: [1, 3], registers: [0, 1] });
  });
});

test('a schedule may be of no moves, or stop before the end', () => {
  const threads = named(increment, increment);
  expect(walk(threads, []).snapshots).toHaveLength(1);
  expect(walk(threads, []).status).toBe('can-go-on');
  expect(walk(threads, [1, 1, 1])).toMatchObject({ status: 'can-go-on' });
  expect(walk(threads, [1, 1, 1]).snapshots.at(-1)?.canGoOn).toEqual([0]);
  expect(walk(named([]), []).status).toBe('done');
});

test('under a lock, who does not hold it waits for who does', () => {
  const { snapshots } = walk(named(lockedIncrement, lockedIncrement), [1, 1, 1, 1, 1, 0]);
  const holders = snapshots.map(({ locks }) => locks.m);
  expect(holders).toEqual([null, 1, 1, 1, 1, null, 0]);
  const waiting = { thread: 0, step: 0, awaits: 'm', heldBy: 1 };
  for (const { canGoOn, blocked } of snapshots.slice(1, 5)) {
    expect({ canGoOn, blocked }).toEqual({ canGoOn: [1], blocked: [waiting] });
  }
  expect(snapshots[5]).toMatchObject({ canGoOn: [0], blocked: [] });
  expect(snapshots[6]).toMatchObject({ canGoOn: [0], blocked: [] });
});

test('two locks in opposite orders: each holds what the other awaits', () => {
  const { snapshots, status } = walk(named(nested('a', 'b'), nested('b', 'a')), [0, 1]);
  expect(status).toBe('deadlock');
  expect(snapshots[1]).toMatchObject({ locks: { a: 0, b: null }, canGoOn: [0, 1], blocked: [] });
  expect(snapshots[2]).toMatchObject({
    locks: { a: 0, b: 1 },
    canGoOn: [],
    blocked: [
      { thread: 0, step: 1, awaits: 'b', heldBy: 1 },
      { thread: 1, step: 1, awaits: 'a', heldBy: 0 },
    ],
  });
});

describe('a move is refused', () => {
  const locked = named(lockedIncrement, lockedIncrement);
  const opposite = named(nested('a', 'b'), nested('b', 'a'));
  test.each([
    [
      'of a thread that awaits a lock',
      locked,
      [0, 0, 1],
      'schedule[2]: found 1 ("T1" awaits "m", which "T0" holds); 0 ("T0") would do.',
    ],
    [
      'of a thread that is done',
      named([add(1)], [add(1)], [add(1)]),
      [1, 1],
      'schedule[1]: found 1 ("T1" is done); 0 ("T0") or 2 ("T2") would do.',
    ],
    ['of a thread that is not there', locked, [0, 2], 'schedule[1]: found 2; 0 ("T0") would do.'],
    [
      'in a deadlock',
      opposite,
      [0, 1, 0],
      'schedule[2]: found 0 ("T0" awaits "b", which "T1" holds); a schedule that ends before this move would do.',
    ],
    [
      'after the end',
      named([add(1)]),
      [0, 0],
      'schedule[1]: found 0 ("T0" is done); a schedule that ends before this move would do.',
    ],
  ])('%s', (_, threads, schedule, message) => {
    expect(() => walk(threads, schedule)).toThrow(message);
  });

  test.each([-1, 0.5, '0', 'T0', null, undefined, Number.NaN])('that is %j', (move) => {
    expect(() => walk(locked, [0, move as number])).toThrow(/^schedule\[1\]: found /);
  });

  test('and so is a schedule that is no list, and a program that cannot be run', () => {
    expect(() => walk(locked, '01' as never)).toThrow(
      'schedule: found "01"; a list of thread numbers would do.',
    );
    expect(() => walk([], [])).toThrow('threads.length: found 0; from 1 to 16 threads would do.');
    expect(() => walk(locked, [], { y: 1 })).toThrow(/^initial\.y: /);
  });
});

describe('snapshots', () => {
  test('are frozen, with all that they hold', () => {
    const { snapshots } = walk(named(lockedIncrement, lockedIncrement), [0, 0, 0, 0]);
    expect(snapshots[2]).toMatchObject({ blocked: [{ thread: 1 }], move: { did: load('x') } });
    expect(unfrozenIn(snapshots)).toEqual([]);
  });

  test('stay as they are when the program that they were made from is changed', () => {
    const value = { register: 1 };
    const step = { kind: 'add' as const, amount: 1 };
    const steps: AtomicStep[] = [step, { kind: 'store', variable: 'x', value }];
    const { snapshots } = walk([{ name: 'A', steps }], [0, 0]);
    step.amount = 7;
    value.register = 7;
    steps.pop();
    expect(snapshots[1]?.move?.did).toEqual({ kind: 'add', amount: 1 });
    expect(snapshots[2]?.move?.did).toEqual(store('x', { register: 1 }));
    expect(snapshots[2]?.variables).toEqual({ x: 2 });
    expect(unfrozenIn(snapshots)).toEqual([]);
  });
});

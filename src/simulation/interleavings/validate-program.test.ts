// Threads that cannot be interleaved are refused, with the place, what was found and what would do.
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { interleavings } from './interleavings.ts';
import { atomic } from './program.ts';

const { load, add, store, when, jump, tryLock, lock, unlock } = atomic;

/** What is refused: threads may be anything. */
function refusal(threads: unknown, ...initial: unknown[]): ScenarioError {
  try {
    interleavings(...([threads, ...initial] as Parameters<typeof interleavings>));
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('Nothing was refused.');
}

/** The steps as those of a second thread. */
const second = (...steps: unknown[]) => [
  { name: 'A', steps: [] },
  { name: 'B', steps },
];

describe('threads', () => {
  test.each([
    ['threads', null],
    ['threads', { 0: { name: 'A', steps: [] } }],
    ['threads.length', []],
    ['threads.length', Array.from({ length: 17 }, (_, i) => ({ name: `T${i}`, steps: [] }))],
    ['threads[0]', [null]],
    ['threads[0]', new Array(1)],
    ['threads[0]', [[]]],
    ['threads[0].name', [{ steps: [] }]],
    ['threads[0].name', [{ name: '', steps: [] }]],
    ['threads[0].steps', [{ name: 'A' }]],
    ['threads[0].steps', [{ name: 'A', steps: 'load x' }]],
    ['threads[0].priority', [{ name: 'A', steps: [], priority: 1 }]],
  ])('%s: %j', (path, threads) => {
    expect(refusal(threads).path).toBe(path);
  });

  test('of one name', () => {
    const twins = [
      { name: 'A', steps: [] },
      { name: 'A', steps: [] },
    ];
    expect(refusal(twins)).toMatchObject({
      path: 'threads[1].name',
      found: '"A"',
      allowed: 'a name that no other thread has',
    });
  });
});

describe('steps', () => {
  test.each([
    ['threads[1].steps[0]', null],
    ['threads[1].steps[0]', []],
    ['threads[1].steps[0].kind', {}],
    ['threads[1].steps[0].kind', { kind: 'swap', variable: 'x' }],
    ['threads[1].steps[0].kind', { kind: '__proto__' }],
    ['threads[1].steps[0].variable', { kind: 'load' }],
    ['threads[1].steps[0].variable', { kind: 'store', variable: '' }],
    ['threads[1].steps[0].variable', { kind: 'store', variable: 5 }],
    ['threads[1].steps[0].amount', { kind: 'add' }],
    ['threads[1].steps[0].amount', { kind: 'add', amount: 0.5 }],
    ['threads[1].steps[0].amount', { kind: 'add', amount: Number.NaN }],
    ['threads[1].steps[0].amount', { kind: 'add', amount: Number.NEGATIVE_INFINITY }],
    ['threads[1].steps[0].amount', { kind: 'add', amount: '1' }],
    ['threads[1].steps[0].amount', { kind: 'add', amount: 2 ** 53 }],
    ['threads[1].steps[0].lock', { kind: 'lock' }],
    ['threads[1].steps[0].lock', { kind: 'unlock', lock: '' }],
    ['threads[1].steps[0].amount', { kind: 'load', variable: 'x', amount: 1 }],
    ['threads[1].steps[0].value', { kind: 'store', variable: 'x', value: null }],
    ['threads[1].steps[0].value', { kind: 'store', variable: 'x', value: [1] }],
    ['threads[1].steps[0].value', { kind: 'load', variable: 'x', value: 1 }],
    ['threads[1].steps[0].value.register', { kind: 'store', variable: 'x', value: {} }],
    ['threads[1].steps[0].value.plus', { kind: 'store', variable: 'x', value: { plus: 1 } }],
    ['threads[1].steps[0].variable', { kind: 'fetch-and-add', amount: 1 }],
    ['threads[1].steps[0].amount', { kind: 'fetch-and-add', variable: 'x' }],
    ['threads[1].steps[0].variable', { kind: 'test-and-set' }],
    ['threads[1].steps[0].value', { kind: 'test-and-set', variable: 'x', value: 1 }],
    ['threads[1].steps[0].variable', { kind: 'compare-and-set', value: 1, least: 0, otherwise: 0 }],
    [
      'threads[1].steps[0].value',
      { kind: 'compare-and-set', variable: 'x', least: 0, otherwise: 0 },
    ],
    [
      'threads[1].steps[0].otherwise',
      { kind: 'compare-and-set', variable: 'x', value: 1, most: 0 },
    ],
    ['threads[1].steps[0]', { kind: 'compare-and-set', variable: 'x', value: 1, otherwise: 0 }],
    ['threads[1].steps[0]', { kind: 'if', variable: 'x', otherwise: 0 }],
    ['threads[1].steps[0].otherwise', { kind: 'if', variable: 'x', least: 0 }],
    ['threads[1].steps[0].variable', { kind: 'if', variable: null, least: 0, otherwise: 0 }],
    ['threads[1].steps[0].least', { kind: 'if', least: '0', otherwise: 0 }],
    ['threads[1].steps[0].most.register', { kind: 'if', most: { register: 0.5 }, otherwise: 0 }],
    ['threads[1].steps[0].least', { kind: 'if', least: 2, most: 1, otherwise: 0 }],
    ['threads[1].steps[0].to', { kind: 'jump' }],
    ['threads[1].steps[0].otherwise', { kind: 'jump', otherwise: 0 }],
    ['threads[1].steps[0].rollback', { kind: 'lock', lock: 'm', rollback: 2 }],
    ['threads[1].steps[0].otherwise', { kind: 'try-lock', lock: 'm' }],
    ['threads[1].steps[0].rollback', { kind: 'try-lock', lock: 'm', otherwise: 0, rollback: 0 }],
  ])('%s: %j', (path, step) => {
    expect(refusal(second(step)).path).toBe(path);
  });

  test.each([-1, 3, 0.5, Number.NaN, '1', null])('that lead to %j of two', (place) => {
    expect(refusal(second({ kind: 'jump', to: place }, add(1)))).toMatchObject({
      path: 'threads[1].steps[0].to',
      allowed: 'the index of a step, or 2 for the end',
    });
  });

  test('that say too little, too much or nothing of where they lead', () => {
    const message = (step: unknown) => refusal(second(step)).message;
    expect(message({ kind: 'if', otherwise: 0 })).toBe(
      'threads[1].steps[0]: found "neither least nor most"; one of them, or both would do.',
    );
    expect(message({ kind: 'if', least: 3, most: 1, otherwise: 0 })).toBe(
      'threads[1].steps[0].least: found 3; at most 1, which is the most would do.',
    );
    expect(message({ kind: 'store', variable: 'x', value: '1' })).toBe(
      'threads[1].steps[0].value: found "1"; a whole number between -2^53 and 2^53, or { register: what is added to it } would do.',
    );
    // What a register will hold is not known.
    const steps = [when({ variable: 'x', least: { register: 3 }, most: 1, otherwise: 1 })];
    expect(interleavings(second(...steps) as never).total).toBe(1n);
  });

  test('that are missing from the list', () => {
    expect(refusal(second(...new Array(1))).path).toBe('threads[1].steps[0]');
  });

  test('more than 1000 in all threads', () => {
    const some = (name: string, count: number) => ({
      name,
      steps: Array.from({ length: count }, () => add(1)),
    });
    expect(interleavings([some('A', 1000)]).total).toBe(1n);
    expect(refusal([some('A', 1000), some('B', 1)])).toMatchObject({
      path: 'threads[1].steps',
      found: '1001',
      allowed: 'at most 1000 steps in all threads',
    });
  });

  test('with more than 16 variables', () => {
    const stores = Array.from({ length: 17 }, (_, i) => store(`x${i}`));
    expect(interleavings(second(...stores.slice(1)) as never).total).toBe(1n);
    expect(refusal(second(...stores))).toMatchObject({
      path: 'threads',
      found: '"17 variables"',
      allowed: 'at most 16',
    });
  });

  test('whose sums could be beyond exact numbers', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const steps = [load('x'), add(most - 5), store('x')];
    expect(interleavings(second(...steps) as never, { x: 5 }).finals[0]?.variables).toEqual({
      x: most,
    });
    expect(refusal(second(...steps), { x: 6 })).toMatchObject({
      path: 'threads[1].steps[1]',
      found: '"a sum of 9007199254740992"',
      allowed: 'sums that stay between -2^53 and 2^53',
    });
    expect(refusal(second(add(-most), add(-1))).path).toBe('threads[1].steps[1]');
  });
});

describe('locks', () => {
  test.each([
    ['unlocked, but not held', [unlock('m')], 0, 'a lock that the thread holds'],
    ['unlocked twice', [lock('m'), unlock('m'), unlock('m')], 2, 'a lock that the thread holds'],
    ['held at the end', [load('x'), lock('m')], 1, 'a lock that is unlocked before the end'],
    [
      'locked while held',
      [lock('m'), lock('m'), unlock('m')],
      1,
      'a lock that is not held since threads[1].steps[0].lock',
    ],
  ])('%s', (_, steps, at, allowed) => {
    expect(refusal(second(...steps))).toMatchObject({
      path: `threads[1].steps[${at}].lock`,
      found: '"m"',
      allowed,
    });
  });

  test('tried while held', () => {
    expect(refusal(second(lock('m'), tryLock('m', 2), unlock('m'))).message).toBe(
      'threads[1].steps[1].lock: found "m"; a lock that is not held since threads[1].steps[0].lock would do.',
    );
  });

  test.each([
    [
      'skipped on one way',
      [when({ variable: 'x', most: 0, otherwise: 2 }), lock('mutex'), load('x'), unlock('mutex')],
      'threads[1].steps[1]: found a way to threads[1].steps[2] with mutex held; one that comes there with no lock held, as another does, would do.',
    ],
    [
      'tried, whether taken or not',
      [tryLock('m', 1), unlock('m')],
      'threads[1].steps[0]: found a way to threads[1].steps[1] with m held; one that comes there with no lock held, as another does, would do.',
    ],
    [
      'taken anew in each round',
      [lock('m'), jump(0), unlock('m')],
      'threads[1].steps[1]: found a way to threads[1].steps[0] with m held; one that comes there with no lock held, as another does, would do.',
    ],
    [
      'held at the end on one way',
      [lock('m'), when({ most: 0, otherwise: 3 }), unlock('m')],
      'threads[1].steps[2]: found a way to the end with no lock held; one that comes there with m held, as another does, would do.',
    ],
    [
      'rolled back past their release',
      [lock('m'), lock('n', 3), load('x'), unlock('n'), unlock('m')],
      'threads[1].steps[2]: found a way to threads[1].steps[3] with m, n held; one that comes there with m held, as another does, would do.',
    ],
  ])('%s', (_, steps, message) => {
    expect(refusal(second(...steps)).message).toBe(message);
  });

  test('that no way comes to are as they are', () => {
    expect(interleavings(second(jump(2), unlock('m')) as never).total).toBe(1n);
  });

  test('that another thread holds are not its own', () => {
    const holder = { name: 'A', steps: [lock('m'), unlock('m')] };
    expect(refusal([holder, { name: 'B', steps: [unlock('m')] }]).path).toBe(
      'threads[1].steps[0].lock',
    );
  });
});

describe('first values', () => {
  test.each([
    ['initial', null],
    ['initial', [1]],
    ['initial', 5],
    ['initial.y', { y: 1 }],
    ['initial.__proto__', JSON.parse('{"__proto__": 1}')],
    ['initial.x', { x: 1.5 }],
    ['initial.x', { x: 2 ** 53 }],
    ['initial.x', { x: undefined }],
    ['initial.x', { x: '1' }],
  ])('%s: %j', (path, initial) => {
    expect(refusal(second(load('x')), initial).path).toBe(path);
  });
});

describe('an invariant', () => {
  const invariant = { when: 'end', sum: ['x'], least: 0 };
  test.each([
    ['invariant', 'x >= 0'],
    ['invariant', []],
    ['invariant.when', { ...invariant, when: 'never' }],
    ['invariant.sum', { ...invariant, sum: 'x' }],
    ['invariant.sum', { ...invariant, sum: [] }],
    ['invariant.sum[1]', { ...invariant, sum: ['x', 'z'] }],
    ['invariant', { when: 'end', sum: ['x'] }],
    ['invariant.least', { ...invariant, least: 0.5 }],
    ['invariant.least', { ...invariant, least: { register: 0 } }],
    ['invariant.most', { ...invariant, most: null }],
    ['invariant.least', { ...invariant, least: 2, most: 1 }],
    ['invariant.holds', { ...invariant, holds: true }],
  ])('%s: %j', (path, stated) => {
    expect(refusal(second(load('x')), {}, stated).path).toBe(path);
  });

  test('of variables that there are not, or without bounds, says what would do', () => {
    const message = (steps: unknown[], stated: unknown) =>
      refusal(second(...steps), {}, stated).message;
    const unknown =
      'invariant.sum[0]: found "x"; a variable that a thread reads or writes would do.';
    expect(message([], invariant)).toBe(unknown);
    expect(message([load('y')], invariant)).toBe(unknown);
    expect(message([load('x')], { when: 'end', sum: ['x'] })).toBe(
      'invariant: found "neither least nor most"; one of them, or both would do.',
    );
    expect(message([load('x')], { ...invariant, least: 2, most: 1 })).toBe(
      'invariant.least: found 2; at most 1, which is the most would do.',
    );
  });

  test('may be of a sum that is beyond exact numbers', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const values = { x: most, y: 2, z: -1 };
    const threads = [{ name: 'A', steps: [load('x'), load('y'), load('z')] }];
    const stated = (bound: number) => ({ when: 'end' as const, sum: ['x', 'y', 'z'], most: bound });
    expect(interleavings(threads, values, stated(most)).broken?.count).toBe(1n);
  });
});

// Threads that cannot be interleaved are refused, with the place, what was found and what would do.
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { interleavings } from './interleavings.ts';
import { atomic } from './program.ts';

const { load, add, store, lock, unlock } = atomic;

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
  ])('%s: %j', (path, step) => {
    expect(refusal(second(step)).path).toBe(path);
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

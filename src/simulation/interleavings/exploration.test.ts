// All interleavings found in parts: the same as at once, and told on the way how far it is.
import { describe, expect, test } from 'vitest';
import { Exploration, interleavings } from './interleavings.ts';
import { type AtomicStep, atomic, type Invariant } from './program.ts';
import { increment, named, nested } from './testing/threads.ts';

const { load, store, add, jump, testAndSet, when } = atomic;

const some = {
  increments: named(increment, increment, increment),
  'locks in a ring': named(nested('a', 'b'), nested('b', 'c'), nested('c', 'a')),
  'a spin lock': named(
    [testAndSet('x'), when({ most: 0, otherwise: 0 }), store('x', 0), jump(0)],
    [testAndSet('x'), when({ most: 0, otherwise: 0 }), store('x', 0)],
  ),
  'no steps': named([]),
};
const invariant: Invariant = { when: 'always', sum: ['x'], most: 1 };

describe.each(Object.entries(some))('%s', (_, threads) => {
  const given = threads.some(({ steps }) => steps.some((step) => 'variable' in step))
    ? invariant
    : null;
  const atOnce = interleavings(threads, {}, given);

  test.each([1, 2, 7, 1000])('in parts of %i states are the same as at once', (size) => {
    const exploration = new Exploration(threads, {}, given);
    const states = [exploration.states];
    while (!exploration.advance(size)) states.push(exploration.states);
    expect(exploration.states).toBe(atOnce.states);
    expect(exploration.finish()).toEqual(atOnce);
    // It begins with one, and more are found the longer it goes on.
    expect(states[0]).toBe(1);
    expect(states).toEqual(states.toSorted((one, other) => one - other));
    expect(states).toHaveLength(Math.ceil(atOnce.states / size));
  });

  test('may be gone to the end of at any time, and again', () => {
    const exploration = new Exploration(threads, {}, given);
    exploration.advance(1);
    expect(exploration.finish()).toEqual(atOnce);
    expect(exploration.advance(1)).toBe(true);
    expect(exploration.finish()).toEqual(atOnce);
  });
});

test('what is changed meanwhile changes nothing', () => {
  const value = { register: 1 };
  const steps: AtomicStep[] = [load('x'), store('x', value)];
  const stated = { when: 'end' as const, sum: ['x'], least: 2 };
  const threads = named(steps, steps);
  const atOnce = interleavings(threads, {}, stated);
  const exploration = new Exploration(threads, {}, stated);
  exploration.advance(1);
  value.register = 5;
  steps.push(add(1));
  stated.least = 9;
  stated.sum.pop();
  expect(exploration.finish()).toEqual(atOnce);
});

test.each([0, -1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, '10', undefined])(
  'parts of %j states are refused',
  (size) => {
    expect(() => new Exploration(named(increment)).advance(size as number)).toThrow(
      /^states: found .*; a whole number from 1 to 200000 would do\.$/,
    );
  },
);

test('what cannot be run is refused at first, and too many states when they are found', () => {
  expect(() => new Exploration([])).toThrow(/^threads\.length: /);
  expect(() => new Exploration(named(increment), { y: 1 })).toThrow(/^initial\.y: /);
  expect(() => new Exploration(named(increment), {}, { when: 'end', sum: ['x'] })).toThrow(
    /^invariant: /,
  );
  const steps = Array.from({ length: 488 }, () => add(0));
  const exploration = new Exploration(named(steps, steps));
  expect(exploration.advance(100_000)).toBe(false);
  const goOn = () => exploration.advance(100_000);
  expect(goOn).toThrow(/^threads: found "more than 200000 distinct states"; /);
  // There are no partial results.
  expect(goOn).toThrow();
  expect(() => exploration.finish()).toThrow();
});

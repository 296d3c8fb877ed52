// All interleavings of small threads: the lesson's figures, deadlocks, names and limits.
import { describe, expect, test } from 'vitest';
import { type Interleavings, interleavings } from './interleavings.ts';
import type { Moment } from './moments.ts';
import { type AtomicStep, atomic, INTERLEAVING_LIMITS } from './program.ts';
import { formula } from './testing/formula.ts';
import { increment, lockedIncrement, named, nested } from './testing/threads.ts';
import { walk } from './walk.ts';

const { load, add, store, fetchAndAdd, when, jump } = atomic;
const times = (count: number, steps: readonly AtomicStep[]) =>
  Array.from({ length: count }, () => steps);

/** What x can end as, and in how many interleavings. */
const counts = ({ finals }: Interleavings) =>
  Object.fromEntries(finals.map(({ variables: { x }, count }) => [x, count]));
const order = (witness: readonly Moment[]) => witness.map(({ thread }) => thread);

describe('increments', () => {
  test('of two threads: 20 interleavings, 2 correct, 18 lose one', () => {
    const found = interleavings(named(increment, increment));
    expect(found).toMatchObject({ total: 20n, bound: 20n, deadlocked: 0n, deadlocks: [] });
    expect(counts(found)).toEqual({ 2: 2n, 1: 18n });
    expect(found.finals.map(({ witness }) => order(witness))).toEqual([
      [0, 0, 0, 1, 1, 1],
      [0, 0, 1, 0, 1, 1],
    ]);
  });

  test('a witness says what each step left behind', () => {
    const lost = interleavings(named(increment, increment), { x: 5 }).finals[1];
    expect(lost?.variables).toEqual({ x: 6 });
    expect(lost?.witness).toEqual([
      { thread: 0, step: 0, register: 5, variables: { x: 5 } },
      { thread: 0, step: 1, register: 6, variables: { x: 5 } },
      { thread: 1, step: 0, register: 5, variables: { x: 5 } },
      { thread: 0, step: 2, register: 6, variables: { x: 6 } },
      { thread: 1, step: 1, register: 6, variables: { x: 6 } },
      { thread: 1, step: 2, register: 6, variables: { x: 6 } },
    ]);
  });

  test('under a lock none is lost: only the order of the threads is left', () => {
    const two = interleavings(named(...times(2, lockedIncrement)));
    expect(two).toMatchObject({ total: 2n, bound: 252n, deadlocked: 0n });
    expect(counts(two)).toEqual({ 2: 2n });
    expect(counts(interleavings(named(...times(4, lockedIncrement))))).toEqual({ 4: 24n });
  });

  test('a lock that only one of them takes saves nothing', () => {
    const found = interleavings(named(lockedIncrement, increment));
    expect(found.total).toBe(56n);
    expect(Object.keys(counts(found))).toEqual(['1', '2']);
  });

  test.each([
    [1, 1, { 1: 1n }],
    [3, 1, { 3: 6n, 2: 270n, 1: 1404n }],
    [2, 2, { 4: 6n, 3: 216n, 2: 702n }],
  ])('of %i threads, %i each', (threads, each, expected) => {
    const found = interleavings(named(...times(threads, times(each, increment).flat())));
    expect(counts(found)).toEqual(expected);
    expect(found.total).toBe(found.bound);
  });

  test('of five threads, and ten each of two: all 2 to 20, and the count is exact beyond 2^53', () => {
    const five = interleavings(named(...times(5, increment)));
    expect(five.total).toBe(168_168_000n);
    expect(Object.keys(counts(five))).toEqual(['1', '2', '3', '4', '5']);
    expect(counts(five)[5]).toBe(120n);
    const ten = interleavings(named(...times(2, times(10, increment).flat())));
    expect(ten.total).toBe(118_264_581_564_861_424n);
    expect(ten.bound).toBe(118_264_581_564_861_424n);
    const ends = ten.finals.map(({ variables: { x } }) => Number(x));
    expect(ends.sort((a, b) => a - b)).toEqual(Array.from({ length: 19 }, (_, i) => i + 2));
    // Nothing is lost when the increments of one thread lie whole between those of the other.
    expect(counts(ten)[20]).toBe(formula([10, 10]));
  });
});

test('threads without locks have as many interleavings as the formula says, whatever their lengths', () => {
  const steps = [load('x'), add(1), store('x'), fetchAndAdd('y', 1)];
  const lengths = [0, 1, 2, 3, 4];
  const shapes = lengths.flatMap((a) =>
    lengths
      .slice(0, a + 1)
      .flatMap((b) =>
        lengths.slice(0, b + 1).flatMap((c) => lengths.slice(0, c + 1).map((d) => [a, b, c, d])),
      ),
  );
  // The order of the threads makes no difference, and a thread of no steps might as well not be there.
  expect(shapes).toHaveLength(70);
  for (const shape of shapes) {
    const { total, bound, finals } = interleavings(
      named(...shape.map((length) => steps.slice(0, length))),
    );
    expect([shape, total, bound]).toEqual([shape, formula(shape), formula(shape)]);
    expect(finals.reduce((sum, { count }) => sum + Number(count), 0)).toBe(Number(total));
  }
});

test('memory is sequentially consistent: of two threads that each announce and then look, one sees the other', () => {
  const announce = (mine: string, other: string, seen: string) => [
    add(1),
    store(mine),
    load(other),
    store(seen),
  ];
  const { finals } = interleavings(named(announce('x', 'y', 'a'), announce('y', 'x', 'b')));
  const seen = finals.map(({ variables: { a, b } }) => `${a}${b}`).sort();
  expect(seen).toEqual(['01', '10', '11']);
});

describe('deadlocks', () => {
  test('two locks in opposite orders: 4 schedules end well, 2 do not', () => {
    const found = interleavings(named(nested('a', 'b'), nested('b', 'a')));
    expect(found).toMatchObject({ total: 4n, deadlocked: 2n, bound: 70n });
    expect(found.finals).toMatchObject([{ variables: {}, count: 4n }]);
    expect(found.deadlocks).toEqual([
      {
        blocked: [
          { thread: 0, step: 1, awaits: 'b', heldBy: 1 },
          { thread: 1, step: 1, awaits: 'a', heldBy: 0 },
        ],
        count: 2n,
        witness: [
          { thread: 0, step: 0, register: 0, variables: {} },
          { thread: 1, step: 0, register: 0, variables: {} },
        ],
      },
    ]);
  });

  test('two locks in one order: none', () => {
    const found = interleavings(named(nested('a', 'b'), nested('a', 'b')));
    expect(found).toMatchObject({ total: 2n, deadlocked: 0n, deadlocks: [] });
  });

  test('in a ring of three each waits for the next', () => {
    const ring = named(nested('a', 'b'), nested('b', 'c'), nested('c', 'a'));
    const { deadlocks } = interleavings(ring);
    expect(deadlocks).toMatchObject([{ count: 6n }]);
    expect(deadlocks[0]?.blocked.map(({ awaits, heldBy }) => [awaits, heldBy])).toEqual([
      ['b', 1],
      ['c', 2],
      ['a', 0],
    ]);
  });

  test('what others hold does not matter to a thread that is done, and variables do not tell deadlocks apart', () => {
    const threads = named(nested('a', 'b'), [store('x')], nested('b', 'a'), [add(1), store('x')]);
    const { deadlocks } = interleavings(threads);
    // x ends as 0 or 1. The first steps of both that wait, and three of the others, in any order: 5! / 2!.
    expect(deadlocks).toMatchObject([{ count: 60n }]);
    expect(deadlocks[0]?.blocked.map(({ thread }) => thread)).toEqual([0, 2]);
    expect(deadlocks.map(({ witness }) => order(witness))).toEqual([[0, 1, 2, 3, 3]]);
  });

  test('at different steps are different ones, the shorter first', () => {
    const twice = [...nested('a', 'b'), ...nested('a', 'b')];
    const { deadlocks } = interleavings(named(twice, nested('b', 'a')));
    expect(deadlocks.map(({ blocked }) => blocked.map(({ step }) => step))).toEqual([
      [1, 1],
      [5, 1],
    ]);
    expect(deadlocks.map(({ witness }) => order(witness))).toEqual([
      [0, 1],
      [0, 0, 0, 0, 0, 1],
    ]);
  });
});

describe('variables', () => {
  test('with names that objects have by themselves are like any other', () => {
    const threads = named(
      [load('__proto__'), add(1), store('constructor')],
      [load('toString'), store('x')],
    );
    const { finals } = interleavings(threads, JSON.parse('{"__proto__": 7}'));
    expect(finals).toHaveLength(1);
    const entries = Object.entries(finals[0]?.variables ?? {});
    expect(entries).toEqual([
      ['__proto__', 7],
      ['constructor', 8],
      ['toString', 0],
      ['x', 0],
    ]);
  });

  test('of two digits and of one are not mistaken for each other', () => {
    const threads = named(
      [add(1), store('x')],
      [add(11), store('x'), store('y')],
      [add(1), store('y')],
    );
    expect(interleavings(threads).finals).toHaveLength(4);
  });
});

test('threads without steps have one interleaving, of no steps', () => {
  expect(interleavings(named([], []))).toEqual({
    total: 1n,
    deadlocked: 0n,
    bound: 1n,
    states: 1,
    finals: [{ variables: {}, count: 1n, witness: [] }],
    deadlocks: [],
    livelocks: [],
    broken: null,
  });
});

describe('the limits', () => {
  const adding = (steps: number) => times(steps, [add(0)]).flat();

  test('as many states as are allowed are all counted, and one more is refused', () => {
    const { states, total } = interleavings(named(adding(399), adding(499)));
    expect(states).toBe(INTERLEAVING_LIMITS.states);
    expect(total).toBe(formula([399, 499]));
    // 489 times 409 states are one more.
    expect(() => interleavings(named(adding(488), adding(408)))).toThrow(
      'threads: found "more than 200000 distinct states"; fewer threads or steps, or loops of fewer rounds, would do.',
    );
  });

  test('a number that grows with each round is one state too many, or too great, before long', () => {
    const growing = (amount: number) => named([fetchAndAdd('x', amount), jump(0)]);
    expect(() => interleavings(growing(1))).toThrow(/^threads: found "more than 200000 distinct/);
    expect(() => interleavings(growing(2 ** 52))).toThrow(
      'threads[0].steps[0]: found "a sum of 9007199254740992"; sums that stay between -2^53 and 2^53 would do.',
    );
    expect(() => walk(growing(-(2 ** 52)), [0, 0, 0], { x: -1 })).toThrow(
      /^threads\[0\]\.steps\[0\]: found "a sum of -9007199254740992"; /,
    );
  });

  /** Counts up to so many, and begins anew. */
  const counting = (most: number) =>
    named([
      when({ variable: 'x', most: most - 1, otherwise: 3 }),
      fetchAndAdd('x', 1),
      jump(0),
      store('x', 0),
      jump(0),
    ]);

  test('a round may be as long as there are states', () => {
    const { livelocks, states } = interleavings(counting(50_000));
    expect(states).toBe(3 * 50_000 + 3);
    expect(livelocks).toMatchObject([{ threads: [0], witness: [] }]);
    expect(livelocks[0]?.round).toHaveLength(states);
  });

  test('witnesses of too many steps together are refused', () => {
    const broken = (most: number) =>
      interleavings(counting(most), {}, { when: 'always', sum: ['x'], most: 0 }).broken;
    // To each x that is too great one more round of three steps; the last is not gone.
    const steps = (kinds: number) => (3 * kinds * (kinds + 1)) / 2 - kinds;
    const most = Math.max(
      ...Array.from({ length: 1000 }, (_, i) => i).filter(
        (kinds) => steps(kinds) + 3 * kinds + 3 <= INTERLEAVING_LIMITS.moments,
      ),
    );
    expect(broken(most)?.kinds).toHaveLength(most);
    expect(() => broken(most + 1)).toThrow(
      'threads: found witnesses of more than 1000000 steps together; fewer ends, or ways of fewer steps to them, would do.',
    );
  });

  test('what registers hold in vain makes no state of its own', () => {
    // Each of four places of the first thread with each of three of the second, whatever was loaded before.
    const threads = named([load('x'), load('x'), load('x')], [add(1), store('x')]);
    expect(interleavings(threads).states).toBe(12);
  });
});

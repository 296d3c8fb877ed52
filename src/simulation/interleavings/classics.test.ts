// What textbooks say of well-known programs: which of them lose updates, hang, or go round for ever.
import { describe, expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';
import { type AtomicStep, atomic } from './program.ts';
import { states } from './states.ts';
import { bruteForce, waysToEnds } from './testing/brute-force.ts';
import { backingOff, increment, named, nested, transaction } from './testing/threads.ts';
import { walk } from './walk.ts';

const { load, add, store, fetchAndAdd, testAndSet, compareAndSet, when, jump } = atomic;
const { lock, unlock } = atomic;

describe('a spin lock', () => {
  // Takes the lock as soon as it finds 0 in it.
  const spinning = [testAndSet('held'), when({ most: 0, otherwise: 0 }), ...increment];
  const threads = named([...spinning, store('held', 0)], [...spinning, store('held', 0)]);

  test('keeps both increments, and is no livelock', () => {
    const found = interleavings(threads);
    expect(found.finals).toMatchObject([{ variables: { held: 0, x: 2 }, count: null }]);
    expect(found).toMatchObject({ total: null, deadlocked: null, bound: null });
    expect(found).toMatchObject({ deadlocks: [], livelocks: [] });
  });

  test('lets one go round as long as the other never runs, which it always could', () => {
    const spins = [1, 1, 1, 1, 1, 1];
    const { snapshots } = walk(threads, [0, 0, ...spins]);
    const bySpin = [2, 4, 6, 8].map((at) => snapshots[at]);
    expect(bySpin.map((one) => one?.counters)).toEqual(Array(4).fill([2, 0]));
    expect(bySpin.every((one) => one?.canGoOn.includes(0))).toBe(true);
    expect(states(threads).nodes.every(({ canEndWell }) => canEndWell)).toBe(true);
  });

  test('that is left alone once it is taken sends the other round for ever', () => {
    const taken = named(spinning, spinning);
    expect(interleavings(taken)).toMatchObject({ finals: [], deadlocks: [] });
    // Either of them may have taken it.
    expect(interleavings(taken).livelocks.map((one) => one.threads)).toEqual([[1], [0]]);
  });
});

describe('an increment by compare-and-set', () => {
  const counted = { value: { register: 1 }, least: { register: 0 }, most: { register: 0 } };
  const swapped = [load('x'), compareAndSet({ variable: 'x', ...counted, otherwise: 0 })];

  test('of two threads loses none, and comes to an end: 6 schedules', () => {
    // One after the other, whichever first: 2. Else both load first, in either order, and either sets; the other fails,
    // loads anew and sets: 2 × 2.
    const found = interleavings(named(swapped, swapped));
    expect(found).toMatchObject({ total: 6n, deadlocked: 0n, bound: null });
    expect(found.finals).toMatchObject([{ variables: { x: 2 }, count: 6n }]);
    expect(found.livelocks).toEqual([]);
  });

  test('that does not look whether it failed loses one', () => {
    const unheeded = [load('x'), compareAndSet({ variable: 'x', ...counted, otherwise: 2 })];
    const { finals } = interleavings(named(unheeded, unheeded));
    expect(finals).toMatchObject([
      { variables: { x: 2 }, count: 2n },
      { variables: { x: 1 }, count: 4n },
    ]);
  });

  test('is one step as fetch-and-add', () => {
    const found = interleavings(named([fetchAndAdd('x', 1)], [fetchAndAdd('x', 1)]));
    expect(found.finals).toMatchObject([{ variables: { x: 2 }, count: 2n }]);
  });
});

describe('the last seat', () => {
  const breached = (steps: readonly AtomicStep[]) =>
    interleavings(named(steps, steps), { seats: 1 }, { when: 'end', sum: ['seats'], least: 0 });

  test('is sold twice where who looks sells later', () => {
    const sold = [when({ variable: 'seats', least: 1, otherwise: 2 }), fetchAndAdd('seats', -1)];
    const { total, broken } = breached(sold);
    // Both look before either sells: either first, and then either.
    expect(total).toBe(6n);
    expect(broken).toMatchObject({ count: 4n, kinds: [{ variables: { seats: -1 } }] });
    expect(broken?.kinds[0]?.witness.map(({ thread }) => thread)).toEqual([0, 1, 0, 1]);
  });

  test('is sold once where looking and selling are one step', () => {
    const sold = [compareAndSet({ variable: 'seats', least: 1, most: 1, value: 0, otherwise: 1 })];
    expect(breached(sold)).toMatchObject({ total: 2n, broken: { count: 0n, kinds: [] } });
  });
});

describe('two locks', () => {
  test('that are given back when the second is held can be taken and given back for ever', () => {
    const threads = named(backingOff('a', 'b'), backingOff('b', 'a'));
    const { finals, deadlocks, livelocks } = interleavings(threads);
    expect(finals).toMatchObject([{ count: null }]);
    expect(deadlocks).toEqual([]);
    expect(livelocks).toMatchObject([{ threads: [0, 1], witness: [] }]);
    const { snapshots } = walk(threads, livelocks[0]?.round.map(({ thread }) => thread) ?? []);
    // Each finds the other's lock held.
    expect(snapshots.filter(({ move }) => move?.passed === false)).toHaveLength(2);
    expect(snapshots.at(-1)).toMatchObject({ counters: [0, 0], locks: { a: null, b: null } });
  });

  test('of transactions that are rolled back never hang', () => {
    const threads = named(transaction('a', 'b'), transaction('b', 'a'));
    expect(interleavings(threads)).toMatchObject({ deadlocks: [], finals: [{ count: null }] });
    expect(states(threads).nodes.every(({ canEndWell }) => canEndWell)).toBe(true);
    // Without, as many schedules hang as do without the transaction.
    expect(interleavings(named(nested('a', 'b'), nested('b', 'a'))).deadlocked).toBe(2n);
    const { snapshots } = walk(threads, [0, 1, 1]);
    // In the cycle either may be the victim. Its rival waits on until the victim has given back what it holds.
    expect(snapshots[2]).toMatchObject({ status: 'can-go-on', canGoOn: [0, 1] });
    expect(snapshots[2]?.blocked.map(({ thread }) => thread)).toEqual([0, 1]);
    expect(snapshots[3]).toMatchObject({ counters: [1, 5], canGoOn: [1], move: { passed: false } });
  });
});

describe('transactions', () => {
  test('in a ring of three never hang: any of them can be rolled back', () => {
    const ring = named(transaction('a', 'b'), transaction('b', 'c'), transaction('c', 'a'));
    expect(interleavings(ring)).toMatchObject({ deadlocks: [], finals: [{ count: null }] });
    expect(walk(ring, [0, 1, 2]).snapshots[3]?.canGoOn).toEqual([0, 1, 2]);
  });

  test('that wait for a ring, but are not in it, wait on', () => {
    const waiting = transaction('c', 'a');
    const threads = named(nested('a', 'b'), transaction('b', 'a'), waiting);
    const last = walk(threads, [0, 1, 2]).snapshots[3];
    expect(last?.blocked.map(({ thread }) => thread)).toEqual([0, 1, 2]);
    expect(last?.canGoOn).toEqual([1]);
  });

  test('of which none says where to are as stuck as any threads', () => {
    const threads = named(nested('a', 'b'), nested('b', 'a'), transaction('c', 'a'));
    // The third can be rolled back, but not for the cycle of the others.
    expect(walk(threads, [0, 1, 2])).toMatchObject({ status: 'deadlock' });
  });
});

describe('dining philosophers', () => {
  const table = (seats: number, eat: (left: string, right: string) => readonly AtomicStep[]) =>
    named(...Array.from({ length: seats }, (_, i) => eat(`f${i}`, `f${(i + 1) % seats}`)));
  const leftFirst = (left: string, right: string) => [
    lock(left),
    lock(right),
    unlock(left),
    unlock(right),
  ];

  test.each([
    [3, 'the right', nested, 162n, 6n],
    [4, 'the right', nested, 98_160n, 24n],
    [5, 'the right', nested, 66_468_600n, 120n],
    [3, 'the left', leftFirst, 390n, 6n],
    [4, 'the left', leftFirst, 104_680n, 24n],
    [5, 'the left', leftFirst, 104_652_080n, 120n],
  ])(
    'of %i seats who put back %s fork first hang once each has taken one, in any order',
    (seats, _, eat, total, deadlocked) => {
      const threads = table(seats, eat);
      const found = interleavings(threads);
      expect(found).toMatchObject({ total, deadlocked, livelocks: [] });
      expect(found.deadlocks).toHaveLength(1);
      expect(waysToEnds(threads, {})).toEqual({ done: total, deadlock: deadlocked });
    },
  );

  test('of whom one takes the right fork first do not', () => {
    const [first, ...others] = table(3, nested);
    const last = { name: 'last', steps: nested('f0', 'f2') };
    const threads = [first, ...others.slice(0, 1), last] as Parameters<typeof interleavings>[0];
    expect(interleavings(threads)).toMatchObject({ deadlocked: 0n, deadlocks: [] });
    const tried = bruteForce(threads, {}).finals.map(({ count }) => count);
    expect([interleavings(threads).total]).toEqual(tried);
  });
});

describe("Peterson's algorithm", () => {
  /** Waits while the other wants in too and it is the other's turn, which each thread says last. */
  const entry = (mine: string, other: string, turn: number) => [
    when({ variable: other, least: 1, otherwise: 5 }),
    when({ variable: 'turn', least: turn, most: turn, otherwise: 5 }),
    jump(2),
    ...increment,
    store(mine, 0),
  ];
  const results = (first: readonly AtomicStep[], second: readonly AtomicStep[]) => {
    const { finals, ...rest } = interleavings(named(first, second));
    return { ...rest, results: [...new Set(finals.map(({ variables: { x } }) => x))] };
  };

  test('keeps both increments, since memory is sequentially consistent', () => {
    const one = (mine: string, other: string, turn: number) => [
      store(mine, 1),
      store('turn', turn),
      ...entry(mine, other, turn),
    ];
    const found = results(one('a', 'b', 1), one('b', 'a', 0));
    expect(found).toMatchObject({ results: [2], total: null, deadlocks: [], livelocks: [] });
  });

  test('with its first two stores in the other order loses one', () => {
    const one = (mine: string, other: string, turn: number) => [
      store('turn', turn),
      store(mine, 1),
      ...entry(mine, other, turn),
    ];
    expect(results(one('a', 'b', 1), one('b', 'a', 0)).results).toEqual([2, 1]);
  });

  test('without turns lets both wait for each other, going round', () => {
    const one = (mine: string, other: string) => [
      store(mine, 1),
      when({ variable: other, least: 1, otherwise: 3 }),
      jump(1),
      ...increment,
      store(mine, 0),
    ];
    const found = results(one('a', 'b'), one('b', 'a'));
    expect(found).toMatchObject({ results: [2], deadlocks: [], livelocks: [{ threads: [0, 1] }] });
    expect(found.livelocks[0]?.witness.map(({ thread, step }) => [thread, step])).toEqual([
      [0, 0],
      [1, 0],
    ]);
  });
});

test('a thread that goes round alone is a livelock once no other can end it', () => {
  const forever = [jump(0)];
  expect(interleavings(named(forever)).livelocks).toMatchObject([
    { threads: [0], witness: [], round: [{ thread: 0, step: 0 }] },
  ]);
  // Until the other has stored, it could; and then the round ends.
  const until = [when({ variable: 'ready', least: 1, otherwise: 0 })];
  expect(interleavings(named(until, [store('ready', 1)])).livelocks).toEqual([]);
  // The other is stuck for good: the first waits for it, and it for the first's lock.
  const holding = [lock('m'), when({ variable: 'ready', least: 1, otherwise: 1 }), unlock('m')];
  const other = [lock('m'), store('ready', 1), unlock('m')];
  expect(interleavings(named(holding, other)).livelocks).toMatchObject([{ threads: [0] }]);
});

test('what registers hold in vain is told as the round leaves it', () => {
  const threads = named([load('x'), add(1), jump(0)], [store('x', 1), store('x', 0), jump(0)]);
  const { livelocks } = interleavings(threads);
  expect(livelocks).toHaveLength(1);
  for (const { witness, round } of livelocks) {
    const moments = [...witness, ...round];
    const { snapshots } = walk(
      threads,
      moments.map(({ thread }) => thread),
    );
    const left = snapshots.slice(1).map(({ move }) => move?.register.after);
    expect(moments.map(({ register }) => register)).toEqual(left);
  }
});

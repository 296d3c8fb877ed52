// The examples of the README, through what the package exports.

import {
  atomic,
  Exploration,
  interleavings,
  states,
  walk,
} from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';

const steps = [atomic.load('x'), atomic.add(1), atomic.store('x')];
const twice = (some: typeof steps) => [
  { name: 'A', steps: some },
  { name: 'B', steps: some },
];

test('all interleavings: increments, and by compare-and-set', () => {
  const found = interleavings(twice(steps));
  expect(found.total).toBe(20n);
  const ends = [
    [2, 2n],
    [1, 18n],
  ];
  expect(found.finals.map(({ variables, count }) => [variables.x, count])).toEqual(ends);
  expect(found.finals[1]?.witness.map(({ thread }) => thread)).toEqual([0, 0, 1, 0, 1, 1]);

  const kept = interleavings(
    twice([
      atomic.load('x'),
      atomic.compareAndSet({
        variable: 'x',
        least: { register: 0 },
        most: { register: 0 },
        value: { register: 1 },
        otherwise: 0,
      }),
    ]),
  );
  expect(kept.total).toBe(6n);
  expect(kept.finals.map(({ variables, count }) => [variables.x, count])).toEqual([[2, 6n]]);
});

test('an invariant: one seat that is sold twice', () => {
  const sell = [
    atomic.when({ variable: 'seats', least: 1, otherwise: 2 }),
    atomic.fetchAndAdd('seats', -1),
  ];
  const { total, broken } = interleavings(
    twice(sell),
    { seats: 1 },
    { when: 'always', sum: ['seats'], least: 0 },
  );
  expect(total).toBe(6n);
  expect(broken?.count).toBe(4n);
  expect(broken?.kinds.map(({ variables }) => variables)).toEqual([{ seats: -1 }]);
  expect(broken?.kinds[0]?.witness.map(({ thread }) => thread)).toEqual([0, 1, 0, 1]);
});

test('a livelock: two threads that give way to each other', () => {
  const both = (first: string, second: string) => [
    atomic.lock(first),
    atomic.tryLock(second, 4),
    atomic.unlock(second),
    atomic.jump(6),
    atomic.unlock(first),
    atomic.jump(0),
    atomic.unlock(first),
  ];
  const polite = interleavings([
    { name: 'A', steps: both('a', 'b') },
    { name: 'B', steps: both('b', 'a') },
  ]);
  expect(polite.total).toBeNull();
  expect(polite.deadlocks).toEqual([]);
  expect(polite.livelocks[0]?.threads).toEqual([0, 1]);
  const round = polite.livelocks[0]?.round.map(({ thread }) => thread);
  expect(round).toEqual([0, 1, 0, 1, 0, 0, 1, 1]);
});

test('in parts: how far it is, and the same in the end', () => {
  const exploration = new Exploration(twice(steps));
  expect(exploration.advance(10)).toBe(false);
  expect(exploration.states).toBe(15);
  while (!exploration.advance(10));
  expect(exploration.states).toBe(21);
  expect(exploration.finish().total).toBe(20n);
});

test('one schedule: an update that is lost, and a move that is refused', () => {
  const threads = twice(steps);
  const { snapshots, status } = walk(threads, [0, 1, 0, 0, 1, 1]);
  expect(status).toBe('done');
  expect(snapshots).toHaveLength(7);
  expect(snapshots[2]?.registers).toEqual([0, 0]);
  expect(snapshots[6]?.move?.variable).toEqual({ name: 'x', before: 1, after: 1 });
  expect(() => walk(threads, [0, 0, 0, 0])).toThrow(
    'schedule[3]: found 0 ("A" is done); 1 ("B") would do.',
  );
});

test('all states: two locks in opposite orders', () => {
  const { lock, unlock, add } = atomic;
  const graph = states([
    { name: 'A', steps: [lock('a'), add(1), lock('b'), unlock('b'), unlock('a')] },
    { name: 'B', steps: [lock('b'), add(1), lock('a'), unlock('a'), unlock('b')] },
  ]);
  expect(graph.edges[0]).toEqual({ from: 0, thread: 0, to: 1 });
  const stuck = graph.nodes.filter(({ status }) => status === 'deadlock');
  expect(stuck.map(({ counters }) => counters)).toEqual([[2, 2]]);
  const doomed = graph.nodes.filter(({ canEndWell }) => !canEndWell);
  expect(doomed.map(({ counters }) => counters)).toEqual([
    [1, 1],
    [2, 1],
    [1, 2],
    [2, 2],
  ]);
});

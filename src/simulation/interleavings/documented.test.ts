// The examples of the README, through what the package exports.

import { atomic, states, walk } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';

test('one schedule: an update that is lost, and a move that is refused', () => {
  const steps = [atomic.load('x'), atomic.add(1), atomic.store('x')];
  const threads = [
    { name: 'A', steps },
    { name: 'B', steps },
  ];
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

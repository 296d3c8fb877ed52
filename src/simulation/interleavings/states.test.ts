// The graph of states, on programs whose states can be counted by hand.
import { describe, expect, test } from 'vitest';
import { atomic } from './program.ts';
import { type StateGraph, type StateNode, states } from './states.ts';
import { increment, lockedIncrement, named, nested } from './testing/threads.ts';
import { unfrozenIn } from './testing/unfrozen.ts';

const { load, add, store } = atomic;

const at = ({ nodes }: StateGraph, ...counters: readonly number[]) =>
  nodes.filter((node) => node.counters.join() === counters.join());
const ends = ({ nodes }: StateGraph) => nodes.filter(({ status }) => status !== 'can-go-on');
const counters = (nodes: readonly StateNode[]) => nodes.map((node) => node.counters.join(' '));

describe('increments of two threads', () => {
  const graph = states(named(increment, increment));

  test('have 21 states and 28 steps between them', () => {
    // Before any store, 3 × 3 places. After the first thread's, the second has not loaded (1 state), or has loaded, or
    // added, before it or after it (2 each); and as many the other way round. At the end x is 2 or 1.
    expect(graph.nodes).toHaveLength(9 + 5 + 5 + 2);
    // Two threads can go on from the first 9, one from the next 10, none from the last 2.
    expect(graph.edges).toHaveLength(9 * 2 + 10);
  });

  test('begin with the first node, and end in the last two, the correct end first', () => {
    expect(graph.nodes[0]).toEqual({
      counters: [0, 0],
      registers: [null, null],
      variables: { x: 0 },
      locks: {},
      canGoOn: [0, 1],
      blocked: [],
      status: 'can-go-on',
      canEndWell: true,
    });
    expect(ends(graph).map(({ variables, status }) => [variables.x, status])).toEqual([
      [2, 'done'],
      [1, 'done'],
    ]);
    expect(graph.nodes.slice(-2)).toEqual(ends(graph));
    expect(graph.nodes.every(({ canEndWell }) => canEndWell)).toBe(true);
  });

  test('are in order of steps, and then of the first ways', () => {
    expect(counters(graph.nodes.slice(0, 6))).toEqual(['0 0', '1 0', '0 1', '2 0', '1 1', '0 2']);
    expect(graph.edges.slice(0, 6)).toEqual([
      { from: 0, thread: 0, to: 1 },
      { from: 0, thread: 1, to: 2 },
      { from: 1, thread: 0, to: 3 },
      { from: 1, thread: 1, to: 4 },
      { from: 2, thread: 0, to: 4 },
      { from: 2, thread: 1, to: 5 },
    ]);
  });

  test('show a register while it will still be stored', () => {
    expect(at(graph, 1, 0)).toMatchObject([{ registers: [0, null] }]);
    // The second thread loaded before the store, or after it.
    expect(at(graph, 3, 1).map(({ registers }) => registers)).toEqual([
      [null, 1],
      [null, 0],
    ]);
  });
});

test('a register that is loaded anew before it is stored tells no states apart', () => {
  // x is 0 or 1 when it is first loaded, but nothing comes of that.
  const graph = states(named([load('x'), load('x'), store('y')], [add(1), store('x')]));
  expect(at(graph, 1, 2)).toMatchObject([{ registers: [null, null], variables: { x: 1, y: 0 } }]);
  expect(at(graph, 2, 2).map(({ registers }) => registers[0])).toEqual([0, 1]);
});

test('under a lock only the order of the threads is left', () => {
  const graph = states(named(lockedIncrement, lockedIncrement));
  // The beginning, four within the lock and one after it, by either thread; then four more by the other; one end.
  expect(graph.nodes).toHaveLength(1 + 5 + 5 + 4 + 4 + 1);
  expect(ends(graph)).toMatchObject([{ variables: { x: 2 }, status: 'done' }]);
  expect(at(graph, 1, 0)).toMatchObject([
    {
      locks: { m: 0 },
      canGoOn: [0],
      blocked: [{ thread: 1, step: 0, awaits: 'm', heldBy: 0 }],
      canEndWell: true,
    },
  ]);
});

test('two locks in opposite orders: who holds one each is doomed before the deadlock', () => {
  const graph = states(named(nested('a', 'b', [add(1)]), nested('b', 'a', [add(1)])));
  const doomed = graph.nodes.filter(({ canEndWell }) => !canEndWell);
  expect(counters(doomed)).toEqual(['1 1', '2 1', '1 2', '2 2']);
  expect(doomed.map(({ status }) => status)).toEqual([
    'can-go-on',
    'can-go-on',
    'can-go-on',
    'deadlock',
  ]);
  expect(doomed.at(-1)).toMatchObject({
    locks: { a: 0, b: 1 },
    canGoOn: [],
    blocked: [
      { thread: 0, step: 2, awaits: 'b', heldBy: 1 },
      { thread: 1, step: 2, awaits: 'a', heldBy: 0 },
    ],
  });
  // One lock alone dooms nobody.
  expect(at(graph, 2, 0)).toMatchObject([{ canEndWell: true }]);
  expect(counters(ends(graph))).toEqual(['2 2', '5 5']);
});

test('threads without steps have one state, which is the end', () => {
  expect(states(named([], []))).toMatchObject({
    nodes: [{ counters: [0, 0], status: 'done', canEndWell: true }],
    edges: [],
  });
});

test('all is frozen', () => {
  expect(unfrozenIn(states(named(lockedIncrement, lockedIncrement)))).toEqual([]);
});

test('what cannot be run is refused, and so is one state too many', () => {
  expect(() => states([])).toThrow('threads.length: found 0; from 1 to 16 threads would do.');
  expect(() => states(named([load('x')]), { y: 1 })).toThrow(/^initial\.y: /);
  const adding = (count: number) => Array.from({ length: count }, () => add(0));
  expect(() => states(named(adding(488), adding(408)))).toThrow(
    'threads: found "more than 200000 distinct states"; fewer threads or steps, or loops of fewer rounds, would do.',
  );
});

// What holds of the graph of states of any program: its paths are the schedules that trying out all of them gives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';
import { type StateEdge, type StateGraph, type StateNode, states } from './states.ts';
import { anyEndingProgram, anyRoundProgram } from './testing/any-blocks.ts';
import { anyProgram } from './testing/any-program.ts';
import { allSchedules } from './testing/brute-force.ts';
import { standingText } from './testing/text.ts';
import { type TriedState, triedStates } from './testing/tried-states.ts';
import { walk } from './walk.ts';

/** By node: the edges that lead from it. */
const edgesFrom = ({ nodes, edges }: StateGraph) => {
  const from = nodes.map((): StateEdge[] => []);
  for (const edge of edges) from[edge.from]?.push(edge);
  return from;
};

test('the graph has the states and the steps that trying out every step finds', () => {
  let doomed = 0;
  let back = 0;
  const any = fc.oneof(anyEndingProgram, anyRoundProgram);
  const property = fc.property(any, ({ threads, initial }) => {
    const { nodes, edges } = states(threads, initial);
    const tried = triedStates(threads, initial) as readonly TriedState[];
    const text = (node: StateNode | TriedState) =>
      `${standingText(node, node.registers)} ${node.canEndWell}`;
    expect(nodes.map(text).join('\n')).toBe(tried.map(text).join('\n'));
    const places = new Map(tried.map((state, i) => [state, i]));
    const steps = tried.flatMap(({ onwards }, from) =>
      onwards.flatMap((to, thread) => (to ? [{ from, thread, to: places.get(to) }] : [])),
    );
    expect(edges).toEqual(steps);
    doomed += nodes.filter(({ canEndWell }) => !canEndWell).length;
    back += edges.filter(({ from, to }) => to <= from).length;
  });
  fc.assert(property, { numRuns: 200 });
  expect(doomed).toBeGreaterThan(0);
  expect(back).toBeGreaterThan(0);
});

test('every path through the graph is a schedule whose walk passes its nodes', () => {
  const property = fc.property(anyProgram, ({ threads, initial }) => {
    const graph = states(threads, initial);
    const from = edgesFrom(graph);
    const paths: (readonly number[])[] = [];
    const follow = (passed: readonly number[], path: readonly number[]) => {
      const edges = from[Number(passed.at(-1))] ?? [];
      for (const { thread, to } of edges) follow([...passed, to], [...path, thread]);
      if (edges.length > 0) return;
      paths.push(path);
      const { snapshots, status } = walk(threads, path, initial);
      const nodes = passed.map((index) => graph.nodes[index] as StateNode);
      // Where a node shows no register, any will do.
      const shown = nodes.map((node, i) => {
        const held = node.registers.map((value, j) => value ?? snapshots[i]?.registers[j] ?? null);
        return standingText(node, held);
      });
      const walked = snapshots.map((snapshot) => standingText(snapshot, snapshot.registers));
      expect(walked.join('\n')).toBe(shown.join('\n'));
      expect(status).toBe(nodes.at(-1)?.status);
    };
    follow([0], []);
    // In order: first the ways that the lower thread numbers go.
    expect(paths).toEqual(allSchedules(threads, initial));
  });
  fc.assert(property, { numRuns: 12 });
});

test('nodes are in order of steps, and then of their first ways', () => {
  const property = fc.property(anyRoundProgram, ({ threads, initial }) => {
    const { nodes, edges } = states(threads, initial);
    const first: (readonly number[])[] = [[]];
    for (const { from, thread, to } of edges) first[to] ??= [...(first[from] ?? []), thread];
    const before = (a: readonly number[], b: readonly number[]) =>
      a.length - b.length || (`${a}` < `${b}` ? -1 : 1);
    expect(first).toHaveLength(nodes.length);
    expect(first).toEqual(first.toSorted(before));
  });
  fc.assert(property);
});

test('paths through the graph are as many as there are interleavings, with the same ends', () => {
  const property = fc.property(anyEndingProgram, ({ threads, initial }) => {
    const graph = states(threads, initial);
    const found = interleavings(threads, initial);
    const from = edgesFrom(graph);
    /** By node: how many paths lead from it to an end, if that is of this status. */
    const pathsTo = (status: string) => {
      const known = new Map<number, bigint>();
      const count = (node: number): bigint => {
        const edges = from[node] ?? [];
        const paths =
          known.get(node) ??
          (edges.length === 0
            ? BigInt(graph.nodes[node]?.status === status)
            : edges.reduce((sum, { to }) => sum + count(to), 0n));
        known.set(node, paths);
        return paths;
      };
      return count(0);
    };
    expect([pathsTo('done'), pathsTo('deadlock')]).toEqual([found.total, found.deadlocked]);
    expect(graph.nodes).toHaveLength(found.states);
    const done = graph.nodes.filter(({ status }) => status === 'done');
    const variables = (ends: readonly { readonly variables: object }[]) =>
      JSON.stringify(ends.map((end) => end.variables));
    expect(variables(done)).toBe(variables(found.finals));
    const stuck = graph.nodes.filter(({ status }) => status === 'deadlock');
    const blocked = new Set(stuck.map((node) => JSON.stringify(node.blocked)));
    expect([...blocked]).toEqual(found.deadlocks.map((one) => JSON.stringify(one.blocked)));
  });
  fc.assert(property, { numRuns: 120 });
});

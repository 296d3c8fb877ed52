// What the figure of places shows of a run: the ways, and the lines.
import { ms, parse, simulate, waysAt } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { linesOf, lossOf, trafficOf } from './places-shown.ts';

const HOG = `
  hog: cpu 60
  A: at 1, cpu 1, io 9, cpu 1, io 9, cpu 1
  B: at 2, cpu 2, io 12, cpu 2
  C: at 3, cpu 1, io 16, cpu 1`;
const hog = simulate(parse(`slice 4; ${HOG}`));

test('when a slice ends, the thread goes back and the next one takes the core', () => {
  const { takes, loses, waits, ready } = trafficOf(waysAt(hog, ms(4)));
  expect([takes, loses]).toEqual([
    { taken: 2, now: [0] },
    { taken: 1, now: [0] },
  ]);
  expect([waits, ready].map(({ taken, now }) => [taken, now])).toEqual([
    [0, []],
    [0, []],
  ]);
});

test('of an answer that finds the core free both ways are taken: ready, and the core', () => {
  const alone = simulate(parse('A: cpu 1, io 9, cpu 1'));
  const { takes, ready } = trafficOf(waysAt(alone, ms(10)));
  expect([takes, ready]).toEqual([
    { taken: 2, now: [0] },
    { taken: 1, now: [null] },
  ]);
});

test('waits for IO and for locks are counted apart, and the core that each leaves is known', () => {
  const two = simulate(
    parse('cores 2; A: lock m, cpu 4, unlock m, io 5; B: cpu 2, lock m, cpu 1, unlock m'),
  );
  expect(trafficOf(waysAt(two, ms(2))).blocks).toEqual({ taken: 1, now: [1] });
  expect(trafficOf(waysAt(two, ms(4))).waits).toEqual({ taken: 1, now: [0] });
});

test('what goes on without a core takes none of the ways', () => {
  const first = simulate(parse('A: io 5, cpu 1'));
  const { waits, takes } = trafficOf(waysAt(first, ms(0)));
  expect([waits.taken, takes.taken]).toEqual([0, 0]);
});

test.each([
  ['', null],
  ['slice 4', 'slice over'],
  ['policy priority', 'preempted'],
  ['policy priority; slice 4', 'slice over or preempted'],
  ['policy fair; tick 4', 'slice over or preempted'],
  ['workers 1; waiting frees; runtime-slice 5', 'slice over'],
  ['runtime-slice 5', null],
])('under "%s" a thread loses its core for: %s', (rules, expected) => {
  expect(lossOf(parse(`${rules}; A: cpu 1`))).toBe(expected);
});

test.each([
  ['', ['queue']],
  ['workers 1', ['line']],
  ['workers 2; cores 2', ['line']],
  ['workers 3; cores 2', ['line', 'queue']],
])('with "%s" threads stand in these lines: %s', (machine, expected) => {
  expect(linesOf(parse(`${machine}; A: cpu 1`))).toEqual(expected);
});

// Orders are counted at once where they are few, and said to be long work where they are many; each program once.
import { atomic, type Interleavings, interleavings } from '@interleave/simulation/interleavings';
import { expect, test } from 'vitest';
import { counting } from './counting.ts';
import type { Counted } from './in-parts.ts';

/** Threads that each add 1 so many times, by a load, an add and a store. */
const adding = (threads: number, increments: number): Counted => ({
  threads: ['A', 'B', 'C'].slice(0, threads).map((name) => ({
    name,
    steps: Array(increments)
      .fill([atomic.load('x'), atomic.add(1), atomic.store('x')])
      .flat(),
  })),
  initial: {},
  invariant: { when: 'end', sum: ['x'], least: threads * increments },
});

type Setting = { readonly program: Counted };

const model = counting<Setting, Interleavings>(({ program }) => ({
  program,
  with: (count) => count,
}));

test('a count is that of the package, whether it took long or not', () => {
  for (const program of [adding(2, 1), adding(3, 3)]) {
    const { threads, initial, invariant } = program;
    expect(model.run({ program })).toEqual(interleavings(threads, initial, invariant));
  }
});

test('what would hold up the page is long work, until it has been counted', () => {
  const [few, many] = [adding(3, 2), adding(3, 3)];
  expect(model.away?.longWork({ program: few })).toBeNull();
  expect(model.away?.longWork({ program: many })).toBe('all orders of 27 steps');
  const count = model.run({ program: many });
  expect(count.states).toBeGreaterThan(10_000);
  expect(model.away?.longWork({ program: many })).toBeNull();
  expect(model.run({ program: many })).toBe(count);
});

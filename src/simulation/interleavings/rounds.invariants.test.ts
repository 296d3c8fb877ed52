// What holds of any program whose threads can go round: its ends and its livelocks are those that trying out every step
// finds, and what is said of them can be walked.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';
import type { Moment } from './moments.ts';
import { atomic } from './program.ts';
import { anyRoundProgram } from './testing/any-blocks.ts';
import type { Program } from './testing/any-program.ts';
import { replay, worldsOf } from './testing/brute-force.ts';
import { backingOff, named, nested, transaction } from './testing/threads.ts';
import {
  keptIn,
  keyOf,
  livelocksIn,
  roundsIn,
  type TriedState,
  triedStates,
} from './testing/tried-states.ts';
import { walk } from './walk.ts';

const order = (moments: readonly Moment[]) => moments.map(({ thread }) => thread);

/** Programs of what comes about rarely by chance. */
const rare = [
  named(nested('a', 'b'), nested('b', 'a')),
  named(backingOff('a', 'b'), backingOff('b', 'a')),
  named(transaction('a', 'b'), nested('b', 'a')),
  // The last can go on all along the shortest rounds of the others, but not where the first has found x to be 1.
  named(
    [
      atomic.when({ variable: 'x', least: 1, otherwise: 0 }),
      atomic.lock('m'),
      atomic.unlock('m'),
      atomic.jump(0),
    ],
    [atomic.store('x', 1), atomic.store('x', 0), atomic.jump(0)],
    [atomic.lock('m'), atomic.unlock('m')],
  ),
].map((threads): [Program] => [{ threads, initial: {} }]);

test('it has the ends that can be reached, each with the first of the shortest ways to it', () => {
  const seen = { rounds: 0, none: 0, deadlocks: 0, ends: 0 };
  const property = fc.property(anyRoundProgram, ({ threads, initial }) => {
    const tried = triedStates(threads, initial) as readonly TriedState[];
    const goesRound = roundsIn(tried).length > 0;
    const found = interleavings(threads, initial);
    expect(found.states).toBe(tried.length);
    for (const count of [found.total, found.deadlocked, ...found.finals.map((end) => end.count)]) {
      expect(count === null).toBe(goesRound);
    }
    const jumps = threads.some(({ steps }) =>
      steps.some((step) => 'otherwise' in step || 'rollback' in step || 'to' in step),
    );
    expect(found.bound === null).toBe(jumps);

    const played = (way: readonly number[]) => replay(threads, initial, way);
    const done = tried.filter(({ status }) => status === 'done');
    expect(JSON.stringify(found.finals.map(({ variables, witness }) => [variables, witness]))).toBe(
      JSON.stringify(done.map(({ variables, way }) => [variables, played(way)])),
    );
    const stuck = new Map<string, readonly number[]>();
    for (const { status, blocked, way } of tried) {
      const text = JSON.stringify(blocked);
      if (status === 'deadlock' && !stuck.has(text)) stuck.set(text, way);
    }
    const told = found.deadlocks.map(({ blocked, witness }) => [JSON.stringify(blocked), witness]);
    expect(JSON.stringify(told)).toBe(
      JSON.stringify([...stuck].map(([blocked, way]) => [blocked, played(way)])),
    );
    seen[goesRound ? 'rounds' : 'none'] += 1;
    seen.deadlocks += stuck.size;
    seen.ends += done.length;
  });
  fc.assert(property, { numRuns: 150, examples: rare });
  expect(Object.values(seen).every((times) => times > 0)).toBe(true);
});

test('it has the livelocks of sets of states that lead to each other, and rounds that leave nobody out', () => {
  const seen = { livelocks: 0, starving: 0, several: 0, resting: 0 };
  const property = fc.property(anyRoundProgram, ({ threads, initial }) => {
    const tried = triedStates(threads, initial) as readonly TriedState[];
    const expected = livelocksIn(tried);
    const { livelocks } = interleavings(threads, initial);
    expect(livelocks.map((one) => one.threads)).toEqual(expected.map((one) => one.threads));
    for (const [i, { threads: moving, witness, round }] of livelocks.entries()) {
      const states = expected[i]?.states as readonly TriedState[];
      // It begins where the set is first come to, and each moment is what the schedule leaves behind.
      expect(order(witness)).toEqual(states[0]?.way);
      const schedule = order([...witness, ...round]);
      const played = replay(threads, initial, schedule);
      expect(JSON.stringify([...witness, ...round])).toBe(JSON.stringify(played));
      // It comes back to where it began, past states of the set alone.
      const keep = keptIn(threads);
      const worlds = worldsOf(threads, initial, schedule).slice(witness.length);
      const keys = worlds.map((world) => keyOf(world, keep(world)));
      expect(keys.at(-1)).toBe(keys[0]);
      expect(keys.every((key) => states.some((state) => state.key === key))).toBe(true);
      // Who takes part does a step; who does not cannot go on somewhere on the way.
      expect([...new Set(order(round))].sort()).toEqual(moving);
      const passed = walk(threads, schedule, initial).snapshots.slice(witness.length);
      for (const thread of threads.keys()) {
        if (moving.includes(thread)) continue;
        expect(passed.some(({ canGoOn }) => !canGoOn.includes(thread))).toBe(true);
        if (passed.some(({ canGoOn }) => canGoOn.includes(thread))) seen.resting += 1;
      }
      if (moving.length > 1) seen.several += 1;
    }
    seen.livelocks += livelocks.length;
    seen.starving += roundsIn(tried).length - expected.length;
  });
  fc.assert(property, { numRuns: 200, examples: rare });
  expect(Object.values(seen).every((times) => times > 0)).toBe(true);
});

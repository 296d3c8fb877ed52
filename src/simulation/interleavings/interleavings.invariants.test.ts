// What holds of the interleavings of any program: they agree with trying out all schedules, and with the formula.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';
import type { Moment } from './moments.ts';
import { anyEndingProgram } from './testing/any-blocks.ts';
import { anyFreeProgram, anyProgram } from './testing/any-program.ts';
import { bruteForce, replay } from './testing/brute-force.ts';
import { formula } from './testing/formula.ts';

const order = (witness: readonly Moment[]) => witness.map(({ thread }) => thread);
const sum = (groups: readonly { readonly count: bigint | null }[]) =>
  groups.reduce((total, { count }) => total + (count as bigint), 0n);

describe('any program whose schedules come to an end', () => {
  /** Groups of schedules in order of the first of each, the shorter before the longer, with a plain end. */
  const inOrder = <Group extends { witness: readonly number[]; end: object }>(
    groups: readonly Group[],
  ) => {
    const before = (a: Group, b: Group) => `${a.witness}` < `${b.witness}`;
    return groups
      .map((group) => ({ ...group, end: Object.entries(group.end) }))
      .toSorted((a, b) => a.witness.length - b.witness.length || (before(a, b) ? -1 : 1));
  };

  test('has the ends, counts and witnesses that trying out all schedules gives', () => {
    let deadlocks = 0;
    let several = 0;
    const program = fc.property(anyEndingProgram, ({ threads, initial }) => {
      const found = interleavings(threads, initial);
      const tried = bruteForce(threads, initial);
      const ends = found.finals.map(({ variables, count, witness }) => {
        return { end: Object.entries(variables), count, witness: order(witness) };
      });
      expect(ends).toEqual(inOrder(tried.finals));
      const stuck = found.deadlocks.map(({ blocked, count, witness }) => {
        return { end: Object.entries(blocked), count, witness: order(witness) };
      });
      expect(stuck).toEqual(inOrder(tried.deadlocks));
      expect([found.total, found.deadlocked]).toEqual([sum(tried.finals), sum(tried.deadlocks)]);
      deadlocks += stuck.length;
      several += ends.length > 1 ? 1 : 0;
    });
    fc.assert(program, { numRuns: 300 });
    // Else all programs could be such that nothing happens in them.

    expect(deadlocks).toBeGreaterThan(0);
    expect(several).toBeGreaterThan(0);
  });

  test('has witnesses that, played, leave behind what they say', () => {
    const program = fc.property(anyEndingProgram, ({ threads, initial }) => {
      const { finals, deadlocks } = interleavings(threads, initial);
      for (const { witness } of [...finals, ...deadlocks]) {
        // As JSON, since a matcher may pass over a variable that is called __proto__.
        const played = replay(threads, initial, order(witness));
        expect(JSON.stringify(witness)).toBe(JSON.stringify(played));
      }
    });
    fc.assert(program, { numRuns: 150 });
  });

  test('has at most as many schedules as without its locks, if no step leads elsewhere', () => {
    const program = fc.property(anyProgram, ({ threads, initial }) => {
      const { total, deadlocked, bound } = interleavings(threads, initial);
      expect(bound).toBe(formula(threads.map(({ steps }) => steps.length)));
      expect((total as bigint) + (deadlocked as bigint) <= (bound as bigint)).toBe(true);
    });
    fc.assert(program);
  });

  test('without locks has just as many as the formula says, each with an end', () => {
    const program = fc.property(anyFreeProgram, ({ threads, initial }) => {
      const { total, bound, finals, deadlocked } = interleavings(threads, initial);
      expect([bound, total, deadlocked]).toEqual([
        formula(threads.map(({ steps }) => steps.length)),
        bound,
        0n,
      ]);
      expect(sum(finals)).toBe(total);
    });
    fc.assert(program, { numRuns: 50 });
  });
});

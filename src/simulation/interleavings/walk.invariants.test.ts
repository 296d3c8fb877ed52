// What holds of a walk through any program: it agrees with trying the schedule out, and refuses what cannot go on.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { interleavings } from './interleavings.ts';
import type { Moment } from './moments.ts';
import { anyEndingProgram, anyRoundProgram } from './testing/any-blocks.ts';
import type { Program } from './testing/any-program.ts';
import { worldsOf } from './testing/brute-force.ts';
import { standingText } from './testing/text.ts';
import { named, transaction } from './testing/threads.ts';
import { unfrozenIn } from './testing/unfrozen.ts';
import { passes, standing, type World } from './testing/worlds.ts';
import { type Snapshot, walk } from './walk.ts';

const WRITING = ['store', 'fetch-and-add', 'test-and-set', 'compare-and-set'];

/** A program, and a schedule of it: at each move the thread that a number picks of those that can go on. */
const anyWalk = fc
  .tuple(
    fc.oneof(anyEndingProgram, anyRoundProgram),
    fc.array(fc.nat({ max: 15 }), { maxLength: 14 }),
  )
  .map(([program, picks]) => {
    const schedule: number[] = [];
    for (const pick of picks) {
      const { canGoOn } = last(program, schedule);
      if (canGoOn.length > 0) schedule.push(Number(canGoOn[pick % canGoOn.length]));
    }
    return { ...program, schedule };
  });

/** How the last world of a schedule stands. */
function last({ threads, initial }: Program, schedule: readonly number[]) {
  const worlds = worldsOf(threads, initial, schedule);
  return standing(threads, worlds[schedule.length] as World);
}

test('a walk shows each world that its schedule comes to, and what led there', () => {
  const statuses = new Set<string>();
  const kinds = new Set<string>();
  const property = fc.property(anyWalk, ({ threads, initial, schedule }) => {
    const { snapshots, status } = walk(threads, schedule, initial);
    const worlds = worldsOf(threads, initial, schedule);
    expect(snapshots).toHaveLength(worlds.length);
    for (const [i, world] of worlds.entries()) {
      const snapshot = snapshots[i] as Snapshot;
      const expected = standingText(standing(threads, world), world.registers);
      expect(standingText(snapshot, snapshot.registers)).toBe(expected);
      if (i === 0) {
        expect(snapshot.move).toBeNull();
        continue;
      }
      const thread = schedule[i - 1] as number;
      const before = worlds[i - 1] as World;
      const step = before.done[thread] as number;
      const did = threads[thread]?.steps[step];
      const name = did !== undefined && 'variable' in did ? (did.variable ?? null) : null;
      const passed = passes(threads, before, thread);
      const reads = name !== null && did?.kind !== 'store';
      const writes = WRITING.includes(String(did?.kind)) && passed !== false;
      const held = (world: World) => (name === null ? null : world.variables[name]);
      expect(JSON.stringify(snapshot.move)).toBe(
        JSON.stringify({
          thread,
          step,
          did,
          read: reads ? held(before) : null,
          written: writes ? held(world) : null,
          passed,
          register: { before: before.registers[thread], after: world.registers[thread] },
          variable: name && { name, before: held(before), after: held(world) },
        }),
      );
      kinds.add(`${did?.kind} ${passed ?? ''}`.trim());
    }
    expect(unfrozenIn(snapshots)).toEqual([]);
    expect(status).toBe(snapshots.at(-1)?.status);
    statuses.add(status);
  });
  // Else rare: a rollback, and a jump after it.
  const threads = named(transaction('a', 'b'), transaction('b', 'a'));
  const rare = { threads, initial: {}, schedule: [0, 1, 0, 0, 0] };
  fc.assert(property, { numRuns: 300, examples: [[rare]] });
  expect([...statuses].sort()).toEqual(['can-go-on', 'deadlock', 'done']);
  expect([...kinds].sort()).toEqual([
    'add',
    'compare-and-set false',
    'compare-and-set true',
    'fetch-and-add',
    'if false',
    'if true',
    'jump',
    'load',
    'lock',
    'lock false',
    'lock true',
    'store',
    'test-and-set',
    'try-lock false',
    'try-lock true',
    'unlock',
  ]);
});

test('a walk of a witness comes to its end, past what it says of each step', () => {
  const property = fc.property(anyEndingProgram, ({ threads, initial }) => {
    const { finals, deadlocks } = interleavings(threads, initial);
    const walked = (witness: readonly Moment[]) => {
      const schedule = witness.map(({ thread }) => thread);
      const { snapshots, status } = walk(threads, schedule, initial);
      const told = snapshots.slice(1).map(({ move, variables }) => {
        return {
          thread: move?.thread,
          step: move?.step,
          register: move?.register.after,
          variables,
        };
      });
      expect(JSON.stringify(told)).toBe(JSON.stringify(witness));
      return { status, last: snapshots[schedule.length] as Snapshot };
    };
    for (const { witness, variables } of finals) {
      const { status, last } = walked(witness);
      expect(status).toBe('done');
      expect(JSON.stringify(last.variables)).toBe(JSON.stringify(variables));
    }
    for (const { witness, blocked } of deadlocks) {
      const { status, last } = walked(witness);
      expect(status).toBe('deadlock');
      expect(last.blocked).toEqual(blocked);
    }
  });
  fc.assert(property, { numRuns: 150 });
});

test('a move that cannot be made is refused where it stands, with those that can', () => {
  let refused = 0;
  const property = fc.property(anyWalk, ({ threads, initial, schedule }) => {
    const { canGoOn } = last({ threads, initial }, schedule);
    for (const move of [-1, ...threads.keys(), threads.length]) {
      if (canGoOn.includes(move)) continue;
      const tried = () => walk(threads, [...schedule, move], initial);
      expect(tried).toThrow(ScenarioError);
      expect(tried).toThrow(
        expect.objectContaining({
          path: `schedule[${schedule.length}]`,
          allowed:
            canGoOn.map((thread) => `${thread} ("T${thread}")`).join(' or ') ||
            'a schedule that ends before this move',
        }),
      );
      refused += 1;
    }
  });
  fc.assert(property, { numRuns: 150 });
  expect(refused).toBeGreaterThan(0);
});

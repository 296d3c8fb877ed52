// What holds of any invariant of any program: it is broken where trying out all schedules breaks it.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { interleavings } from './interleavings.ts';
import { atomic, type Invariant } from './program.ts';
import { anyEndingProgram, anyRoundProgram, withInvariant } from './testing/any-blocks.ts';
import { eachSchedule, replay } from './testing/brute-force.ts';
import { named, nested } from './testing/threads.ts';
import { type TriedState, triedStates } from './testing/tried-states.ts';
import { standing, type Values, type World } from './testing/worlds.ts';

const breaks = ({ sum, least, most }: Invariant, variables: Values) => {
  const total = sum.map((name) => Number(variables[name])).reduce((one, other) => one + other);
  return (least !== undefined && total < least) || (most !== undefined && total > most);
};

test('schedules that break it are as many as trying out all of them finds', () => {
  const seen = { some: 0, all: 0, early: 0, stuck: 0 };
  const property = fc.property(withInvariant(anyEndingProgram), ({ program, invariant }) => {
    const { threads, initial } = program;
    const found = interleavings(threads, initial, invariant);
    const ends = (world: World | undefined) => standing(threads, world as World).status === 'done';
    const isBreach = (world: World) =>
      breaks(invariant, world.variables) && (invariant.when === 'always' || ends(world));
    let schedules = 0n;
    let broken = 0n;
    eachSchedule(threads, initial, (worlds) => {
      schedules += 1n;
      if (!worlds.some(isBreach)) return;
      broken += 1n;
      if (!isBreach(worlds.at(-1) as World)) seen.early += 1;
      if (!ends(worlds.at(-1))) seen.stuck += 1;
    });
    expect(found.broken?.count).toBe(broken);
    if (broken > 0n) seen[broken < schedules ? 'some' : 'all'] += 1;
  });
  // Broken on the way to a deadlock, but not in it: else rare.
  const { lock, unlock, store } = atomic;
  const steps = [lock('a'), store('x', 1), store('x', 0), lock('b'), unlock('b'), unlock('a')];
  const rare = {
    program: { threads: named(steps, nested('b', 'a')), initial: {} },
    invariant: { when: 'always' as const, sum: ['x'], most: 0 },
  };
  fc.assert(property, { numRuns: 100, examples: [[rare]] });
  expect(Object.values(seen).every((times) => times > 0)).toBe(true);
});

test('the kinds are the distinct values that break it, each with the first of the shortest ways to it', () => {
  let several = 0;
  const any = withInvariant(fc.oneof(anyEndingProgram, anyRoundProgram));
  const property = fc.property(any, ({ program, invariant }) => {
    const { threads, initial } = program;
    const tried = triedStates(threads, initial) as readonly TriedState[];
    const breaking = tried.filter(
      ({ status, variables }) =>
        (invariant.when === 'always' || status === 'done') && breaks(invariant, variables),
    );
    const kinds = new Map<string, readonly number[]>();
    for (const { variables, way } of breaking) {
      const text = JSON.stringify(variables);
      if (!kinds.has(text)) kinds.set(text, way);
    }
    const { broken } = interleavings(threads, initial, invariant);
    const told = broken?.kinds.map(({ variables, witness }) => [
      JSON.stringify(variables),
      witness,
    ]);
    const expected = [...kinds].map(([text, way]) => [text, replay(threads, initial, way)]);
    expect(JSON.stringify(told)).toBe(JSON.stringify(expected));
    several += kinds.size > 1 ? 1 : 0;
  });
  fc.assert(property, { numRuns: 150 });
  expect(several).toBeGreaterThan(0);
});

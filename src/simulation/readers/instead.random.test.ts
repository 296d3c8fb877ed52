// What is said of how a second run differs, of random runs: something always, and only what is so.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import { isLocking, type Scenario, type Step } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { withoutUsers } from '../testing/programs.ts';
import { wrongly } from '../testing/same-point.ts';
import { fairScenarios, shortScenarios } from '../testing/scenarios.ts';
import { compare } from './compare.ts';
import { instead } from './instead.ts';
import { lacks } from './lack.ts';
import { toText } from './sentence.ts';

/** What is said of every task that both have, each time that it lacks a worker or a core in the first; with what is wrong with it. */
function explained(one: Scenario, other: Scenario) {
  const [first, second] = [simulate(one), simulate(other)];
  const names = { tasks: second.tasks.map(({ name }) => name), awaited: 'the database' };
  return compare(first, second).flatMap((difference) =>
    (first.tasks[difference.first]?.segments ?? []).flatMap((stretch, segment) => {
      if (!lacks(stretch)) return [];
      const sentence = instead(first, second, names, difference, segment);
      const place = { ...stretch, task: difference.first, segment };
      const wrong = () => wrongly(first, second, place, difference.second, sentence);
      return [{ said: `${stretch.start}: ${toText(sentence)}`, wrong }];
    }),
  );
}

const nothingWrong = (one: Scenario, other: Scenario) => {
  for (const { said: text, wrong } of explained(one, other)) expect(wrong(), text).toEqual([]);
};

/** Some tasks on the machine of another scenario, to their ends. */
const onMachine = (machine: Scenario, tasks: Scenario['tasks'], devices: Scenario['devices']) =>
  scenario({ ...withoutUsers({ ...machine, tasks }), devices, horizon: null });

test('of the same tasks on any two machines, something is said, and it is so', () => {
  const pairs = fc.oneof(
    { weight: 4, arbitrary: fc.tuple(shortScenarios, shortScenarios) },
    { weight: 1, arbitrary: fc.tuple(fairScenarios, fairScenarios) },
  );
  fc.assert(
    fc.property(pairs, ([any, other]) => {
      const { tasks, devices } = any;
      nothingWrong(onMachine(any, tasks, devices), onMachine(other, tasks, devices));
    }),
    { numRuns: 100 },
  );
});

test('also where their steps have other lengths, or none', () => {
  const lengths = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 10, maxLength: 10 });
  const changed = (steps: readonly Step[], by: readonly number[]): Step[] =>
    steps.map((step) => {
      if ('steps' in step) return { ...step, steps: changed(step.steps, by) } as Step;
      return isLocking(step) ? step : { ...step, duration: by[step.duration as Nanos] as Nanos };
    });
  fc.assert(
    fc.property(shortScenarios, shortScenarios, lengths, (any, other, by) => {
      const { tasks, devices } = any;
      const others = tasks.map((task) => ({ ...task, steps: changed(task.steps, by) }));
      nothingWrong(onMachine(any, tasks, devices), onMachine(other, others, devices));
    }),
    { numRuns: 100 },
  );
});

test('of random lengths the same is said as of those lengths written out', () => {
  const text =
    'A x3: cpu 1..9, io exp 3, cpu exp 5, io 0..2, cpu 1..9; B: cpu exp 8, io 1, cpu 2..5';
  /** With a core for each task, every burst is whole in the trace. */
  const writtenOut = (drawn: Scenario): Scenario => ({
    ...drawn,
    tasks: simulate({ ...drawn, cores: 9, slice: null, policy: 'fifo' }).tasks.map(
      ({ name, segments }) => ({
        name,
        arrival: 0 as Nanos,
        steps: segments.map(({ state, start, end }): Step => {
          const duration = (end - start) as Nanos;
          return { kind: state === 'running' ? 'cpu' : 'io', duration };
        }),
      }),
    ),
  });
  const saidOf = (one: Scenario, other: Scenario) =>
    explained(one, other).map(({ said: sentence }) => sentence);
  for (let seed = 1; seed <= 10; seed += 1) {
    const one = parse(`seed ${seed}; slice 2; ${text}`);
    const other = parse(`seed ${seed + 1}; cores 2; slice 3; ${text}`);
    const found = saidOf(one, other);
    expect(found.length).toBeGreaterThan(5);
    expect(found).toEqual(saidOf(writtenOut(one), writtenOut(other)));
  }
});

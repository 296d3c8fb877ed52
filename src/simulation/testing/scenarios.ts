// Random small scenarios for property tests: few short lengths, so that many things meet at one instant.
import fc from 'fast-check';
import type { Nanos } from '../nanos.ts';
import { type Scenario, scenario } from '../scenario.ts';

const length = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => n as Nanos);

const steps = fc.array(fc.record({ kind: fc.constantFrom('cpu', 'io'), duration: length(0, 9) }), {
  maxLength: 6,
});

const tasks = fc
  .array(fc.record({ arrival: length(0, 15), steps }), { maxLength: 6 })
  .map((list) => list.map((one, i) => ({ name: `t${i}`, ...one })));

/** Scenarios over every setting; times of a few ns. */
export const scenarios: fc.Arbitrary<Scenario> = fc
  .record({
    cores: fc.integer({ min: 1, max: 3 }),
    slice: fc.option(length(1, 6)),
    switchCost: fc.oneof(fc.constant(0 as Nanos), length(1, 3)),
    workers: fc.oneof(fc.constant('per-task'), fc.integer({ min: 1, max: 4 })),
    waiting: fc.constantFrom('holds', 'frees'),
    horizon: fc.option(length(0, 60)),
    tasks,
  })
  .map(scenario);

// A run that is too long is cut off and says where; a scenario that cannot run is refused.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Simulation } from '../engine/simulation.ts';
import { parse } from '../notation/parse.ts';
import { scenario } from '../scenario/checked.ts';
import { LIMITS } from '../scenario/limits.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { simulate } from '../simulate.ts';
import { anyScenario } from '../testing/any-scenario.ts';
import { traceOf } from '../trace/trace-data.ts';

const nanos = (n: number) => n as Nanos;
const computing = (name: string, duration: number) => ({
  name,
  arrival: nanos(0),
  steps: [{ kind: 'cpu', duration: nanos(duration) }] as const,
});

/**
 * Two users arrive, and each ns both end a pause, take a lock 2324 times and give it back: 4649 events each. After 2151
 * ns that makes 20,000,000 just.
 */
const upTo = (nanoseconds: number) =>
  simulate(
    parse(
      `horizon ${nanoseconds / 1e6}; user x2: think 0.000001, repeat 2324 (lock m, unlock m), cpu 0, io 0..0`,
    ),
  );

test('a run of too many events is cut off at the last that happened', () => {
  const trace = upTo(2152);
  expect(trace.truncated).toEqual({ reason: 'The run has more than 20000000 events.', at: 2151 });
  expect(trace.end).toBe(2151);
  expect(trace.tasks[0]?.rounds).toHaveLength(2151);
});

test('a run of just as many events as the limit is whole', () => {
  const trace = upTo(2151);
  expect([trace.truncated, trace.end]).toEqual([null, 2151]);
});

test('a run that goes on beyond exact times is cut off at the last that happened', () => {
  const tasks = [computing('A', 7), computing('B', LIMITS.time)];
  const trace = simulate(scenario({ tasks }));
  expect(trace.truncated).toMatchObject({ at: 7, reason: expect.stringContaining('2^53') });
  expect(trace.tasks.map(({ end }) => end)).toEqual([7, null]);
});

test('a run up to the last exact time is whole', () => {
  const trace = simulate(scenario({ tasks: [computing('A', LIMITS.time)] }));
  expect([trace.truncated, trace.end]).toEqual([null, LIMITS.time]);
});

test('a horizon is the scenario’s own end and cuts nothing off', () => {
  const trace = simulate(scenario({ horizon: nanos(5), tasks: [computing('A', 7)] }));
  expect([trace.truncated, trace.end, trace.tasks[0]?.end]).toEqual([null, 5, null]);
});

test('a plain object that is no scenario is refused', () => {
  const plain: Scenario = { ...scenario({ tasks: [computing('A', 7)] }), cores: 0 };
  expect(() => simulate(plain)).toThrow(ScenarioError);
});

test('any scenario at all, however large its numbers, runs up to an end that is told', () => {
  fc.assert(
    fc.property(anyScenario, (any) => {
      const run = new Simulation(any);
      const isOver = run.advance(5000);
      const { end, truncated, deadlock, tasks, cores } = traceOf(run.finish());
      const unended = tasks.some((task) => task.end === null);
      expect(end).toBeLessThanOrEqual(any.horizon ?? LIMITS.time);
      if (!isOver) expect(truncated).toMatchObject({ at: end });
      else if (unended && end !== any.horizon) expect(truncated ?? deadlock).not.toBeNull();
      for (const { segments, arrival, end: ended } of tasks) {
        const bounds = [arrival, ...segments.map((segment) => segment.end)];
        expect(segments.map((segment) => segment.start)).toEqual(bounds.slice(0, -1));
        if (segments.length > 0) expect(bounds.at(-1)).toBe(ended ?? end);
      }
      for (const { segments } of cores) expect(segments.at(-1)?.end ?? 0).toBe(end);
    }),
    { numRuns: 500 },
  );
});

// A run in parts: the same as at once, and it tells how far it is.
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { traceOf } from '../trace/trace-data.ts';
import { Simulation } from './simulation.ts';

const work = Array.from({ length: 50 }, (_, i) => task(`t${i}`, [cpu(5), io(20), cpu(3)], i));

const MANY: [string, Partial<Scenario>][] = [
  ['run to block', {}],
  ['in slices, with a pool', { slice: ms(1), workers: 4, switchCost: ms(0.1) }],
  ['up to a horizon', { horizon: ms(200) }],
];

test.each(MANY)('in parts it comes out as at once: %s', (_, settings) => {
  const any = scenario({ ...settings, tasks: work });
  const run = new Simulation(any);
  expect(run.progress).toBe(0);
  const shares: number[] = [];
  while (!run.advance(20)) shares.push(run.progress);
  expect(run.progress).toBe(1);
  expect(shares.length).toBeGreaterThan(5);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  // Its middle is somewhere about the middle.
  const middle = shares[Math.floor(shares.length / 2)] as number;
  expect(middle).toBeGreaterThan(0.2);
  expect(middle).toBeLessThan(0.8);
  expect(JSON.stringify(traceOf(run.finish()))).toBe(JSON.stringify(simulate(any)));
});

test('one that is given up says so, and holds what happened up to there', () => {
  const any = scenario({ tasks: work });
  const run = new Simulation(any);
  run.advance(40);
  const trace = traceOf(run.finish());
  expect(trace.truncated).toEqual({ reason: 'The run was not gone on with.', at: trace.end });
  expect(trace.end).toBeLessThan(simulate(any).end);
});

test('no work at all is done at once', () => {
  const run = new Simulation(scenario({ tasks: [] }));
  expect([run.advance(1), run.progress]).toEqual([true, 1]);
});

// Scenarios: what is left out has a default, and what is made does not change any more.
import { expect, test } from 'vitest';
import { scenario } from './checked.ts';
import { ms } from './nanos.ts';
import { cpu, io, task } from './scenario.ts';

test('what is left out has its default', () => {
  expect(scenario({ tasks: [] })).toEqual({
    cores: 1,
    policy: 'fifo',
    slice: null,
    tick: null,
    switchCost: 0,
    switchGrowth: [],
    workers: 'per-task',
    waiting: 'holds',
    runtimeSlice: null,
    runtimeSwitchCost: 0,
    devices: [],
    seed: 0,
    horizon: null,
    tasks: [],
  });
  expect(scenario({ slice: ms(5), tasks: [] }).policy).toBe('round-robin');
});

test('times are written in ms and kept in ns', () => {
  expect(task('A', [cpu(0.000001), io(2)], 3)).toEqual({
    name: 'A',
    arrival: 3_000_000,
    steps: [
      { kind: 'cpu', duration: 1 },
      { kind: 'io', duration: 2_000_000 },
    ],
  });
});

test('a scenario is a copy that nothing can change', () => {
  const steps = [cpu(1)];
  const made = scenario({ tasks: [{ name: 'A', arrival: ms(0), steps }] });
  steps.push(io(1));
  expect(made.tasks[0]?.steps).toEqual([cpu(1)]);
  const parts = [made, made.tasks, made.tasks[0], made.tasks[0]?.steps, made.tasks[0]?.steps[0]];
  expect(parts.every(Object.isFrozen)).toBe(true);
});

test('a scenario survives being written as JSON', () => {
  const made = scenario({ slice: ms(5), workers: 2, tasks: [task('A', [cpu(1), io(2)], 3)] });
  expect(scenario(JSON.parse(JSON.stringify(made)))).toEqual(made);
});

// The examples of the README, through what the package exports.
import {
  COST_DEFAULTS,
  commitLimit,
  costs,
  JVM_THREADS,
  limits,
  MEASURED,
  MEASURED_MACHINE,
  threadsMax,
} from '@interleave/simulation/costs';
import { expect, test } from 'vitest';

const MIB = 2 ** 20;
const GIB = 2 ** 30;

test('what 10,000 threads take', () => {
  const threads = costs('threads', 10_000);
  expect(threads.reserved).toBe(83_886_080_000);
  expect(threads.reserved / GIB).toBeCloseTo(78.1, 1);
  expect(costs('threads', 10_000, { stackReserve: 8e6 }).reserved).toBe(80e9);
  expect(threads.promised).toBe(83_886_080_000);
  expect(threads.resident).toBe(354_880_000);
  expect(threads.resident / MIB).toBeCloseTo(338, 0);
  expect(threads.parts[0]).toEqual({
    name: 'thread-stacks',
    reserved: 83_886_080_000,
    promised: 83_886_080_000,
    resident: 81_920_000,
  });
});

test('what other models take', () => {
  const resident = (...given: Parameters<typeof costs>) =>
    Math.round(costs(...given).resident / MIB);
  expect(resident('threads', 10_000, JVM_THREADS)).toBe(462);
  expect(resident('light-tasks', 100_000)).toBe(259);
  expect(resident('light-tasks', 100_000, { lightStackUsed: 5_000 })).toBe(845);
  expect(resident('event-loop', 100_000)).toBe(140);
  expect(COST_DEFAULTS.kernelStack).toBe(16 * 1024);
});

test('what runs out first', () => {
  const memory = 24 * GIB;
  expect(limits('threads', { memory })).toEqual([
    { name: 'thread-numbers', tasks: 32_468 },
    { name: 'mappings', tasks: 32_765 },
    { name: 'threads', tasks: 196_608 },
    { name: 'memory', tasks: 726_155 },
    { name: 'addresses', tasks: 16_777_216 },
  ]);
  expect(limits('threads', { memory, overcommit: 'never' })[0]).toEqual({
    name: 'promises',
    tasks: 1536,
  });
  expect(limits('threads', { memory, groupMemory: 512 * MIB })[0]).toEqual({
    name: 'group-memory',
    tasks: 15_128,
  });
  expect(limits('light-tasks', { memory })[0]).toEqual({ name: 'memory', tasks: 9_488_119 });
  expect(threadsMax(memory)).toBe(196_608);
  expect(limits('threads', { ...MEASURED_MACHINE, overcommit: 'never' })[0]).toEqual({
    name: 'promises',
    tasks: 1506,
  });
  expect(commitLimit(MEASURED_MACHINE) / GIB).toBeCloseTo(11.8, 1);
});

test('a point that was measured', () => {
  expect(MEASURED.find(({ tasks, what }) => tasks === 10_000 && what === 'resident')).toEqual({
    program: 'c',
    model: 'threads',
    tasks: 10_000,
    what: 'resident',
    bytes: [341 * MIB, 348 * MIB],
    error: 0.03,
  });
});

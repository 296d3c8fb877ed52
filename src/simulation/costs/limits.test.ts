// What runs out first: at the limit all fits and one more does not, whatever the machine; and each limit by itself.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { costs } from './costs.ts';
import { type LimitName, limits } from './limits.ts';
import type { Machine } from './machine.ts';
import type { CostModel, CostOptions } from './options.ts';

const KIB = 1024;
const MIB = 2 ** 20;
const GIB = 2 ** 30;

const tasksAt = (name: LimitName, ...given: Parameters<typeof limits>) =>
  limits(...given).find((limit) => limit.name === name)?.tasks;

/** Whether so many tasks fit, told from what `costs` says of exactly so many. */
function fits(
  name: LimitName,
  model: CostModel,
  tasks: number,
  machine: Machine,
  options: Partial<CostOptions>,
): boolean {
  const { reserved, promised, resident, parts } = costs(model, tasks, options);
  const threads = model === 'threads' ? tasks : model === 'event-loop' ? 1 : 2;
  const kernel = parts
    .filter((part) => ['kernel-stacks', 'page-tables', 'kernel-records'].includes(part.name))
    .reduce((sum, part) => sum + part.resident, 0);
  const { memory, swap, hugePages, overcommitRatio } = machine;
  switch (name) {
    case 'promises':
      return machine.overcommit === 'never'
        ? promised <= Math.floor(((memory - hugePages) * overcommitRatio) / 100) + swap
        : threads === 0;
    case 'memory':
      return kernel <= memory && resident <= memory + swap;
    case 'group-memory':
      return resident <= (machine.groupMemory as number);
    case 'threads':
      return threads <= machine.threadsMax;
    case 'thread-numbers':
      return threads === 0 || threads + 300 <= machine.pidMax;
    case 'group-threads':
      return threads <= (machine.groupThreads as number);
    case 'mappings':
      return 2 * threads <= machine.maxMapCount;
    case 'addresses':
      return reserved <= machine.addressSpace;
  }
}

const bytes = (most: number) =>
  fc.oneof(fc.integer({ min: 0, max: most }), fc.integer({ min: 0, max: 100 * MIB }));
const machines: fc.Arbitrary<Machine> = fc
  .record({
    memory: bytes(256 * GIB),
    swap: fc.oneof(fc.constant(0), bytes(64 * GIB)),
    hugePages: fc.oneof(fc.constant(0), bytes(64 * GIB)),
    overcommit: fc.constantFrom('heuristic', 'always', 'never'),
    overcommitRatio: fc.integer({ min: 0, max: 150 }),
    threadsMax: fc.integer({ min: 0, max: 400_000 }),
    pidMax: fc.integer({ min: 0, max: 400_000 }),
    maxMapCount: fc.integer({ min: 0, max: 400_000 }),
    addressSpace: fc.integer({ min: 0, max: 2 ** 47 }),
    groupMemory: fc.oneof(fc.constant(null), bytes(64 * GIB)),
    groupThreads: fc.oneof(fc.constant(null), fc.integer({ min: 0, max: 100_000 })),
  } satisfies { [K in keyof Machine]: fc.Arbitrary<unknown> })
  .filter(({ memory, hugePages }) => hugePages <= memory) as fc.Arbitrary<Machine>;
const options: fc.Arbitrary<Partial<CostOptions>> = fc
  .record({
    stackReserve: fc.integer({ min: 0, max: 64 * MIB }),
    stackTouched: fc.integer({ min: 0, max: 256 * KIB }),
    threadRecord: fc.integer({ min: 0, max: 10 * KIB }),
    lightStackUsed: fc.integer({ min: 0, max: 100 * KIB }),
    eventTask: fc.integer({ min: 1, max: 100 * KIB }),
  })
  .filter((one) => Math.ceil(one.stackTouched / 4096) * 4096 <= one.stackReserve);
const models = fc.constantFrom<CostModel[]>('threads', 'light-tasks', 'event-loop');

describe('whatever the machine', () => {
  test('at the limit it fits, and one more does not', () => {
    fc.assert(
      fc.property(models, machines, options, (model, machine, each) => {
        for (const { name, tasks } of limits(model, machine, each)) {
          const fit = (count: number) => fits(name, model, count, machine, each);
          if (tasks > 999_999) {
            expect(fit(1_000_000)).toBe(true);
          } else {
            expect(tasks === -1 || fit(tasks), `${name} at ${tasks}`).toBe(true);
            expect(fit(tasks + 1), `${name} at ${tasks + 1}`).toBe(false);
          }
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('the nearest stands first, each limit once, and with less of anything none is further', () => {
    fc.assert(
      fc.property(models, machines, machines, options, (model, machine, other, each) => {
        const found = limits(model, machine, each);
        const tasks = found.map((limit) => limit.tasks);
        expect(tasks).toEqual(tasks.toSorted((a, b) => a - b));
        expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
        const less = {
          ...machine,
          memory: Math.min(machine.memory, other.memory),
          swap: Math.min(machine.swap, other.swap),
          hugePages: 0,
          maxMapCount: Math.min(machine.maxMapCount, other.maxMapCount),
          pidMax: Math.min(machine.pidMax, other.pidMax),
        };
        const nearest = limits(model, less, each)[0]?.tasks ?? Number.POSITIVE_INFINITY;
        const before = limits(model, { ...machine, hugePages: 0 }, each)[0]?.tasks;
        expect(nearest).toBeLessThanOrEqual(before ?? Number.POSITIVE_INFINITY);
      }),
    );
  });
});

describe('a machine with 16 GiB', () => {
  const memory = 16 * GIB;
  test('is filled by 484,095 threads of 35,488 bytes; its system has at most 131,072', () => {
    expect(tasksAt('memory', 'threads', { memory })).toBe(Math.floor(memory / 35_488));
    expect(tasksAt('threads', 'threads', { memory })).toBe(131_072);
  });

  test('with swap holds more stacks, but no more of the kernel’s part than its memory', () => {
    const stackTouched = 1 * MIB;
    expect(tasksAt('memory', 'threads', { memory }, { stackTouched })).toBe(15_968);
    const swapped = { memory, swap: 1024 * GIB };
    const kernelEach = 16 * KIB + 4 * KIB + 6_816;
    expect(tasksAt('memory', 'threads', swapped, { stackTouched })).toBe(
      Math.floor(memory / kernelEach),
    );
  });

  test('promises half of it and its swap where it never overcommits, without huge pages', () => {
    const never = { memory, overcommit: 'never' } as const;
    expect(tasksAt('promises', 'threads', never)).toBe(1024);
    expect(tasksAt('promises', 'threads', { ...never, swap: 8 * GIB })).toBe(2048);
    expect(tasksAt('promises', 'threads', { ...never, hugePages: 8 * GIB })).toBe(512);
    expect(tasksAt('promises', 'threads', { ...never, overcommitRatio: 75 })).toBe(1536);
  });

  test('as usual refuses a stack only if it is larger than all memory and swap', () => {
    expect(tasksAt('promises', 'threads', { memory })).toBeUndefined();
    const stack = { stackReserve: GIB };
    expect(tasksAt('promises', 'threads', { memory: GIB - 1 }, stack)).toBe(0);
    expect(tasksAt('promises', 'threads', { memory: GIB - 1, swap: 1 }, stack)).toBeUndefined();
    expect(
      tasksAt('promises', 'threads', { memory: GIB - 1, overcommit: 'always' }, stack),
    ).toBeUndefined();
  });

  test('has 65,530 mappings, two a stack, and 32,468 numbers', () => {
    expect(tasksAt('mappings', 'threads', { memory })).toBe(32_765);
    expect(tasksAt('thread-numbers', 'threads', { memory })).toBe(32_468);
    expect(tasksAt('thread-numbers', 'threads', { memory, pidMax: 4_194_304 })).toBe(4_194_004);
  });

  test('keeps a group to its memory and its threads', () => {
    const group = { memory, groupMemory: 512 * MIB, groupThreads: 4_915 };
    expect(limits('threads', group)[0]).toEqual({ name: 'group-threads', tasks: 4_915 });
    expect(tasksAt('group-memory', 'threads', group)).toBe(15_128);
    expect(limits('light-tasks', group)[0]?.name).toBe('group-memory');
  });

  test('addresses 16,777,216 stacks of 8 MiB', () => {
    expect(tasksAt('addresses', 'threads', { memory })).toBe(2 ** 24);
  });

  test('has threads enough for tasks that need none of their own', () => {
    const names = limits('light-tasks', { memory }).map(({ name }) => name);
    expect(names).toEqual(['memory', 'addresses']);
    expect(limits('event-loop', { memory }).map(({ name }) => name)).toEqual(names);
  });
});

test('where not even the threads under the tasks fit, no task does', () => {
  expect(limits('light-tasks', { memory: 50_000 })[0]).toEqual({ name: 'promises', tasks: -1 });
  expect(tasksAt('memory', 'light-tasks', { memory: 70_975 })).toBe(-1);
  expect(tasksAt('memory', 'light-tasks', { memory: 70_976 })).toBe(0);
});

describe('what makes no sense is refused', () => {
  const path = (...given: unknown[]) => {
    try {
      limits(...(given as Parameters<typeof limits>));
    } catch (error) {
      if (error instanceof ScenarioError) return error.path;
      throw error;
    }
    throw new Error('Nothing was refused.');
  };

  test.each([
    [['fibres', { memory: 1 }], 'model'],
    [['threads', null], 'machine'],
    [['threads', {}], 'machine.memory'],
    [['threads', { memory: -1 }], 'machine.memory'],
    [['threads', { memory: 1.5 }], 'machine.memory'],
    [['threads', { memory: 1, ram: 1 }], 'machine.ram'],
    [['threads', { memory: 1, overcommit: 2 }], 'machine.overcommit'],
    [['threads', { memory: 1, hugePages: 2 }], 'machine.hugePages'],
    [['threads', { memory: 1, pidMax: null }], 'machine.pidMax'],
    [['threads', { memory: 1, groupMemory: -1 }], 'machine.groupMemory'],
    [['threads', { memory: 1, addressSpace: 2 ** 53 }], 'machine.addressSpace'],
    [['threads', { memory: 1 }, { page: 3 }], 'options.page'],
  ])('%j', (given, where) => {
    expect(path(...given)).toBe(where);
  });
});

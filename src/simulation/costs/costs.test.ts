// What tasks in flight take: the lesson's figures, and what holds whatever the sizes.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { type CostPartName, costs } from './costs.ts';
import { COST_DEFAULTS, type CostModel, type CostOptions } from './options.ts';

const MIB = 2 ** 20;
const GIB = 2 ** 30;
const MODELS: readonly CostModel[] = ['threads', 'light-tasks', 'event-loop'];
const SIZES = Object.keys(COST_DEFAULTS) as (keyof CostOptions)[];

const part = (name: CostPartName, ...given: Parameters<typeof costs>) =>
  costs(...given).parts.find((one) => one.name === name);

describe('10,000 connections with a thread each', () => {
  test('reserve 80 GB of stack at 8 MB, 78.1 GiB at 8 MiB', () => {
    expect(costs('threads', 10_000, { stackReserve: 8e6 }).reserved).toBe(80e9);
    expect(costs('threads', 10_000).reserved).toBe(78.125 * GIB);
  });

  test('are promised as much as they reserve, whatever they have touched', () => {
    const { reserved, promised } = costs('threads', 10_000, { stackTouched: 72 * 1024 });
    expect(promised).toBe(reserved);
  });
});

test('by hand: ten of each with small sizes', () => {
  const options: CostOptions = {
    page: 16,
    stackReserve: 1000,
    stackTouched: 33,
    threadRecord: 6,
    kernelStack: 7,
    pageTables: 5_000,
    kernelRecord: 3,
    lightStack: 8,
    lightStackUsed: 17,
    lightRecord: 2,
    lightThreads: 4,
    eventTask: 9,
  };
  const heap = (name: string, bytes: number) => ({
    name,
    reserved: bytes,
    promised: bytes,
    resident: bytes,
  });
  const kernel = (name: string, resident: number) => ({
    name,
    reserved: 0,
    promised: 0,
    resident,
  });
  const threads = (count: number) => [
    {
      name: 'thread-stacks',
      reserved: 1000 * count,
      promised: 1000 * count,
      resident: 48 * count,
    },
    heap('thread-records', 6 * count),
    kernel('kernel-stacks', 7 * count),
    // A table maps 2 MiB, of which such a stack is less than two thousandths: 2.4 bytes.
    kernel('page-tables', 3 * count),
    kernel('kernel-records', 3 * count),
  ];
  expect(costs('threads', 10, options)).toEqual({
    reserved: 10_060,
    promised: 10_060,
    resident: 670,
    parts: threads(10),
  });
  expect(costs('light-tasks', 10, options)).toEqual({
    reserved: 4364,
    promised: 4364,
    resident: 608,
    parts: [heap('task-stacks', 320), heap('task-records', 20), ...threads(4)],
  });
  expect(costs('event-loop', 10, options)).toEqual({
    reserved: 1096,
    promised: 1096,
    resident: 157,
    parts: [heap('task-objects', 90), ...threads(1)],
  });
});

describe('stacks', () => {
  test.each([
    [64 * MIB, 4096],
    [2 * MIB, 4096],
    [1 * MIB, 2048],
    [64 * 1024, 128],
  ])('of %i bytes take %i of page tables: smaller ones share a table', (stackReserve, tables) => {
    expect(part('page-tables', 'threads', 1, { stackReserve })?.resident).toBe(tables);
  });

  test.each([
    [0, 0],
    [1, 4096],
    [4096, 4096],
    [4097, 8192],
  ])('of threads with %i bytes touched have %i resident', (stackTouched, resident) => {
    expect(part('thread-stacks', 'threads', 1, { stackTouched })?.resident).toBe(resident);
  });

  test.each([
    [0, 2048],
    [2048, 2048],
    [2049, 4096],
    [9000, 16_384],
  ])('of light tasks that use %i bytes have grown to %i', (lightStackUsed, size) => {
    expect(part('task-stacks', 'light-tasks', 1, { lightStackUsed })?.resident).toBe(size);
  });
});

/** Sizes of all orders of magnitude, most often near where pages and stacks are full. */
const size = fc.oneof(
  fc.integer({ min: 0, max: 100_000 }),
  fc.integer({ min: 0, max: GIB }),
  fc.constantFrom(0, 1, 2048, 2049, 4096, 4097, GIB),
);
const power = fc.integer({ min: 0, max: 30 }).map((exponent) => 2 ** exponent);
const sizes: fc.Arbitrary<CostOptions> = fc
  .record({
    page: power,
    stackReserve: size,
    stackTouched: size,
    threadRecord: size,
    kernelStack: size,
    pageTables: size,
    kernelRecord: size,
    lightStack: power,
    lightStackUsed: size,
    lightRecord: size,
    lightThreads: fc.integer({ min: 1, max: 1_000_000 }),
    eventTask: size,
  })
  .filter((one) => Math.ceil(one.stackTouched / one.page) * one.page <= one.stackReserve);
const model = fc.constantFrom(...MODELS);
const tasks = fc.integer({ min: 0, max: 1_000_000 });

describe('whatever the sizes', () => {
  test('the totals are the sums of the parts, whole and exact', () => {
    fc.assert(
      fc.property(model, tasks, sizes, (kind, count, options) => {
        const { reserved, promised, resident, parts } = costs(kind, count, options);
        expect(promised).toBe(parts.reduce((sum, one) => sum + one.promised, 0));
        expect(reserved).toBe(parts.reduce((sum, one) => sum + one.reserved, 0));
        expect(resident).toBe(parts.reduce((sum, one) => sum + one.resident, 0));
        expect([reserved, promised, resident].every(Number.isSafeInteger)).toBe(true);
        expect(new Set(parts.map(({ name }) => name)).size).toBe(parts.length);
      }),
    );
  });

  test('each task more takes as much as the one before, and with threads none takes nothing', () => {
    fc.assert(
      fc.property(model, fc.integer({ min: 0, max: 999_998 }), sizes, (kind, count, options) => {
        const [first, second, third] = [0, 1, 2].map((more) => costs(kind, count + more, options));
        for (const bytes of ['reserved', 'promised', 'resident'] as const) {
          const step = (second?.[bytes] ?? 0) - (first?.[bytes] ?? 0);
          expect((third?.[bytes] ?? 0) - (second?.[bytes] ?? 0)).toBe(step);
          expect(step).toBeGreaterThanOrEqual(0);
        }
        expect(costs('threads', 0, options)).toMatchObject({
          reserved: 0,
          promised: 0,
          resident: 0,
        });
      }),
    );
  });

  test('more of any one thing never takes less', () => {
    fc.assert(
      fc.property(model, tasks, sizes, sizes, (kind, count, options, others) => {
        const less = costs(kind, count, options);
        for (const name of SIZES) {
          const more = { ...options, [name]: Math.max(options[name], others[name]) };
          // Greater pages may no longer fit into the stack.
          if (Math.ceil(more.stackTouched / more.page) * more.page > more.stackReserve) continue;
          const { reserved, promised, resident } = costs(kind, count, more);
          expect(promised).toBeGreaterThanOrEqual(less.promised);
          expect(reserved).toBeGreaterThanOrEqual(less.reserved);
          expect(resident).toBeGreaterThanOrEqual(less.resident);
        }
      }),
    );
  });

  test('each thing counts in the models that have it, and in no other', () => {
    const threads = [
      'stackReserve',
      'stackTouched',
      'threadRecord',
      'kernelStack',
      'pageTables',
      'kernelRecord',
    ];
    const light = ['lightStack', 'lightStackUsed', 'lightRecord', 'lightThreads'];
    const matters = (kind: CostModel) => {
      const usual = JSON.stringify(costs(kind, 10));
      return SIZES.filter((name) => {
        // Some begin at nothing.
        const more = costs(kind, 10, { [name]: COST_DEFAULTS[name] * 4 || 1024 });
        return JSON.stringify(more) !== usual;
      });
    };
    expect(matters('threads')).toEqual(['page', ...threads]);
    expect(matters('light-tasks')).toEqual(['page', ...threads, ...light]);
    expect(matters('event-loop')).toEqual(['page', ...threads, 'eventTask']);
  });
});

test('the most of everything is still exact', () => {
  const most = { page: 2 ** 29, stackTouched: GIB, stackReserve: GIB, kernelStack: GIB };
  const more = {
    threadRecord: GIB,
    pageTables: GIB,
    kernelRecord: GIB,
    lightStackUsed: GIB,
    lightStack: 2 ** 29,
  };
  const all = { ...most, ...more, lightRecord: GIB, lightThreads: 1_000_000, eventTask: GIB };
  expect(costs('light-tasks', 1_000_000, all)).toMatchObject({
    reserved: 4e6 * GIB,
    promised: 4e6 * GIB,
    resident: 7e6 * GIB,
  });
  expect(Number.isSafeInteger(7e6 * GIB)).toBe(true);
});

describe('what makes no sense is refused', () => {
  /** The place and what would do, of what is refused. */
  function refusal(...given: unknown[]): ScenarioError {
    try {
      costs(...(given as Parameters<typeof costs>));
    } catch (error) {
      if (error instanceof ScenarioError) return error;
      throw error;
    }
    throw new Error('Nothing was refused.');
  }

  test.each([['fibres'], ['__proto__'], [null], [undefined]])('the model %s', (kind) => {
    expect(refusal(kind, 1)).toMatchObject({
      path: 'model',
      allowed: '"threads" or "light-tasks" or "event-loop"',
    });
  });

  test.each([[-1], [1.5], [1_000_001], [Number.NaN], [Infinity], ['5'], [null], [undefined]])(
    '%s tasks',
    (count) => {
      expect(refusal('threads', count)).toMatchObject({
        path: 'tasks',
        allowed: 'a whole number from 0 to 1000000',
      });
    },
  );

  const bad = [-1, 0.5, GIB + 1, Number.NaN, '5', null, undefined];
  test.each(SIZES.flatMap((name) => bad.map((value) => [name, value] as const)))(
    '%s of %s',
    (name, value) => {
      expect(refusal('event-loop', 1, { [name]: value }).path).toBe(`options.${name}`);
    },
  );

  test.each([
    ['page', 0],
    ['page', 4097],
    ['lightStack', 0],
    ['lightStack', 3000],
  ])('%s of %s, which is no power of two', (name, value) => {
    expect(refusal('threads', 1, { [name]: value })).toMatchObject({
      path: `options.${name}`,
      allowed: 'a power of two from 1 to 1073741824',
    });
  });

  test('no thread under the light tasks', () => {
    expect(refusal('light-tasks', 1, { lightThreads: 0 }).path).toBe('options.lightThreads');
  });

  test('more touched, in whole pages, than the stack has', () => {
    expect(refusal('threads', 1, { stackReserve: 8191, stackTouched: 4097 })).toMatchObject({
      path: 'options.stackTouched',
      found: '4097',
      allowed: 'bytes in whole pages of 4096 that fit into a stack of 8191',
    });
  });

  test('an option that there is not, and options that are none', () => {
    expect(refusal('threads', 1, { stackReserved: 1 }).path).toBe('options.stackReserved');
    expect(refusal('threads', 1, JSON.parse('{"__proto__": 1}')).path).toBe('options.__proto__');
    expect(refusal('threads', 1, null).path).toBe('options');
    expect(refusal('threads', 1, [1]).path).toBe('options');
  });
});

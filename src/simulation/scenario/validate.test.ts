// What a scenario is refused for: where, what was found, what would do.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { simulate } from '../simulate.ts';
import { scenario } from './checked.ts';
import { LIMITS } from './limits.ts';
import type { Nanos } from './nanos.ts';
import { cpu, io, task, together } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';

const good = [task('A', [cpu(1)]), task('B', [cpu(1), io(2)])];

/** The error for a scenario that differs from a good one as said, from outside of the types. */
function refusal(settings: object): ScenarioError {
  try {
    scenario({ tasks: good, ...settings });
  } catch (error) {
    if (error instanceof ScenarioError) return error;
    throw error;
  }
  throw new Error('It was not refused.');
}

const withTask = (change: object) => ({ tasks: [good[0], { ...good[1], ...change }] });
const withStep = (step: unknown) => withTask({ steps: [step] });
const withCrowding = (crowding: unknown) => ({
  devices: [{ name: 'db', capacity: 5, crowding }],
});
const lock = (name: string) => ({ kind: 'lock', lock: name });
const unlock = (name: string) => ({ kind: 'unlock', lock: name });
const atOnce = (steps: unknown) => ({ kind: 'together', steps });
const repeat = (steps: unknown[], times: unknown = 2) => ({ kind: 'repeat', times, steps });

const TIME = 'a whole number of ns from 0 to 9007199254740991';

test.each([
  ['cores', 0, '0', 'a whole number from 1 to 256'],
  ['cores', 1.5, '1.5', 'a whole number from 1 to 256'],
  ['cores', 257, '257', 'a whole number from 1 to 256'],
  ['cores', '2', '"2"', 'a whole number from 1 to 256'],
  ['switchCost', -1, '-1', TIME],
  ['switchCost', Number.NaN, 'NaN', TIME],
  ['workers', 0, '0', 'a whole number from 1 to 1000000, or "per-task",'],
  ['workers', 'many', '"many"', 'a whole number from 1 to 1000000, or "per-task",'],
  ['waiting', 'blocks', '"blocks"', '"holds" or "frees"'],
  ['runtimeSwitchCost', 0.5, '0.5', TIME],
  ['seed', -1, '-1', 'a whole number from 0 to 4294967295'],
  ['seed', 2 ** 32, '4294967296', 'a whole number from 0 to 4294967295'],
  ['horizon', Number.POSITIVE_INFINITY, 'Infinity', `${TIME}, or null for none,`],
  ['devices', 'db', '"db"', 'a list of devices'],
  ['tasks', {}, 'an object', 'a list of tasks'],
])('%s: %s', (path, value, found, allowed) => {
  const error = refusal({ [path]: value });
  expect(error).toMatchObject({ path, found, allowed });
  expect(error.message).toBe(`${path}: found ${found}; ${allowed} would do.`);
});

describe('the growth of a switch', () => {
  const point = (runnable: unknown, cost: unknown) => ({ runnable, cost });
  test.each<[growth: unknown, path: string, found: string, allowed: string]>([
    [null, 'switchGrowth', 'null', 'a list of points'],
    [{ 2: 5 }, 'switchGrowth', 'an object', 'a list of points'],
    [[7], 'switchGrowth[0]', '7', 'an object with runnable and cost'],
    [new Array(1), 'switchGrowth[0]', 'undefined', 'an object with runnable and cost'],
    [[{ ...point(2, 5), n: 2 }], 'switchGrowth[0].n', '"the field n"', 'only runnable and cost'],
    [[point(2, -1)], 'switchGrowth[0].cost', '-1', TIME],
    [[point(2, 5.5)], 'switchGrowth[0].cost', '5.5', TIME],
    [[point(2, 1_000_000_001)], 'switchGrowth[0].cost', '1000000001', 'at most a second'],
    [[point(2, 4)], 'switchGrowth[0].cost', '4', 'no less than the cost before it'],
    [[point(2, 9), point(3, 8)], 'switchGrowth[1].cost', '8', 'no less than the cost before it'],
    [[point(1, 5)], 'switchGrowth[0].runnable', '1', 'a whole number from 2 to 1000000'],
    [[point(2.5, 5)], 'switchGrowth[0].runnable', '2.5', 'a whole number from 2 to 1000000'],
    [
      [point(1e6 + 1, 5)],
      'switchGrowth[0].runnable',
      '1000001',
      'a whole number from 2 to 1000000',
    ],
    [
      [point(3, 5), point(3, 5)],
      'switchGrowth[1].runnable',
      '3',
      'more than in the point before it',
    ],
    [
      Array.from({ length: LIMITS.switchPoints + 1 }, (_, i) => point(i + 2, 5)),
      'switchGrowth.length',
      '101',
      'at most 100 points',
    ],
  ])('%j', (switchGrowth, path, found, allowed) => {
    expect(refusal({ switchCost: 5, switchGrowth })).toMatchObject({ path, found, allowed });
  });

  test('to the very limits is taken', () => {
    const switchGrowth = Array.from({ length: LIMITS.switchPoints }, (_, i) => ({
      runnable: LIMITS.workers - LIMITS.switchPoints + 1 + i,
      cost: LIMITS.grownSwitch as Nanos,
    }));
    expect(scenario({ tasks: good, switchGrowth }).switchGrowth).toEqual(switchGrowth);
  });
});

describe('a part of a scenario', () => {
  test.each([
    ['tasks[1]', { tasks: [good[0], null] }, 'null'],
    ['tasks[0]', { tasks: new Array(2) }, 'undefined'],
    ['tasks[1].name', withTask({ name: '' }), '""'],
    ['tasks[1].name', withTask({ name: 7 }), '7'],
    ['tasks[1].name', withTask({ name: 'A' }), '"A"'],
    ['tasks[1].count', withTask({ count: 0 }), '0'],
    ['tasks[1].arrival', withTask({ arrival: -1 }), '-1'],
    ['tasks[1].arrival', withTask({ arrival: 2 ** 53 }), '9007199254740992'],
    ['tasks[1].spacing.every', withTask({ spacing: { every: -1 } }), '-1'],
    ['tasks[1].spacing.rate', withTask({ spacing: { rate: 0 } }), '0'],
    ['tasks[1].spacing.rate', withTask({ spacing: { rate: 1e-7 } }), '1e-7'],
    ['tasks[1].spacing', withTask({ spacing: { every: 1, rate: 1 } }), 'an object'],
    ['tasks[1].think', withTask({ think: 1 }), '"a user and no horizon"'],
    [
      'tasks[1]',
      { horizon: 9, ...withTask({ think: 0, steps: [] }) },
      '"a round that takes no time"',
    ],
    ['tasks[1].retry', withTask({ retry: 2 }), '2'],
    ['tasks[1].retry.after', withTask({ retry: { times: 2 } }), 'undefined'],
    ['tasks[1].retry.after', withTask({ retry: { after: 0, times: 2 } }), '0'],
    ['tasks[1].retry.times', withTask({ retry: { after: 1, times: 0 } }), '0'],
    [
      'tasks[1].retry.until',
      withTask({ retry: { after: 1, times: 1, until: 5 } }),
      '"the field until"',
    ],
    ['tasks[1].retry.times', withTask({ retry: { after: 1, times: 999_999 } }), '999999'],
    [
      'tasks[1].retry',
      { horizon: 9, ...withTask({ think: 1, retry: { after: 1, times: 1 } }) },
      '"a retry of a user, who thinks"',
    ],
    ['devices[0].crowding', withCrowding(0.2), '0.2'],
    ['devices[0].crowding.from', withCrowding({ by: 0.2 }), 'undefined'],
    ['devices[0].crowding.from', withCrowding({ from: 0, by: 0.2 }), '0'],
    ['devices[0].crowding.by', withCrowding({ from: 8, by: 0 }), '0'],
    ['devices[0].crowding.by', withCrowding({ from: 8, by: 1 / 3 }), '0.3333333333333333'],
    ['devices[0].crowding.by', withCrowding({ from: 8, by: 1001 }), '1001'],
    ['devices[0].crowding.by', withCrowding({ from: 8, by: '0.2' }), '"0.2"'],
    ['tasks[1].weight', withTask({ weight: 0 }), '0'],
    ['tasks[1].priority', withTask({ priority: 100 }), '100'],
    ['tasks[1].steps', withTask({ steps: 'cpu 5' }), '"cpu 5"'],
    ['tasks[1].steps[0]', withStep(undefined), 'undefined'],
    ['tasks[1].steps[0]', withStep([]), 'a list'],
    ['tasks[1].steps[0].kind', withStep({ ...cpu(1), kind: 'gpu' }), '"gpu"'],
    ['tasks[1].steps[0].kind', withStep({ ...cpu(1), kind: 'toString' }), '"toString"'],
    ['tasks[1].steps[0].duration', withStep({ ...cpu(1), duration: 0.5 }), '0.5'],
    ['tasks[1].steps[0].duration', withStep({ kind: 'io' }), 'undefined'],
    ['tasks[1].steps[0].duration.to', withStep({ ...io(1), duration: { from: 5, to: 4 } }), '4'],
    ['tasks[1].steps[0].duration.mean', withStep({ ...io(1), duration: { mean: -4 } }), '-4'],
    ['tasks[1].steps[0].device', withStep(io(1, 'db')), '"db"'],
    ['tasks[1].steps[0].lock', withStep(lock('')), '""'],
    ['tasks[1].steps[0].times', withStep(repeat([], 0)), '0'],
    [
      'tasks[1].steps[0].steps[1].duration',
      withStep(repeat([cpu(1), { kind: 'cpu' }])),
      'undefined',
    ],
    ['tasks[1].steps[0].steps', withStep(atOnce([])), 'an empty list'],
    ['tasks[1].steps[0].steps', withStep(atOnce(undefined)), 'undefined'],
    ['tasks[1].steps[0].steps[1]', withStep(atOnce([io(1), null])), 'null'],
    ['tasks[1].steps[0].steps[1].kind', withStep(atOnce([io(1), cpu(1)])), '"cpu"'],
    ['tasks[1].steps[0].steps[0].kind', withStep(atOnce([lock('m')])), '"lock"'],
    ['tasks[1].steps[0].steps[0].kind', withStep(atOnce([repeat([io(1)])])), '"repeat"'],
    ['tasks[1].steps[0].steps[0].kind', withStep(atOnce([together([io(1)])])), '"together"'],
    ['tasks[1].steps[0].steps[0].device', withStep(atOnce([io(1, 'db')])), '"db"'],
    ['tasks[1].steps[0].steps[0].duration', withStep(atOnce([{ kind: 'io' }])), 'undefined'],
    [
      'tasks[1].steps[0].duration',
      withStep({ ...together([io(1)]), duration: 1 }),
      '"the field duration"',
    ],
    ['tasks[1].steps[0].steps[0].steps[0].kind', withStep(repeat([atOnce([cpu(1)])])), '"cpu"'],
    [
      'tasks[1]',
      withTask({ think: 0, steps: [together([io(0)])] }),
      '"a round that takes no time"',
    ],
    ['devices[0].name', { devices: [{ name: '', capacity: 1 }] }, '""'],
    ['devices[0].capacity', { devices: [{ name: 'db', capacity: 0 }] }, '0'],
    [
      'devices[1].name',
      {
        devices: [
          { name: 'db', capacity: 1 },
          { name: 'db', capacity: 2 },
        ],
      },
      '"db"',
    ],
  ])('%s', (path, settings, found) => {
    expect(refusal(settings)).toMatchObject({ path, found });
  });
});

describe('names of copies', () => {
  const copies = { name: 'A', arrival: 0, count: 12, steps: [] };
  const beside = (name: string, more: object = {}) => ({
    tasks: [copies, { name, arrival: 0, steps: [], ...more }],
  });

  test('are not those of other tasks', () => {
    expect(refusal(beside('A12'))).toMatchObject({ path: 'tasks[1].name', found: '"A12"' });
    expect(refusal(beside('A1', { count: 3 })).path).toBe('tasks[1].name');
  });

  test('are told from names that only look like them', () => {
    for (const name of ['A13', 'A0', 'A01', 'A1x']) {
      expect(() => scenario(beside(name) as never)).not.toThrow();
    }
  });
});

describe('a policy gets what it needs, and nothing that it has no use for', () => {
  test.each([
    ['policy', { policy: 'lottery' }],
    ['slice', { policy: 'round-robin' }],
    ['slice', { policy: 'fifo', slice: 5 }],
    ['slice', { policy: 'round-robin', slice: 0 }],
    ['tick', { policy: 'fair' }],
    ['tick', { policy: 'fifo', tick: 4 }],
  ])('%s of %o', (path, settings) => {
    expect(refusal(settings).path).toBe(path);
  });
});

describe('locks', () => {
  test.each([
    ['unlocked though not held', [unlock('m')], 'tasks[1].steps[0]'],
    ['taken though held', [lock('m'), cpu(1), lock('m')], 'tasks[1].steps[2]'],
    ['held at the end', [cpu(1), lock('m')], 'tasks[1].steps[1]'],
    [
      'taken again by a repeat',
      [repeat([cpu(1), lock('m')]), unlock('m')],
      'tasks[1].steps[0].steps[1]',
    ],
    [
      'given back again by a repeat',
      [lock('m'), repeat([unlock('m')])],
      'tasks[1].steps[1].steps[0]',
    ],
  ])('%s', (_, steps, path) => {
    expect(refusal(withTask({ steps })).path).toBe(path);
  });

  test('that go with each round of a repeat are right', () => {
    const steps = [
      lock('a'),
      repeat([unlock('a'), lock('b'), unlock('b'), lock('a')]),
      unlock('a'),
    ];
    expect(() => scenario({ tasks: [{ ...good[0], steps }] } as never)).not.toThrow();
  });
});

describe('a field that there is not is refused, not passed over', () => {
  test.each([
    ['core', { core: 2 }],
    ['__proto__', JSON.parse('{"__proto__": 1}')],
    ['tasks[1].at', withTask({ at: 30 })],
    ['tasks[1].steps[0].device', withStep({ ...cpu(1), device: 'db' })],
    ['tasks[1].steps[0].duration.max', withStep({ ...cpu(1), duration: { from: 1, max: 2 } })],
    ['devices[0].size', { devices: [{ name: 'db', size: 2 }] }],
  ])('%s', (path, settings) => {
    expect(refusal(settings).path).toBe(path);
  });
});

test('no scenario at all is refused too', () => {
  for (const nothing of [undefined, null, 5, 'cores 1', []]) {
    expect(() => scenario(nothing as never)).toThrow(ScenarioError);
    expect(() => simulate(nothing as never)).toThrow(ScenarioError);
  }
});

test('what is long is shown cut', () => {
  expect(refusal({ waiting: 'x'.repeat(100_000) }).message.length).toBeLessThan(120);
});

test('what has no text is described', () => {
  expect(refusal({ waiting: Object.create(null) }).found).toBe('an object');
});

describe('bounds', () => {
  test('on tasks', () => {
    const tasks = new Array(LIMITS.tasks + 1).fill(good[0]);
    expect(refusal({ tasks })).toMatchObject({ path: 'tasks.length', found: '1000001' });
  });

  test('on the copies of all tasks together', () => {
    const error = refusal(withTask({ count: LIMITS.tasks }));
    expect(error).toMatchObject({ path: 'tasks[1].count', found: '1000000' });
  });

  test('on the steps of all tasks together, with repeats written out', () => {
    const steps = [repeat([cpu(1), cpu(1)], LIMITS.steps / 2), cpu(1)];
    const error = refusal(withTask({ steps }));
    expect(error).toMatchObject({ path: 'tasks[1].steps', found: '10000002' });
  });

  test('on them with operations that begin together counted one by one', () => {
    const steps = [repeat([together([io(1), io(1)])], LIMITS.steps / 2), cpu(1)];
    const error = refusal(withTask({ steps }));
    expect(error).toMatchObject({ path: 'tasks[1].steps', found: '10000002' });
  });

  test('on repeats of nothing', () => {
    const nothing = repeat([repeat([], 10_000)], 10_000);
    expect(refusal(withTask({ steps: [nothing] }))).toMatchObject({
      path: 'tasks[1].steps',
      found: '100000001',
    });
    const fewer = scenario(withTask({ steps: [repeat([repeat([], 1000)], 1000)] }) as never);
    expect(simulate(fewer).tasks[1]?.end).toBe(0);
  });

  test('on repeats in each other', () => {
    let step: unknown = cpu(1);
    for (let depth = 0; depth < 100_000; depth += 1)
      step = { kind: 'repeat', times: 1, steps: [step] };
    expect(refusal(withStep(step)).path).toBe(
      `tasks[1].steps[0]${'.steps[0]'.repeat(LIMITS.nesting)}`,
    );
  });
});

test('anything at all in the place of a scenario or of a part of one is run or refused with a place', () => {
  const part = fc.oneof(
    fc.anything(),
    fc.constantFrom(0, 1, -1, 0.5, 2 ** 53, 'fair', 'A', null, [], [cpu(1)], [lock('m')], good),
  );
  const aTask = fc.record(
    {
      name: part,
      count: fc.constantFrom(1, 3, 0, 'x'),
      arrival: part,
      spacing: fc.oneof(part, fc.record({ every: part }), fc.record({ rate: part })),
      think: part,
      retry: fc.oneof(part, fc.record({ after: part, times: part })),
      weight: part,
      priority: part,
      steps: fc.oneof(part, fc.array(fc.record({ kind: part, duration: part, steps: part }))),
    },
    { requiredKeys: ['name', 'arrival', 'steps'] },
  );
  const fields = [
    'cores',
    'policy',
    'slice',
    'tick',
    'switchCost',
    'switchGrowth',
    'workers',
    'waiting',
    'horizon',
  ];
  const more = ['runtimeSlice', 'runtimeSwitchCost', 'devices', 'seed', 'tasks'];
  const settings = fc.record(
    Object.fromEntries([...fields, ...more].map((field) => [field, part])),
    { requiredKeys: [] },
  );
  fc.assert(
    fc.property(settings, fc.array(fc.oneof(part, aTask)), (some, tasks) => {
      try {
        simulate(scenario({ tasks, ...some } as never));
      } catch (error) {
        if (!(error instanceof ScenarioError)) throw error;
        expect(error.path).not.toBe('');
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['of a task that is sent again', 'A again 2', true],
  ['of a copy that is', 'B3 again 1', true],
  ['of no resend: it is not sent so often', 'A again 3', false],
  ['of no resend: there is no such copy', 'B4 again 1', false],
  ['of no resend: the copies of a group have no such name of their own', 'B again 1', false],
  ['of no resend: it is written otherwise', 'A again 02', false],
])('a name %s', (_, name, isRefused) => {
  const retry = { after: 1 as Nanos, times: 2 };
  const asked = [
    { ...task('A', []), retry },
    { ...task('B', []), count: 3, retry },
  ];
  const tasks = [...asked, task(name, [])];
  if (isRefused) expect(refusal({ tasks })).toMatchObject({ path: 'tasks[2].name' });
  else expect(scenario({ tasks }).tasks).toHaveLength(3);
});

test('the copies of a group may not have the names of resends either', () => {
  const asked = { ...task('A', []), retry: { after: 1 as Nanos, times: 12 } };
  const group = (name: string) => [asked, { ...task(name, []), count: 5 }];
  for (const name of ['A again ', 'A again 1']) {
    expect(refusal({ tasks: group(name) }).path).toBe('tasks[1].name');
  }
  expect(scenario({ tasks: group('A again 2') }).tasks).toHaveLength(2);
});

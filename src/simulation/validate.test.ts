// A scenario that cannot be run is refused with the place, what was found and what would do.
import { describe, expect, test } from 'vitest';
import { LIMITS } from './limits.ts';
import { cpu, io, scenario, task } from './scenario.ts';
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

const TIME = 'a whole number of ns from 0 to 9007199254740991';

test.each([
  ['cores', 0, '0', 'a whole number from 1 to 256'],
  ['cores', 1.5, '1.5', 'a whole number from 1 to 256'],
  ['cores', 257, '257', 'a whole number from 1 to 256'],
  ['cores', '2', '"2"', 'a whole number from 1 to 256'],
  ['slice', 0, '0', 'a whole number of ns from 1 to 9007199254740991, or null for run to block,'],
  ['switchCost', -1, '-1', TIME],
  ['switchCost', Number.NaN, 'NaN', TIME],
  ['workers', 0, '0', 'a whole number from 1 to 200000, or "per-task",'],
  ['workers', 'many', '"many"', 'a whole number from 1 to 200000, or "per-task",'],
  ['waiting', 'blocks', '"blocks"', '"holds" or "frees"'],
  ['horizon', Number.POSITIVE_INFINITY, 'Infinity', `${TIME}, or null for none,`],
  ['tasks', {}, 'an object', 'a list of tasks'],
])('%s: %s', (path, value, found, allowed) => {
  const error = refusal({ [path]: value });
  expect(error).toMatchObject({ path, found, allowed });
  expect(error.message).toBe(`${path}: found ${found}; ${allowed} would do.`);
});

test.each([
  ['tasks[1]', { tasks: [good[0], null] }, 'null'],
  ['tasks[0]', { tasks: new Array(2) }, 'undefined'],
  ['tasks[1].name', withTask({ name: '' }), '""'],
  ['tasks[1].name', withTask({ name: 7 }), '7'],
  ['tasks[1].name', withTask({ name: 'A' }), '"A"'],
  ['tasks[1].arrival', withTask({ arrival: -1 }), '-1'],
  ['tasks[1].arrival', withTask({ arrival: 2 ** 53 }), '9007199254740992'],
  ['tasks[1].steps', withTask({ steps: 'cpu 5' }), '"cpu 5"'],
  ['tasks[1].steps[0]', withStep(undefined), 'undefined'],
  ['tasks[1].steps[0]', withStep([]), 'a list'],
  ['tasks[1].steps[0].kind', withStep({ ...cpu(1), kind: 'gpu' }), '"gpu"'],
  ['tasks[1].steps[0].duration', withStep({ ...cpu(1), duration: 0.5 }), '0.5'],
  ['tasks[1].steps[0].duration', withStep({ kind: 'io' }), 'undefined'],
])('%s', (path, settings, found) => {
  expect(refusal(settings)).toMatchObject({ path, found });
});

describe('a field that there is not is refused, not passed over', () => {
  test.each([
    ['core', { core: 2 }],
    ['__proto__', JSON.parse('{"__proto__": 1}')],
    ['tasks[1].at', withTask({ at: 30 })],
    ['tasks[1].steps[0].device', withStep({ ...io(1), device: 'db' })],
  ])('%s', (path, settings) => {
    expect(refusal(settings).path).toBe(path);
  });
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
    expect(refusal({ tasks })).toMatchObject({ path: 'tasks.length', found: '200001' });
  });

  test('on the steps of all tasks together', () => {
    const steps = new Array(LIMITS.steps).fill(cpu(1));
    const error = refusal({ tasks: [good[0], { ...good[1], steps }] });
    expect(error).toMatchObject({ path: 'tasks[1].steps', found: '2000001' });
  });
});

// The second simulator against runs worked out by hand from the README's rules.
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import type { Operation, Scenario, Step, Task } from '../scenario/scenario.ts';
import { reference } from './reference.ts';

const MS = 1_000_000;

/** A task of steps in words: `cpu 3`, `io 2`, `db 2`, `db 2 + io 3`, `block 2`, `lock m`, `unlock m`; times in ns. */
function task(name: string, words: string, settings: object = {}): Task {
  const stepOf = (word: string): Step => {
    if (word.includes(' + ')) {
      return { kind: 'together', steps: word.split(' + ').map(stepOf) as Operation[] };
    }
    const [kind = '', what = ''] = word.split(' ');
    if (kind === 'lock' || kind === 'unlock') return { kind, lock: what };
    const duration = Number(what) as Scenario['switchCost'];
    if (kind === 'cpu' || kind === 'io' || kind === 'block') return { kind, duration };
    return { kind: 'io', device: kind, duration };
  };
  const steps = words.split(', ').map(stepOf);
  return { name, arrival: 0 as Task['arrival'], ...settings, steps };
}

const run = (settings: object, ...tasks: Task[]) =>
  reference(scenario({ ...settings, tasks } as Parameters<typeof scenario>[0]));

/** A line of stretches: `running 0 2, waiting 2 5`. */
const line = (stretches: ReturnType<typeof run>['tasks'][number] | undefined) =>
  stretches?.map(({ state, start, end }) => `${state} ${start} ${end}`).join(', ');

/** What a core does, with the numbers of tasks. */
const core = ({ cores }: ReturnType<typeof run>) =>
  cores[0]
    ?.map(({ state, on, start, end }) =>
      `${state === 'running' ? '' : `${state} `}${on ?? ''} ${start}-${end}`.trim(),
    )
    .join(', ');

test('a device serves so many at once, the others in order of their coming', () => {
  const devices = [{ name: 'db', capacity: 1 }];
  const outcome = run({ devices }, task('a', 'db 3, db 1'), task('b', 'db 2'));
  expect(outcome.ends).toEqual([6, 5]);
  expect(outcome.devices).toEqual([{ operations: 3, busy: 6, queued: 5 }]);
});

test('what begins together stands in line one after the other; the task goes on with the last', () => {
  const devices = [{ name: 'db', capacity: 1 }];
  const a = task('a', 'cpu 1, db 3 + io 9 + db 2, cpu 1');
  const outcome = run({ devices }, a, task('b', 'db 1', { arrival: 2 }));
  expect(line(outcome.tasks[0])).toBe('running 0 1, waiting 1 10, running 10 11');
  expect(line(outcome.tasks[1])).toBe('waiting 2 7');
  expect(outcome.devices).toEqual([{ operations: 3, busy: 6, queued: 3 + 4 }]);
});

test('a lock goes to whoever has waited longest, at once; the one who unlocked goes on', () => {
  const outcome = run(
    {},
    task('a', 'lock m, cpu 3, unlock m, cpu 2'),
    task('b', 'lock m, cpu 1, unlock m'),
    task('c', 'cpu 1'),
  );
  expect(core(outcome)).toBe('0 0-5, 2 5-6, 1 6-7');
  expect(line(outcome.tasks[1])).toBe('blocked 0 3, runnable 3 6, running 6 7');
});

test('two who wait for each other end the run, whatever the horizon', () => {
  const outcome = run(
    { horizon: 10 },
    task('a', 'lock m, io 1, lock n, unlock n, unlock m'),
    task('b', 'lock n, io 2, lock m, unlock m, unlock n'),
  );
  expect(outcome.end).toBe(2);
  expect(outcome.deadlock).toEqual([
    { task: 0, awaits: 'n', heldBy: 1 },
    { task: 1, awaits: 'm', heldBy: 0 },
  ]);
});

test('a worker held by a blocked task is one less: others may await it for ever', () => {
  const { deadlock } = run(
    { workers: 2, waiting: 'holds' },
    task('a', 'lock m, io 1, lock n, unlock n, unlock m'),
    task('b', 'lock n, io 2, lock m, unlock m, unlock n'),
    task('c', 'cpu 1'),
  );
  expect(deadlock?.at(2)).toEqual({ task: 2, awaits: null, heldBy: null });
});

test('a block holds the worker of an event loop; IO frees it', () => {
  const loop = { workers: 1, waiting: 'frees' };
  expect(run(loop, task('a', 'block 3, cpu 1'), task('b', 'cpu 2')).ends).toEqual([4, 6]);
  expect(run(loop, task('a', 'io 3, cpu 1'), task('b', 'cpu 2')).ends).toEqual([4, 2]);
});

test('a user thinks, does its steps, and begins again, until the horizon', () => {
  const outcome = run({ horizon: 11 }, task('u', 'cpu 3', { think: 2 }));
  expect(line(outcome.tasks[0])).toBe(
    'waiting 0 2, running 2 5, waiting 5 7, running 7 10, waiting 10 11',
  );
  expect(outcome.rounds).toEqual([
    [
      { start: 2, end: 5 },
      { start: 7, end: 10 },
    ],
  ]);
});

test('copies come one after the other', () => {
  const outcome = run({}, task('a', 'cpu 2', { count: 3, spacing: { every: 5 } }));
  expect(outcome.ends).toEqual([2, 7, 12]);
});

test('a runtime slice gives the worker to the next task, with a switch of the worker after that of the core', () => {
  const settings = { workers: 1, waiting: 'frees', switchCost: 2, runtimeSwitchCost: 1 };
  const outcome = run({ ...settings, runtimeSlice: 2 }, task('a', 'cpu 3'), task('b', 'cpu 1'));
  expect(core(outcome)).toBe(
    'switching 0 0-3, 0 3-5, switching 1 5-6, 1 6-7, switching 0 7-8, 0 8-9',
  );
  expect([outcome.switches, outcome.runtimeSwitches]).toEqual([1, 3]);
});

test('a slice of the worker that runs out within a switch of the worker acts at its end', () => {
  const settings = { workers: 2, waiting: 'frees', slice: 3, runtimeSwitchCost: 2 };
  const outcome = run(settings, task('a', 'cpu 2'), task('b', 'cpu 1'), task('c', 'cpu 1'));
  // Worker 0 computes 2 to 4, and has 1 left for the switch to c.
  expect(core(outcome)).toBe(
    'switching 0 0-2, 0 2-4, switching 2 4-6, switching 1 6-8, 1 8-9, 2 9-10',
  );
});

test('shortest-remaining: whoever has less left takes the core', () => {
  const policy = 'shortest-remaining';
  const outcome = run({ policy }, task('a', 'cpu 5'), task('b', 'cpu 2', { arrival: 1 }));
  expect(core(outcome)).toBe('0 0-1, 1 1-3, 0 3-7');
});

test('priority: the preempted goes ahead of its equals', () => {
  const urgent = task('c', 'cpu 1', { arrival: 1, priority: 1 });
  const outcome = run({ policy: 'priority' }, task('a', 'cpu 4'), task('b', 'cpu 1'), urgent);
  expect(core(outcome)).toBe('0 0-1, 2 1-2, 0 2-5, 1 5-6');
});

test('fair: turns of 6 ms by weight, of equals the one who joined first', () => {
  const settings = { policy: 'fair', tick: MS / 4 };
  const outcome = run(
    settings,
    task('a', `cpu ${2.25 * MS}`),
    task('b', `cpu ${4.25 * MS}`, { weight: 2 }),
  );
  // Shares of 2 ms and 4 ms; both have then a virtual runtime of 2 ms.
  expect(outcome.cores[0]?.map(({ on, end }) => [on, end / MS])).toEqual([
    [0, 2],
    [1, 6],
    [0, 6.25],
    [1, 6.5],
  ]);
});

test('fair: whoever comes from a wait starts at most 3 ms behind the floor, and preempts when more than 1 ms behind', () => {
  const settings = { policy: 'fair', tick: MS };
  const long = task('a', `cpu ${12 * MS}`);
  const waits = task('b', `cpu ${MS / 4}, io ${9 * MS}, cpu ${6 * MS}`);
  const outcome = run(settings, waits, long);
  // At 9.25 the floor is 8.75, since the tick at 9: b starts at 5.75, and a has 9. The share of either is then 3 ms.
  expect(outcome.cores[0]?.map(({ on, end }) => [on, end / MS])).toEqual([
    [0, 0.25],
    [1, 9.25],
    [0, 13],
    [1, 16],
    [0, 18.25],
  ]);
});

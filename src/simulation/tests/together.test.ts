// The rules of what begins together, each in the smallest scenario that shows it.
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, task, together } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { coreRows, rows } from '../testing/rows.ts';

const run = (settings: Parameters<typeof scenario>[0]) => simulate(scenario(settings));

const db = [{ name: 'db', capacity: 1 }];

test('the task waits once, until the last of them is done', () => {
  const trace = run({ tasks: [task('A', [cpu(1), together([io(2), io(5), io(3)]), cpu(1)])] });
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 1],
    ['waiting', 1, 6],
    ['running', 6, 7],
  ]);
  expect(trace.tasks[0]?.segments.map(({ cause }) => cause)).toEqual([
    'dispatched',
    'io-started',
    'dispatched',
  ]);
});

test('they stand in line for a device in the order written, with nobody between them', () => {
  const tasks = [
    task('A', [together([io(3, 'db'), io(1), io(2, 'db')])]),
    task('B', [io(1, 'db')], 1),
  ];
  const trace = run({ devices: db, tasks });
  expect(trace.tasks.map(({ end }) => end)).toEqual([ms(5), ms(6)]);
  expect(trace.devices[0]).toMatchObject({ operations: 3, busy: ms(6), queued: ms(3 + 4) });
});

test('they end one by one, in the order in which they began to be served: the task goes on with the last', () => {
  const tasks = [
    task('first', [io(3, 'db')]),
    task('A', [together([io(6), io(3, 'db')]), cpu(1)]),
    task('B', [io(5), cpu(1)], 1),
  ];
  // At 6 all three waits end. Of A one began at 0, and the other at 3, after that of B.
  expect(coreRows(run({ devices: db, tasks }), 0)).toEqual([
    ['idle', 0, 6],
    ['B', 6, 7],
    ['A', 7, 8],
  ]);
});

test.each([
  ['they hold its worker, where waiting does', 'holds', ['queued', 0, 7]],
  ['they free its worker, where waiting does', 'frees', ['queued', 0, 1]],
] as const)('%s', (_, waiting, first) => {
  const tasks = [task('A', [cpu(1), together([io(2), io(5)]), cpu(1)]), task('B', [cpu(1)])];
  expect(rows(run({ workers: 1, waiting, tasks }), 'B')[0]).toEqual(first);
});

test('they give a whole runtime slice when they are done', () => {
  const tasks = [task('A', [cpu(2), together([io(1), io(1)]), cpu(2)]), task('B', [cpu(3)])];
  const settings = { workers: 1, waiting: 'frees', runtimeSlice: ms(2) } as const;
  expect(coreRows(run({ ...settings, tasks }), 0)).toEqual([
    ['A', 0, 2],
    ['B', 2, 4],
    ['A', 4, 6],
    ['B', 6, 7],
  ]);
});

test('they are skipped where they have no length, all of them or some', () => {
  const steps = [cpu(1), together([io(0), io(0, 'db')]), together([io(0), io(2, 'db'), io(0)])];
  const trace = run({ devices: db, tasks: [task('A', [...steps, cpu(1)])] });
  expect(rows(trace, 'A')).toEqual([
    ['running', 0, 1],
    ['waiting', 1, 3],
    ['running', 3, 4],
  ]);
  expect(trace.devices[0]?.operations).toBe(1);
});

test('they begin anew in each round of a repeat and of a user', () => {
  const steps = [
    { kind: 'repeat', times: 2, steps: [together([io(2, 'db'), io(1, 'db')])] },
  ] as const;
  const trace = run({
    devices: db,
    horizon: ms(14),
    tasks: [{ ...task('user', steps), think: ms(1) }],
  });
  expect(trace.tasks[0]?.rounds).toEqual([
    { start: ms(1), end: ms(7) },
    { start: ms(8), end: ms(14) },
  ]);
});

test('they are cut off by the horizon where they stand: what was served counts', () => {
  const tasks = [task('A', [together([io(4, 'db'), io(4, 'db'), io(6)]), cpu(1)])];
  const trace = run({ devices: db, horizon: ms(6), tasks });
  expect(rows(trace, 'A')).toEqual([['waiting', 0, 6]]);
  expect(trace.devices[0]).toMatchObject({ operations: 1, busy: ms(6), queued: ms(4) });
});

test('they come to an end before those who wait for each other are told', () => {
  const lock = (kind: 'lock' | 'unlock', name: string) => ({ kind, lock: name });
  const both = (first: string, second: string) => [
    lock('lock', first),
    together([io(2), io(5)]),
    lock('lock', second),
    lock('unlock', second),
    lock('unlock', first),
  ];
  const trace = run({ tasks: [task('A', both('m', 'n')), task('B', both('n', 'm'))] });
  expect(trace.end).toBe(ms(5));
  expect(trace.deadlock).toEqual([
    { task: 0, awaits: 'n', heldBy: 1 },
    { task: 1, awaits: 'm', heldBy: 0 },
  ]);
});

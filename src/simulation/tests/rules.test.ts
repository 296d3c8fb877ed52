// The rules of the machine, each in the smallest scenario that shows it.
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, type Scenario, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { coreRows, rows } from '../testing/rows.ts';

const run = (settings: Parameters<typeof scenario>[0]) => simulate(scenario(settings));

const eventLoop = { workers: 1, waiting: 'frees' } as const;

describe('the slice', () => {
  test('gives the core to the next in line, and the one before goes to the tail', () => {
    const tasks = [task('A', [cpu(5)]), task('B', [cpu(3)]), task('C', [cpu(1)])];
    expect(coreRows(run({ slice: ms(2), tasks }), 0)).toEqual([
      ['A', 0, 2],
      ['B', 2, 4],
      ['C', 4, 5],
      ['A', 5, 7],
      ['B', 7, 8],
      ['A', 8, 9],
    ]);
  });

  test('lets a lone task go on, with no switch and no break', () => {
    const trace = run({ slice: ms(2), switchCost: ms(1), tasks: [task('A', [cpu(5)])] });
    expect(rows(trace, 'A')).toEqual([
      ['runnable', 0, 1],
      ['running', 1, 6],
    ]);
    expect(trace.switches).toBe(1);
  });

  test('that ends with the burst does not act when the task waits', () => {
    const tasks = [task('A', [cpu(2), io(1), cpu(2)]), task('B', [cpu(4)])];
    const trace = run({ cores: 2, slice: ms(2), tasks });
    expect(trace.tasks[0]?.segments.map(({ cause }) => cause)).toEqual([
      'dispatched',
      'io-started',
      'dispatched',
    ]);
  });

  test('goes on over steps of no length', () => {
    const tasks = [task('A', [cpu(1), io(0), cpu(1)]), task('B', [cpu(1)])];
    expect(coreRows(run({ slice: ms(3), tasks }), 0)).toEqual([
      ['A', 0, 2],
      ['B', 2, 3],
    ]);
  });

  test('is the worker’s: the next task of a freed worker has what is left of it', () => {
    const tasks = [task('A', [cpu(2)]), task('B', [cpu(3)]), task('C', [cpu(2)])];
    const trace = run({ workers: 2, slice: ms(3), tasks });
    // Worker 1, with B, is next when worker 0 has computed 2 ms for A and 1 ms for C.
    expect(coreRows(trace, 0)).toEqual([
      ['A', 0, 2],
      ['C', 2, 3],
      ['B', 3, 6],
      ['C', 6, 7],
    ]);
  });

  test('that has ended sends a freed worker, with its next task, to the tail', () => {
    const tasks = [task('A', [cpu(3)]), task('B', [cpu(3)]), task('C', [cpu(1)])];
    const trace = run({ workers: 2, slice: ms(3), tasks });
    expect(rows(trace, 'C')).toEqual([
      ['queued', 0, 3],
      ['runnable', 3, 6],
      ['running', 6, 7],
    ]);
    expect(trace.tasks[2]?.segments[1]).toMatchObject({ cause: 'taken', causedBy: 0, worker: 0 });
  });
});

describe('the switch cost', () => {
  test('is paid before every other worker, the first too; the task is runnable meanwhile', () => {
    const tasks = [task('A', [cpu(2)]), task('B', [cpu(2)])];
    const trace = run({ switchCost: ms(1), tasks });
    expect(coreRows(trace, 0)).toEqual([
      ['switching A', 0, 1],
      ['A', 1, 3],
      ['switching B', 3, 4],
      ['B', 4, 6],
    ]);
    expect(rows(trace, 'B')).toEqual([
      ['runnable', 0, 4],
      ['running', 4, 6],
    ]);
    expect(trace.tasks[1]?.segments[1]).toMatchObject({ cause: 'dispatched', causedBy: 0 });
    expect(trace.switches).toBe(2);
  });

  test('is not paid when the core goes on with the worker that it last ran', () => {
    const trace = run({ switchCost: ms(1), tasks: [task('A', [cpu(2), io(3), cpu(2)])] });
    expect(coreRows(trace, 0)).toEqual([
      ['switching A', 0, 1],
      ['A', 1, 3],
      ['idle', 3, 6],
      ['A', 6, 8],
    ]);
  });

  test('is not paid by an event loop, whose one worker takes task after task', () => {
    const tasks = [task('A', [cpu(2), io(3), cpu(2)]), task('B', [cpu(2)])];
    const trace = run({ ...eventLoop, switchCost: ms(1), tasks });
    expect(coreRows(trace, 0)).toEqual([
      ['switching A', 0, 1],
      ['A', 1, 3],
      ['B', 3, 5],
      ['idle', 5, 6],
      ['A', 6, 8],
    ]);
  });

  test('counts a switch of no cost', () => {
    expect(run({ tasks: [task('A', [cpu(2)]), task('B', [cpu(2)])] }).switches).toBe(2);
  });
});

describe('workers', () => {
  const twoRequests = [task('A', [cpu(1), io(4), cpu(1)]), task('B', [cpu(1), io(4), cpu(1)])];

  test('that are freed by waiting take the next task at once', () => {
    const trace = run({ ...eventLoop, tasks: twoRequests });
    expect(rows(trace, 'B')).toEqual([
      ['queued', 0, 1],
      ['running', 1, 2],
      ['waiting', 2, 6],
      ['running', 6, 7],
    ]);
  });

  test('that are held by waiting do not', () => {
    const trace = run({ workers: 1, waiting: 'holds', tasks: twoRequests });
    expect(rows(trace, 'B')[0]).toEqual(['queued', 0, 6]);
  });

  test('bound how many tasks run, however many cores there are', () => {
    const trace = run({
      cores: 4,
      workers: 2,
      tasks: ['A', 'B', 'C'].map((n) => task(n, [cpu(2)])),
    });
    expect(trace.tasks.map(({ end }) => end)).toEqual([ms(2), ms(2), ms(4)]);
    expect(trace.tasks[2]?.segments).toMatchObject([
      { state: 'queued', worker: null },
      { state: 'running', worker: 0, core: 0, causedBy: 0 },
    ]);
  });

  test('stay on the core that they last ran on', () => {
    const tasks = [
      task('A', [cpu(1), io(5), cpu(1)]),
      task('B', [cpu(2), io(1), cpu(1)]),
      task('C', [cpu(2)], 1),
    ];
    const trace = run({ cores: 2, tasks });
    const coresOf = (name: string) =>
      trace.tasks
        .find((one) => one.name === name)
        ?.segments.flatMap(({ core }) => (core === null ? [] : [core]));
    expect(coresOf('A')).toEqual([0, 0]);
    // Both cores are free when B is back at 3.
    expect(coresOf('B')).toEqual([1, 1]);
    expect(coresOf('C')).toEqual([0]);
  });

  test('are needed to begin, if only with IO; not to end after a wait that freed them', () => {
    const tasks = [task('A', [cpu(4)]), task('B', [io(2)], 1), task('C', [cpu(1)], 1)];
    const trace = run({ ...eventLoop, tasks });
    expect(rows(trace, 'B')).toEqual([
      ['queued', 1, 4],
      ['waiting', 4, 6],
    ]);
    expect(rows(trace, 'C')).toEqual([
      ['queued', 1, 4],
      ['running', 4, 5],
    ]);
    expect(trace.tasks[1]?.end).toBe(ms(6));
  });
});

describe('at one instant', () => {
  test('a slice that ends goes ahead of IO that ends, and that ahead of an arrival', () => {
    const tasks = [
      task('arrives', [cpu(1)], 2),
      task('slice', [cpu(3)]),
      task('io', [io(2), cpu(1)]),
    ];
    expect(coreRows(run({ slice: ms(2), tasks }), 0)).toEqual([
      ['slice', 0, 3],
      ['io', 3, 4],
      ['arrives', 4, 5],
    ]);
  });

  test('IO that ends together is served in the order in which it began', () => {
    const tasks = [
      task('late', [io(2), cpu(1)], 1),
      task('early', [io(3), cpu(1)]),
      task('A', [cpu(3)]),
    ];
    expect(coreRows(run({ tasks }), 0)).toEqual([
      ['A', 0, 3],
      ['early', 3, 4],
      ['late', 4, 5],
    ]);
  });

  test('arrivals are served in the order written', () => {
    const tasks = ['C', 'A', 'B'].map((name) => task(name, [cpu(1)], 1));
    expect(coreRows(run({ tasks }), 0).map(([state]) => state)).toEqual(['idle', 'C', 'A', 'B']);
  });
});

describe('the end', () => {
  test('is when the last thing has happened', () => {
    const trace = run({ tasks: [task('A', [cpu(1)]), task('B', [], 3)] });
    expect(trace.end).toBe(ms(3));
    expect(trace.tasks[1]).toMatchObject({ arrival: ms(3), end: ms(3), segments: [] });
  });

  test('of a scenario without tasks is at 0', () => {
    const trace = run({ tasks: [] });
    expect([trace.end, trace.cores[0]?.segments]).toEqual([0, []]);
  });

  test('comes at the horizon: what ends there has ended, what could start there does not', () => {
    const horizon: Scenario['horizon'] = ms(4);
    const tasks = [
      task('burst', [cpu(4)]),
      task('io', [io(4)]),
      task('back', [io(4), cpu(1)]),
      task('B', [cpu(1)], 1),
      task('comes', [], 4),
      task('later', [cpu(1)], 5),
    ];
    const trace = run({ horizon, tasks });
    expect(trace.tasks.map(({ end }) => end)).toEqual([ms(4), ms(4), null, null, null, null]);
    expect(rows(trace, 'B')).toEqual([['runnable', 1, 4]]);
    expect(rows(trace, 'comes')).toEqual([]);
    expect([trace.end, trace.truncated]).toEqual([horizon, null]);
  });

  test('comes at the horizon although all is done before: the cores are idle up to it', () => {
    const trace = run({ horizon: ms(4), tasks: [task('A', [cpu(1)])] });
    expect(coreRows(trace, 0)).toEqual([
      ['A', 0, 1],
      ['idle', 1, 4],
    ]);
  });
});

// The figures of a run, against ones worked out by hand, and against each other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import { ms } from '../scenario/nanos.ts';
import { cpu, io, task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { scenarios } from '../testing/scenarios.ts';
import { type Metrics, metrics } from './metrics.ts';

const A = task('A', [cpu(5), io(35), cpu(5)]);
const B = task('B', [cpu(15), io(35), cpu(5)]);
const other = task('other', [cpu(20)], 30);

test('of two requests and other work on one core', () => {
  expect(metrics(simulate(scenario({ tasks: [A, B, other] })))).toEqual({
    makespan: ms(60),
    throughput: 50,
    utilisation: 50 / 60,
    switches: 5,
    switchTime: 0,
    runtimeSwitches: 0,
    turnaround: { mean: ms(45), p50: ms(55), p95: ms(60), p99: ms(60), max: ms(60) },
    tasks: [
      {
        name: 'A',
        turnaround: ms(55),
        running: ms(10),
        waiting: ms(35),
        runnable: ms(10),
        queued: 0,
        blocked: 0,
        noWorker: 0,
        noCore: ms(10),
      },
      {
        name: 'B',
        turnaround: ms(60),
        running: ms(20),
        waiting: ms(35),
        runnable: ms(5),
        queued: 0,
        blocked: 0,
        noWorker: 0,
        noCore: ms(5),
      },
      {
        name: 'other',
        turnaround: ms(20),
        running: ms(20),
        waiting: 0,
        runnable: 0,
        queued: 0,
        blocked: 0,
        noWorker: 0,
        noCore: 0,
      },
    ],
    cores: [{ busy: ms(50), switching: 0, idle: ms(10) }],
    devices: [],
  });
});

test('with switches that cost, and a task that stands in line for a worker', () => {
  const figures = metrics(
    simulate(scenario({ cores: 2, workers: 1, switchCost: ms(1), tasks: [A, B] })),
  );
  expect(figures).toMatchObject({ makespan: ms(101), switches: 1, switchTime: ms(1) });
  expect(figures.utilisation).toBe(30 / 202);
  expect(figures.tasks[1]).toMatchObject({ queued: ms(46), runnable: 0, turnaround: ms(101) });
  expect(figures.cores[1]).toEqual({ busy: 0, switching: 0, idle: ms(101) });
});

test('of a run that its horizon ends: what has not ended has no turnaround', () => {
  const figures = metrics(simulate(scenario({ cores: 2, horizon: ms(50), tasks: [A, B] })));
  expect(figures).toMatchObject({ makespan: ms(50), throughput: 20, utilisation: 0.25 });
  expect(figures.tasks.map(({ turnaround }) => turnaround)).toEqual([ms(45), null]);
});

test('of a lock, a pool and light tasks: time blocked, time in line, switches of the worker', () => {
  const step = (lock: string, kind: 'lock' | 'unlock') => ({ kind, lock }) as const;
  const steps = [step('m', 'lock'), cpu(2), io(4, 'pool'), step('m', 'unlock'), io(4, 'pool')];
  const figures = metrics(
    simulate(
      scenario({
        workers: 1,
        waiting: 'frees',
        runtimeSwitchCost: ms(1),
        devices: [
          { name: 'pool', capacity: 1 },
          { name: 'cache', capacity: null },
        ],
        tasks: [task('A', steps), task('B', steps)],
      }),
    ),
  );
  // A: 1-3 computes, 3-7 IO. Then its IO until 11 and B's switch and burst from 7 to 10; B is in line until 11.
  expect(figures).toMatchObject({ makespan: ms(19), runtimeSwitches: 2, switchTime: ms(2) });
  expect(figures.tasks[1]).toMatchObject({ queued: ms(3), blocked: ms(4), runnable: ms(1) });
  expect(figures.devices).toEqual([
    { name: 'pool', operations: 4, busy: ms(16), queued: ms(1), utilisation: 16 / 19 },
    { name: 'cache', operations: 0, busy: 0, queued: 0, utilisation: null },
  ]);
});

test('a task whose answer has come is in line again where its wait freed the only worker', () => {
  const of = (workers: number) => {
    const tasks = [task('A', [cpu(1), io(3), cpu(1)]), task('B', [cpu(10)])];
    const { noWorker, noCore } = metrics(simulate(scenario({ workers, waiting: 'frees', tasks })))
      .tasks[0] as Metrics['tasks'][number];
    return { noWorker, noCore };
  };
  // The answer comes at 4 ms, and B computes until 11.
  expect(of(1)).toEqual({ noWorker: ms(7), noCore: 0 });
  expect(of(2)).toEqual({ noWorker: 0, noCore: ms(7) });
});

test('of a user: its rounds are what has a turnaround', () => {
  const user = { ...task('user', [cpu(1), io(2)]), think: ms(7) };
  const figures = metrics(simulate(scenario({ horizon: ms(25), tasks: [user] })));
  expect(figures).toMatchObject({
    makespan: ms(25),
    throughput: 80,
    tasks: [{ turnaround: null }],
  });
  expect(figures.turnaround).toMatchObject({ mean: ms(3), max: ms(3) });
});

test('percentiles are the nearest rank, so always a time that came out', () => {
  const tasks = Array.from({ length: 100 }, (_, i) => task(`t${i}`, [io(100 - i)]));
  expect(metrics(simulate(scenario({ tasks }))).turnaround).toEqual({
    mean: ms(50.5),
    p50: ms(50),
    p95: ms(95),
    p99: ms(99),
    max: ms(100),
  });
});

test('of nothing are zeros', () => {
  expect(metrics(simulate(scenario({ tasks: [] })))).toEqual({
    makespan: 0,
    throughput: 0,
    utilisation: 0,
    switches: 0,
    switchTime: 0,
    runtimeSwitches: 0,
    turnaround: { mean: null, p50: null, p95: null, p99: null, max: null },
    tasks: [],
    cores: [{ busy: 0, switching: 0, idle: 0 }],
    devices: [],
  });
});

test('the states of a task add up to its turnaround, those of a core to the clock', () => {
  fc.assert(
    fc.property(scenarios, (any) => {
      const trace = simulate(any);
      const figures = metrics(trace);
      for (const of of figures.tasks) {
        const { turnaround, running, waiting, runnable, queued, blocked, noWorker, noCore } = of;
        if (turnaround === null) continue;
        expect(running + waiting + runnable + queued + blocked).toBe(turnaround);
        expect(running + waiting + noWorker + noCore + blocked).toBe(turnaround);
      }
      for (const { busy, switching, idle } of figures.cores) {
        expect(busy + switching + idle).toBe(trace.end);
      }
    }),
  );
});

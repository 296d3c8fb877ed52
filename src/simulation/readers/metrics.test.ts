// The figures of a run, against ones worked out by hand, and against each other.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms } from '../nanos.ts';
import { cpu, io, scenario, task } from '../scenario.ts';
import { simulate } from '../simulate.ts';
import { scenarios } from '../testing/scenarios.ts';
import { metrics } from './metrics.ts';

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
    tasks: [
      {
        name: 'A',
        turnaround: ms(55),
        running: ms(10),
        waiting: ms(35),
        runnable: ms(10),
        queued: 0,
      },
      {
        name: 'B',
        turnaround: ms(60),
        running: ms(20),
        waiting: ms(35),
        runnable: ms(5),
        queued: 0,
      },
      { name: 'other', turnaround: ms(20), running: ms(20), waiting: 0, runnable: 0, queued: 0 },
    ],
    cores: [{ busy: ms(50), switching: 0, idle: ms(10) }],
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

test('of nothing are zeros', () => {
  expect(metrics(simulate(scenario({ tasks: [] })))).toEqual({
    makespan: 0,
    throughput: 0,
    utilisation: 0,
    switches: 0,
    switchTime: 0,
    tasks: [],
    cores: [{ busy: 0, switching: 0, idle: 0 }],
  });
});

test('the states of a task add up to its turnaround, those of a core to the clock', () => {
  fc.assert(
    fc.property(scenarios, (any) => {
      const trace = simulate(any);
      const figures = metrics(trace);
      for (const { turnaround, running, waiting, runnable, queued } of figures.tasks) {
        if (turnaround !== null) expect(running + waiting + runnable + queued).toBe(turnaround);
      }
      for (const { busy, switching, idle } of figures.cores) {
        expect(busy + switching + idle).toBe(trace.end);
      }
    }),
  );
});

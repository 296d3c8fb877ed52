// A switch that costs more the longer the run queue is: who counts, and when.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { segmentAt } from '../readers/instants.ts';
import { metrics } from '../readers/metrics.ts';
import { switchCostAt } from '../scenario/switch-cost.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { coreRows, rows } from '../testing/rows.ts';
import { FIFO, fair, PRIORITY, SHORTEST, turns, under } from '../testing/rules.ts';

/** A run in which a switch costs 1 ms with one runnable, 2 with two, 3 with three, and 4 with more. */
const run = (text: string) => simulate(parse(`switch 1, 4 at 4\n${text}`));

describe('counted as runnable', () => {
  test('are the one that takes the core and all who stand in line, whose slice has just ended too', () => {
    expect(coreRows(run('slice 2; A: cpu 4; B: cpu 2; C: cpu 2'), 0)).toEqual([
      ['switching A', 0, 3],
      ['A', 3, 5],
      ['switching B', 5, 8],
      ['B', 8, 10],
      ['switching C', 10, 12],
      ['C', 12, 14],
      ['switching A', 14, 15],
      ['A', 15, 17],
    ]);
  });

  test('is the one who is preempted for it', () => {
    const tasks = 'low: cpu 10; middle: cpu 1; high: at 5, priority 1, cpu 1';
    expect(coreRows(run(`policy priority; ${tasks}`), 0)).toEqual([
      ['switching low', 0, 2],
      ['low', 2, 5],
      ['switching high', 5, 8],
      ['high', 8, 9],
      ['switching low', 9, 11],
      ['low', 11, 18],
      ['switching middle', 18, 19],
      ['middle', 19, 20],
    ]);
  });

  test('are those who take other cores after it, not those who have taken theirs before it', () => {
    const trace = run('cores 2; A: cpu 3; B: cpu 1; C: cpu 1');
    expect(coreRows(trace, 0)).toEqual([
      ['switching A', 0, 3],
      ['A', 3, 6],
    ]);
    expect(coreRows(trace, 1)).toEqual([
      ['switching B', 0, 2],
      ['B', 2, 3],
      ['switching C', 3, 4],
      ['C', 4, 5],
      ['idle', 5, 6],
    ]);
  });

  test('are no more than as it began: who joins meanwhile makes the next one dearer', () => {
    expect(coreRows(run('A: cpu 2; later x3: at 0.5, cpu 1'), 0).slice(0, 3)).toEqual([
      ['switching A', 0, 1],
      ['A', 1, 3],
      ['switching later1', 3, 6],
    ]);
  });

  test.each([
    ['who waits for IO', 'other x5: io 50'],
    ['who waits for a device', 'device db capacity 1; other x5: db 10'],
    ['who waits for a lock', 'A: lock m, cpu 2, unlock m; other x5: lock m, unlock m'],
    ['who is blocked', 'other x5: block 50'],
    ['who has no worker yet', 'workers 1; A: cpu 2; other x5: cpu 50'],
    ['a worker that nobody has taken', 'workers 9; A: cpu 2'],
  ])('is not %s', (_, text) => {
    const trace = run(text.includes('A: ') ? text : `${text}; A: at 1, cpu 2`);
    const [first] = trace.cores[0]?.segments.filter(({ state }) => state === 'switching') ?? [];
    expect(first && [trace.tasks[first.task as number]?.name, first.end - first.start]).toEqual([
      'A',
      1_000_000,
    ]);
  });

  test('is nobody where the core goes on with the worker that it last ran', () => {
    const trace = run('A: cpu 2, io 3, cpu 2; other x3: at 6, cpu 1');
    expect(rows(trace, 'A')).toEqual([
      ['runnable', 0, 1],
      ['running', 1, 3],
      ['waiting', 3, 6],
      ['running', 6, 8],
    ]);
  });

  test('is who has the cores of others, for a switch of a worker to a task: that does not grow', () => {
    const trace = run('workers 1; runtime-switch 0.25; A x5: cpu 1');
    expect(coreRows(trace, 0).slice(0, 4)).toEqual([
      ['switching A1', 0, 1.25],
      ['A1', 1.25, 2.25],
      ['switching A2', 2.25, 2.5],
      ['A2', 2.5, 3.5],
    ]);
  });
});

describe('with the costs that were measured', () => {
  const measured = (tasks: string) =>
    simulate(
      parse(`switch 0.0012, 0.0017 at 1000, 0.0028 at 10000; slice 0.005; horizon 100; ${tasks}`),
    );

  test('two that take turns beside 10,000 asleep pay what two pay alone', () => {
    const beside = metrics(measured('asleep x10000: io 200; turns x2: cpu 10'));
    expect(beside.switchTime).toBe(beside.switches * 1200);
    const alone = metrics(measured('turns x2: cpu 10'));
    expect([beside.switches, beside.switchTime]).toEqual([alone.switches, alone.switchTime]);
  });

  test('10,000 that take turns pay 2.8 µs each time, and compute for 5 of 7.8 µs', () => {
    const { switches, switchTime, utilisation } = metrics(measured('turns x10000: cpu 10'));
    expect(Math.ceil(switchTime / 2800)).toBe(switches);
    expect(switches).toBe(Math.ceil(100_000 / 7.8));
    expect(utilisation).toBeCloseTo(5 / 7.8, 4);
  });
});

describe('of every run', () => {
  test('a growth that stays at the plain cost is none', () => {
    always((any) => {
      const flat = [2, 5, 9].map((runnable) => ({ runnable, cost: any.switchCost }));
      const { scenario: _, ...found } = simulate({ ...any, switchGrowth: flat });
      const { scenario: __, ...plain } = simulate({ ...any, switchGrowth: [] });
      expect(found).toEqual(plain);
    });
  });

  test('no switch is cheaper than the plain cost, unless the clock stops', () => {
    always(({ switchCost, runtimeSwitchCost, workers }, { cores, end }) => {
      const least = workers === 'per-task' ? switchCost : Math.min(switchCost, runtimeSwitchCost);
      for (const one of cores.flatMap(({ segments }) => segments)) {
        if (one.state !== 'switching' || one.end === end) continue;
        expect(one.end - one.start).toBeGreaterThanOrEqual(least);
      }
    });
  });

  test('on one core, each lasts as long as those cost who are runnable as it begins, and all together too', () => {
    const of = under(FIFO, turns(3), SHORTEST, PRIORITY, fair(4)).map((any) => ({
      ...any,
      cores: 1,
    }));
    always(
      (any, trace) => {
        let paid = 0;
        const shown = trace.cores[0]?.segments.filter(({ state }) => state === 'switching') ?? [];
        for (const { start, end } of shown) {
          const runnable = trace.tasks.filter(
            ({ segments }) => segmentAt(segments, start)?.state === 'runnable',
          );
          const cost = Math.min(switchCostAt(any, runnable.length), trace.end - start);
          expect(end - start).toBe(cost);
          paid += cost;
        }
        expect(metrics(trace).switchTime).toBe(paid);
        if (any.switchCost > 0) expect(shown.length).toBe(trace.switches);
      },
      { of, runs: 1000 },
    );
  });
});

test('a switch for nothing with few, and for something with many', () => {
  const trace = simulate(parse('switch 0, 2 at 3; slice 1; A: cpu 2; B: cpu 1; C: cpu 1'));
  expect(coreRows(trace, 0)).toEqual([
    ['switching A', 0, 2],
    ['A', 2, 3],
    ['switching B', 3, 5],
    ['B', 5, 6],
    ['switching C', 6, 7],
    ['C', 7, 8],
    ['A', 8, 9],
  ]);
  expect(trace.switches).toBe(4);
});

// A strip says of each request what the simulation did with it, and counts at any instant what a reader would.
import { cpu, io, ms, scenario, simulate, task } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import lab from '../../labs/one-at-a-time/index.ts';
import { presetRun } from '../lab-kit/lab.ts';
import { answeredAt, answersOf, hasRunnable, inLineAt, stripOf, takenAt } from './strip.ts';

const strip = (preset: string) => stripOf(presetRun(lab, preset).result);
const at = (seconds: number) => seconds * 1e9;

describe('one request at a time', () => {
  const one = strip('one-at-a-time');

  test('each is taken when the one before it is answered, computes 10 ms and waits 250', () => {
    expect([one.lanes, one.cores, one.end]).toEqual([1, 1, at(26)]);
    expect(one.taken.slice(0, 3)).toEqual([0, ms(260), ms(520)]);
    expect(one.started).toEqual(one.taken);
    expect(one.computed[1]).toBe(ms(270));
    expect(one.answered.at(-1)).toBe(at(26));
    expect(hasRunnable(one)).toBe(false);
  });

  test('before it runs all stand in line, later those that no worker has taken', () => {
    expect([inLineAt(one, 0), answeredAt(one, 0)]).toEqual([100, 0]);
    expect([inLineAt(one, 1), answeredAt(one, 1)]).toEqual([99, 0]);
    expect([inLineAt(one, at(1.83)), answeredAt(one, at(1.83))]).toEqual([92, 7]);
    expect([inLineAt(one, at(26)), answeredAt(one, at(26))]).toEqual([0, 100]);
    expect(takenAt(one, at(0.26))).toBe(2);
  });

  test('four cores change nothing of it, and three of them compute nothing', () => {
    const four = strip('four-cores');
    expect(four).toEqual({ ...one, cores: 4 });
    expect(new Set(four.core)).toEqual(new Set([0]));
  });
});

test('a pool has a lane a worker, and each lane one request at a time', () => {
  const pool = strip('pool-of-ten');
  expect(pool.lanes).toBe(10);
  for (let lane = 0; lane < 10; lane += 1) {
    const own = pool.lane.flatMap((of, request) => (of === lane ? [request] : []));
    expect(own.length).toBeGreaterThan(5);
    own.slice(1).forEach((request, i) => {
      expect(pool.taken[request]).toBeGreaterThanOrEqual(pool.answered[own[i] as number] as number);
    });
  }
});

test('with all in progress nobody is in line, and on one core 99 are runnable first', () => {
  const all = strip('all');
  expect(all.lanes).toBe(100);
  expect(inLineAt(all, 1)).toBe(0);
  expect(all.started.filter((started) => started > 0)).toHaveLength(99);
  expect(hasRunnable(all)).toBe(true);
  expect(answersOf(all).slice(0, 2)).toEqual([ms(260), ms(270)]);
});

test('answers at one instant are one step', () => {
  const answers = answersOf(strip('all-four-cores'));
  expect(answers).toHaveLength(25);
  expect(answers.at(-1)).toBe(at(0.5));
});

test('a request that computes twice is refused, by its name', () => {
  const trace = simulate(scenario({ tasks: [task('A', [cpu(5), io(35), cpu(5)])] }));
  expect(() => stripOf(trace)).toThrow('A: found running, waiting, running');
});

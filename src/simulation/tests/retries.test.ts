// Requests that are sent again: when, how often, with what, and what that does to a server.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { requestsOf } from '../readers/requests.ts';
import { toMs } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { timeIn } from '../testing/programs.ts';
import { coreRows, rows } from '../testing/rows.ts';

const run = (text: string) => simulate(parse(text));

describe('a request', () => {
  test('that is answered in time, or at the very instant, is not sent again and leaves nothing', () => {
    const trace = run('A x2: every 10, retry 3 after 5, cpu 5');
    expect(trace.tasks.map(({ name }) => name)).toEqual(['A1', 'A2']);
    expect(trace.end).toBe(15_000_000);
  });

  test('is sent again each time that it has not been answered, while its first sending goes on', () => {
    const trace = run('workers 1; hog: cpu 20; A: retry 2 after 5, cpu 4');
    expect(rows(trace, 'A')).toEqual([
      ['queued', 0, 20],
      ['running', 20, 24],
    ]);
    expect(rows(trace, 'A again 1')).toEqual([
      ['queued', 5, 24],
      ['running', 24, 28],
    ]);
    expect(rows(trace, 'A again 2')).toEqual([
      ['queued', 10, 28],
      ['running', 28, 32],
    ]);
    expect(trace.tasks.map(({ resend }) => resend)).toEqual([
      null,
      null,
      { of: 1, number: 1 },
      { of: 1, number: 2 },
    ]);
  });

  test('is not sent again once a later sending is answered before the first', () => {
    // Three at once slow the first down to 50 ms; what is sent again at 13 finds only that one, and takes 10.
    const trace = run('device db slows 4 past 2; B x2: db 10; A: at 1, retry 9 after 12, db 10');
    expect(trace.tasks.map(({ name, end }) => [name, end && toMs(end)])).toEqual([
      ['B1', 10],
      ['B2', 10],
      ['A', 51],
      ['A again 1', 23],
    ]);
  });

  test('is sent again after those that arrive at that instant, and in the order of the sendings before', () => {
    const tasks = 'late: at 10, cpu 1; A: at 2, retry 1 after 8, cpu 1; B: retry 1 after 10, cpu 1';
    expect(coreRows(run(`hog: cpu 30; ${tasks}`), 0).map(([name]) => name)).toEqual([
      'hog',
      'B',
      'A',
      'late',
      'B again 1',
      'A again 1',
    ]);
  });

  test('is still sent again at the horizon, where nothing begins', () => {
    const trace = run('horizon 10; A: retry 3 after 10, cpu 20');
    expect(trace.tasks[1]).toMatchObject({ name: 'A again 1', arrival: 10_000_000, end: null });
    expect(trace.tasks[1]?.segments).toEqual([]);
  });

  test('is sent again by users of a server that is stuck, before it is told to be', () => {
    const both = (first: string, second: string) =>
      `lock ${first}, cpu 1, lock ${second}, unlock ${second}, unlock ${first}`;
    const trace = run(`cores 2; A: retry 1 after 50, ${both('m', 'n')}; B: ${both('n', 'm')}`);
    expect(trace.end).toBe(50_000_000);
    expect(trace.deadlock?.map(({ task, heldBy }) => [task, heldBy])).toEqual([
      [0, 1],
      [1, 0],
      [2, 0],
    ]);
  });

  test('has its worker like any other, of its own or of the pool', () => {
    const workers = (text: string) =>
      run(`${text}; hog: cpu 9; A: retry 1 after 5, cpu 1`).tasks.map(
        ({ segments }) => segments.at(-1)?.worker,
      );
    expect(workers('workers per-task')).toEqual([0, 1, 2]);
    expect(workers('workers 1')).toEqual([0, 0, 0]);
  });
});

test('of every request exactly the resends are there that its rule asks for', () => {
  always((any, trace) => {
    for (const { tasks } of requestsOf(trace)) {
      const sendings = tasks.map((task) => trace.tasks[task] as (typeof trace.tasks)[number]);
      const { name, of } = sendings[0] as (typeof sendings)[number];
      const { after, times } = any.tasks[of]?.retry ?? { after: 0, times: 0 };
      const answers = sendings.map(({ end }) => end ?? Infinity);
      for (const [i, { arrival, name: own }] of sendings.entries()) {
        if (i === 0) continue;
        expect(own).toBe(`${name} again ${i}`);
        expect(arrival).toBe((sendings[i - 1]?.arrival as number) + after);
        // Who is taken by a worker only now may need no time at all.
        expect(Math.min(...answers)).toBeGreaterThanOrEqual(arrival);
      }
      const next = (sendings.at(-1)?.arrival as number) + after;
      const isOver = sendings.length > times || Math.min(...answers) <= next;
      expect(isOver || next > trace.end).toBe(true);
    }
    expect(
      trace.tasks
        .filter(({ segments, arrival }) => segments.length === 0 && arrival < trace.end)
        .every(({ end, arrival }) => end === arrival),
    ).toBe(true);
  });
});

describe('what a resend draws', () => {
  const waits = (text: string) =>
    Object.fromEntries(
      run(`seed 3; ${text}`).tasks.map((task) => [task.name, timeIn(task, 'waiting')]),
    );

  test('is its own, and leaves all else that is drawn as it was', () => {
    const plain = waits('A x4: poisson 5/s, io exp 100; B: io exp 100');
    const again = waits('A x4: poisson 5/s, retry 2 after 1, io exp 100; B: io exp 100');
    expect(again).toMatchObject(plain);
    expect(new Set(Object.values(again)).size).toBe(4 * 3 + 1);
  });

  test('does not depend on what else is sent again, nor on the machine', () => {
    const all = waits('A x4: retry 2 after 1, io exp 100');
    const fewer = waits('cores 2; A x4: retry 1 after 80, io exp 100, cpu 1');
    const both = Object.keys(fewer).filter((name) => name.includes('again'));
    expect(both.length).toBeGreaterThan(0);
    expect(both.length).toBeLessThan(4);
    for (const name of both) expect(fewer[name]).toBe(all[name]);
  });

  test('is another in each step, and the same for the same seed', () => {
    const text = 'workers 1; A: retry 1 after 1, io exp 100, io exp 100';
    const [, resend] = run(text).tasks;
    expect(resend?.segments.length).toBe(2);
    expect(waits(text)).toEqual(waits(text));
  });
});

describe('requestsOf', () => {
  test('gives each the time from its first sending to its first answer', () => {
    const text =
      'device db slows 4 past 2; B x2: db 10; A: at 1, retry 9 after 12, db 10; C: at 60, db 10';
    expect(requestsOf(run(text))).toEqual([
      { tasks: [0], sent: 0, answered: 10e6, latency: 10e6 },
      { tasks: [1], sent: 0, answered: 10e6, latency: 10e6 },
      { tasks: [2, 4], sent: 1e6, answered: 23e6, latency: 22e6 },
      { tasks: [3], sent: 60e6, answered: 70e6, latency: 10e6 },
    ]);
  });

  test('has null where there is none by the end, and nothing of what was not sent, nor of users', () => {
    const text = 'horizon 10; A: retry 1 after 4, cpu 20; B: at 11, cpu 1; user: think 1, cpu 1';
    expect(requestsOf(run(text))).toEqual([
      { tasks: [0, 3], sent: 0, answered: null, latency: null },
    ]);
  });
});

describe('a server for 100 a second, after a burst of 100', () => {
  /** How long the last hundred requests take, ms: the longest, and whether it goes on growing. */
  function after(rate: number, retry: string) {
    const work = `${retry} cpu 10`;
    const text = `workers 1; seed 1; horizon 60000; request x9999: poisson ${rate}/s, ${work}; burst x100: at 1000, ${work}`;
    const taken = (from: number) =>
      requestsOf(run(text))
        .filter(({ sent }) => sent >= from * 1e9 && sent < (from + 5) * 1e9)
        .map(({ latency }) => (latency ?? Infinity) / 1e6);
    return { at20: Math.max(...taken(20)), at40: Math.max(...taken(40)) };
  }

  test('of 60 a second is rid of the line, if they are sent once', () => {
    const { at20, at40 } = after(60, '');
    expect(at20).toBeLessThan(500);
    expect(at40).toBeLessThan(500);
  });

  test('never is, if they are sent up to three times: that is 180 a second', () => {
    const { at20, at40 } = after(60, 'retry 2 after 500,');
    expect(at20).toBeGreaterThan(5000);
    expect(at40).toBeGreaterThan(at20);
  });

  test('is, though they are sent up to three times, of 30 a second: that is 90 at most', () => {
    const { at40 } = after(30, 'retry 2 after 500,');
    expect(at40).toBeLessThan(500);
  });

  test('is, if they wait longer than the burst makes them: none is sent again', () => {
    expect(after(60, 'retry 2 after 5000,')).toEqual(after(60, ''));
  });
});

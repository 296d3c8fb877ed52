// What the places and the listing show of a run at an instant.
import { ms, type Trace, toMs } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { presetRun } from '../../src/lab-kit/lab.ts';
import { handlerOf } from './handler.ts';
import lab from './index.ts';
import { loopsIn, standingAt, trafficAt } from './standing.ts';

const traceOf = (preset: string): Trace => presetRun(lab, preset).result;

/** Who stands where, by the places that are not empty. */
function stood(preset: string, at: number, loop = 0) {
  const trace = traceOf(preset);
  const spots = Object.entries(standingAt(trace, loop, ms(at))).map(([spot, stays]) => [
    spot,
    stays.map(({ task }) => trace.tasks[task]?.name),
  ]);
  return Object.fromEntries(spots.filter(([, names]) => names?.length));
}

const counts = (preset: string, at: number, loop = 0) =>
  Object.fromEntries(
    Object.entries(trafficAt(traceOf(preset), loop, ms(at))).map(([way, { taken }]) => [
      way,
      taken,
    ]),
  );
const last = (preset: string, at: number) =>
  Object.entries(trafficAt(traceOf(preset), 0, ms(at))).flatMap(([way, { now }]) =>
    now.length > 0 ? [way] : [],
  );

test('while C computes the others are in line, wait for the database, or are set', () => {
  expect(stood('computes', 26)).toEqual({
    line: ['A', 'B', 'E'],
    loop: ['C'],
    io: ['D'],
    timers: ['timer'],
  });
  expect(counts('computes', 26)).toEqual({ takes: 5, loses: 0, asks: 4, ready: 3 });
});

test('each way is counted as it is taken, and the last one known', () => {
  expect(last('computes', 0)).toEqual(['takes']);
  expect(last('computes', 2)).toEqual(['asks']);
  expect(last('computes', 11)).toEqual(['takes', 'ready']);
  expect(counts('computes', 59)).toEqual({ takes: 11, loses: 0, asks: 5, ready: 6 });
});

test('a piece that is done goes back to the end of the line', () => {
  expect(stood('pieces', 16).line).toEqual(['B', 'C']);
  expect(counts('pieces', 16).loses).toBe(1);
});

test('the callback that hands its computing on has been on the loop for no time', () => {
  expect(stood('pool', 11)).toEqual({ io: ['A', 'B', 'D'], timers: ['timer'], pool: ['C'] });
  expect(last('pool', 11)).toEqual(['takes', 'asks', 'ready']);
});

test('two processes have a track each, and share nothing', () => {
  expect(loopsIn(traceOf('processes'))).toBe(2);
  expect(stood('processes', 26, 0)).toEqual({ line: ['A', 'E'], loop: ['C'], timers: ['timer'] });
  expect(stood('processes', 26, 1)).toEqual({ io: ['D'] });
  expect(counts('processes', 26, 1)).toEqual({ takes: 3, loses: 0, asks: 2, ready: 1 });
});

test('reads stand in line for the pool, or have one of its threads', () => {
  expect(stood('files', 10)).toEqual({
    'pool-line': ['read 5', 'read 6'],
    pool: ['read 1', 'read 2', 'read 3', 'read 4'],
  });
});

test('promise callbacks stand in line before what became ready before them', () => {
  expect(stood('microtasks', 26)).toEqual({
    line: ['promise 4', 'immediate', 'timer'],
    loop: ['promise 3'],
  });
});

test('the queries of a request stand for it while it waits', () => {
  expect(stood('together', 26)).toEqual({ io: ['query 1', 'query 2', 'query 3', 'query 4'] });
});

/** The lines of a preset's handler, with when each ran, in ms. */
function lines(preset: string) {
  const { values, result } = presetRun(lab, preset);
  return handlerOf(values, result).lines.map(({ code, cuts, ran, note }) =>
    [
      `${cuts === null ? '' : `${cuts} `}${code}`,
      ...ran.map(({ start, end }) => `${toMs(start)}-${toMs(end)}`),
      note,
    ].join(' '),
  );
}

test.each([
  [
    'computes',
    [
      'id = parse(request) 5-6 ',
      'await db.get(id) the loop goes on',
      'page = render(row) 11-41 ',
      'reply(page) with it',
    ],
  ],
  [
    'pieces',
    [
      'id = parse(request) 5-6 ',
      'await db.get(id) the loop goes on',
      'render 5 ms of it 11-16 20-25 27-32 33-38 42-47 47-52 ',
      'await setImmediate() and again',
      'reply(page) with the last',
    ],
  ],
  [
    'pool',
    [
      'id = parse(request) 5-6 ',
      'await db.get(id) the loop goes on',
      'await pool.render(row) 11-41 pool thread',
      'reply(page) 41-42 ',
    ],
  ],
  [
    'files',
    [
      'path = parse(request) 4-5 ',
      'await readFile(path) 21-41 a pool thread reads',
      'reply(data) 41-42 ',
    ],
  ],
  [
    'together',
    ['parse(request) 0-1 ', 'await Promise.all(…) 4 queries at once', 'reply(page) 51-52 '],
  ],
])('%s: the handler is cut where it waits', (preset, expected) => {
  expect(lines(preset)).toEqual(expected);
});

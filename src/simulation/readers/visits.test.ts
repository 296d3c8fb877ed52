// Operations of a device one by one: against a line worked out by hand, and against what the device itself has counted.
import { expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { ms } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';
import { answers } from './answers.ts';
import { loads } from './loads.ts';
import { metrics } from './metrics.ts';
import { requestsOf } from './requests.ts';
import { visits } from './visits.ts';

const inMs = (times: Float64Array) => Array.from(times, (time) => time / 1e6);
const sum = (times: Float64Array) => times.reduce((all, one) => all + one, 0);

test('two connections, three queries: the third begins when the first is done, and its task goes on when it has the core', () => {
  const trace = simulate(
    parse(`
      cores 1
      device db capacity 2
      A: cpu 1, db 10, cpu 1
      B: cpu 1, db 20, cpu 1
      C: cpu 1, db 5, cpu 1
      other: at 15, cpu 10
    `),
  );
  const { joined, begun, done, resumed } = visits(trace, 0);
  expect(inMs(joined)).toEqual([1, 2, 3]);
  // A is done at 11; C is served from then on.
  expect(inMs(begun)).toEqual([1, 2, 11]);
  expect(inMs(done)).toEqual([11, 22, 16]);
  // The other work has the core from 15 to 25.
  expect(inMs(resumed)).toEqual([11, 26, 25]);
});

const BUSY = `
  cores 2
  slice 4
  workers 8
  device db capacity 3 slows 0.4 past 2
  request x400: poisson 60/s, retry 1 after 150, cpu exp 3, db exp 30, cpu exp 3, db 5..20, cpu exp 3
`;

test('of a crowded device that requests are sent to again, all operations add up to what it counted', () => {
  const trace = simulate(parse(BUSY));
  const { joined, begun, done } = visits(trace, 0);
  const [device] = trace.devices;
  expect(done.length).toBe(device?.operations);
  expect(sum(begun) - sum(joined)).toBeCloseTo(device?.queued ?? 0, -1);
  expect(sum(done) - sum(begun)).toBeCloseTo(device?.busy ?? 0, -1);
});

test('what stands in each state adds up to the time that tasks spent in it', () => {
  const trace = simulate(parse(BUSY));
  const seconds = Math.ceil(trace.end / 1e9);
  const { running, runnable, inLine, waiting, blocked } = loads(trace, ms(1000), seconds);
  const { tasks } = metrics(trace);
  const spent = (of: (task: (typeof tasks)[number]) => number) =>
    tasks.reduce((all, task) => all + of(task), 0) / 1e9;
  expect(sum(running)).toBeCloseTo(
    spent((task) => task.running),
    6,
  );
  expect(sum(runnable)).toBeCloseTo(
    spent(({ noCore }) => noCore),
    6,
  );
  expect(sum(inLine)).toBeCloseTo(
    spent(({ noWorker }) => noWorker),
    6,
  );
  expect(sum(waiting)).toBeCloseTo(
    spent((task) => task.waiting),
    6,
  );
  expect(sum(blocked)).toBe(0);
});

test('a stretch holds the average of what is so for a part of it, and counts who began to run in it', () => {
  const trace = simulate(parse('cores 1; A: cpu 5, io 10, cpu 5; B: at 2, cpu 8'));
  const { running, runnable, waiting, begun } = loads(trace, ms(10), 2);
  // B waits for the core from 2 to 5; A for it never: it is back at 15, when B has ended at 13.
  expect(Array.from(running)).toEqual([1, 0.8]);
  expect(Array.from(runnable)).toEqual([0.3, 0]);
  expect(Array.from(waiting)).toEqual([0.5, 0.5]);
  expect(Array.from(begun)).toEqual([2, 1]);
});

test('a request that was sent again is answered when the first of its sendings is', () => {
  const trace = simulate(parse(BUSY));
  const all = requestsOf(trace);
  expect(all.some(({ tasks }) => tasks.length > 1)).toBe(true);
  const { sent, answered } = answers(trace);
  expect(Array.from(sent)).toEqual(all.map((request) => request.sent));
  expect(Array.from(answered)).toEqual(all.map((request) => request.answered));
});

test('waits that a trace cannot tell apart are refused', () => {
  const refused = (text: string) => () => visits(simulate(parse(text)), 0);
  expect(refused('device db; A: together (db 5, db 6), cpu 1')).toThrow(/begin together/);
  expect(refused('device db; A: db 5, io 6, cpu 1')).toThrow(
    'A: found 1 waits for 2 operations; put a cpu step between two of them',
  );
});

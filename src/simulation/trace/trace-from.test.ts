// A trace from lives: as that of a run that did the same, and refused where lives do not hold together.
import { expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { metrics } from '../readers/metrics.ts';
import { ms } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';
import type { Life } from './life.ts';
import { traceFrom } from './trace-from.ts';

const scenario = parse('A: cpu 5, io 35, cpu 5; B x2: cpu 15, io 35, cpu 5');

test('what a run did, told as lives, is that run', () => {
  const trace = simulate(scenario);
  const told = traceFrom(trace);
  expect(JSON.parse(JSON.stringify(told))).toEqual(JSON.parse(JSON.stringify(trace)));
  expect(metrics(told)).toEqual(metrics(trace));
});

test('a run that its horizon cuts off is told as it stands there', () => {
  const cut = simulate(parse('horizon 12; A: cpu 5, io 35, cpu 5; B: cpu 15; C: at 30, cpu 5'));
  expect(JSON.parse(JSON.stringify(traceFrom(cut)))).toEqual(JSON.parse(JSON.stringify(cut)));
  expect(() =>
    traceFrom({ ...cut, tasks: simulate(parse('A: cpu 13; B: cpu 1; C: cpu 1')).tasks }),
  ).toThrow('tasks[0].end: found');
});

const one = parse('A: cpu 5');
const life: Life = {
  arrival: ms(0),
  end: ms(5),
  segments: [{ state: 'running', start: ms(0), end: ms(5), cause: 'dispatched', core: 0 }],
};
const [burst] = life.segments as [Life['segments'][number]];

test('what is left out is nobody', () => {
  const [segment] = traceFrom({ scenario: one, tasks: [life] }).tasks[0]?.segments ?? [];
  expect(segment).toEqual({ ...burst, worker: null, causedBy: null });
});

test.each<[string, Life[]]>([
  ['tasks.length', []],
  ['tasks[0].segments[0].start', [{ ...life, segments: [{ ...burst, start: ms(1) }] }]],
  ['tasks[0].end', [{ ...life, end: ms(6) }]],
  ['tasks[0].segments[0].core', [{ ...life, segments: [{ ...burst, core: 1 }] }]],
  ['tasks[0].segments[0].core', [{ ...life, segments: [{ ...burst, state: 'waiting' }] }]],
])('%s is refused where it does not fit', (path, tasks) => {
  expect(() => traceFrom({ scenario: one, tasks })).toThrow(`${path}: found`);
});

test('two tasks on one core at a time are refused', () => {
  const two = parse('A: cpu 5; B: cpu 5');
  expect(() => traceFrom({ scenario: two, tasks: [life, life] })).toThrow('core 0: found');
});

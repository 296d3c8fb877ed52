// Where drawings of work without an end open.
import { ms, parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { type Naming, traced } from '../naming.ts';
import { drawPair, drawRun } from './draw.ts';
import { steadyPart } from './steady.ts';

const naming: Naming = { tasks: {}, awaited: 'IO', many: 'users', subjects: [] };
const runOf = (text: string, tag?: string) => traced(naming, simulate(parse(text)), tag);
const partOf = (text: string) => steadyPart(drawRun(naming, runOf(text)));

test('many users without an end open in the middle, where a dozen segments of each can be seen', () => {
  // Each user runs and waits, 100 ms in all: two segments.
  expect(partOf('cores 20\nhorizon 10000\nuser x20: think 0, cpu 10, io 90')).toEqual({
    start: ms(5000),
    end: ms(5500),
  });
});

test('two runs of which one is long over first open where both go on', () => {
  const text = (horizon: number) =>
    `cores 20\nhorizon ${horizon}\nuser x20: think 0, cpu 10, io 90`;
  const part = steadyPart(
    drawPair(naming, [runOf(text(40_000), 'long'), runOf(text(10_000), 'short')]),
  );
  expect(part).toEqual({ start: ms(5000), end: ms(5500) });
});

test.each([
  ['tasks that end', 'cores 20\nuser x20: repeat 100 (cpu 10, io 90)'],
  ['few tasks', 'horizon 1000\nuser x3: think 0, cpu 10, io 90'],
  ['a run that is hardly longer', 'cores 20\nhorizon 1000\nuser x20: think 0, cpu 10, io 90'],
])('%s are shown whole', (_, text) => {
  expect(partOf(text)).toBeUndefined();
});

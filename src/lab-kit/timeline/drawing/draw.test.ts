// A drawing says what its traces say: rows, the core's path, and what is marked.
import { ms, parse, simulate, toMs } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../../labs/interleaving/index.ts';
import { presetRun } from '../../lab.ts';
import { traced } from '../naming.ts';
import { timelineOf } from '../trace-view.tsx';
import { drawPair, drawRun } from './draw.ts';
import { type Row, rowName, rowsOf, twins } from './drawing.ts';

const nameOf = (row: Row | undefined) => row && rowName(row, ms(60));

const { naming } = timelineOf(lab);
const run = (preset: string, tag = '') => traced(naming, presetRun(lab, preset).result, tag);

test('a run has a lane for each task and a row for each core, named with their segments', () => {
  const rows = rowsOf(drawRun(naming, run('one-core')));
  expect(rows.map(({ label }) => label)).toEqual([
    'request A',
    'request B',
    'other work',
    'core 1',
  ]);
  expect(nameOf(rows[0])).toBe(
    'request A: running, 0 to 5 ms; waiting for the database, 5 to 40 ms; ' +
      'runnable, 40 to 50 ms; running, 50 to 55 ms',
  );
  expect(rows[2]?.assumed).toBe(true);
});

test('the one core goes from A to B, to nobody, to the other work, to A and to B', () => {
  const { path } = drawRun(naming, run('one-core'));
  expect(path.map(({ at, from, to }) => [toMs(at), from, to])).toEqual([
    [5, 0, 1],
    [20, 1, null],
    [30, null, 2],
    [50, 2, 0],
    [55, 0, 1],
  ]);
});

test('the bracket stands over the longest time that a task was ready without a core', () => {
  const { marks } = drawRun(naming, run('one-core'));
  expect(marks).toEqual([
    { kind: 'bracket', line: 0, start: 40e6, end: 50e6, text: 'runnable, no free core' },
  ]);
  expect(drawRun(naming, run('two-cores')).marks).toEqual([]);
});

test('a burst in a task’s lane and on its core are one', () => {
  const drawing = drawRun(naming, run('one-core'));
  expect(twins(drawing, { row: 0, bar: 3 })).toEqual([
    { row: 0, bar: 3 },
    { row: 3, bar: 4 },
  ]);
});

test('of two runs each task has a half above and a half below, and the gain is measured', () => {
  const drawing = drawPair(naming, [run('one-core', '1 core'), run('two-cores', '2 cores')]);
  const [tasks, cores] = drawing.panels;
  expect([tasks?.size, cores?.size]).toEqual(['half', 'band']);
  expect(tasks?.rows.map(({ line, run, label, note }) => [line, run, label, note])).toEqual([
    [0, 0, 'request A', '1 core'],
    [0, 1, 'request A', '2 cores'],
    [1, 0, 'request B', '1 core'],
    [1, 1, 'request B', '2 cores'],
    [2, 0, 'other work', '1 core'],
    [2, 1, 'other work', '2 cores'],
  ]);
  expect(cores?.rows.map(({ line, run, label }) => [line, run, label])).toEqual([
    [0, 0, 'core 1 of 1'],
    [1, 1, 'core 1 of 2'],
    [2, 1, 'core 2 of 2'],
  ]);
  const said = drawing.marks.map(({ line, text }) => `${line}: ${text.replaceAll('\u00a0', ' ')}`);
  expect(said).toEqual([
    '0: no free core, 10 ms',
    '0: 10 ms earlier',
    '1: no free core, 5 ms',
    '1: 5 ms earlier',
  ]);
});

test('of two runs on as many cores, these are told apart by where their tasks stand', () => {
  const [, cores] = drawPair(naming, [run('one-core', 'first'), run('one-core', 'second')]).panels;
  expect(cores?.rows.map(({ label }) => label)).toEqual(['core 1, above', 'core 1, below']);
});

test('a task that only the second of two runs has is named by its half', () => {
  const of = (text: string, tag: string) => traced(naming, simulate(parse(text)), tag);
  const [tasks] = drawPair(naming, [
    of('A: cpu 1', 'first'),
    of('A: cpu 1; E: cpu 2', 'second'),
  ]).panels;
  expect(tasks?.rows.map(({ label, note }) => [label, note])).toEqual([
    ['request A', 'first'],
    ['request A', 'second'],
    ['E', 'E'],
  ]);
});

test('a tag that is too long to stand beside a lane is cut there, and whole in its name', () => {
  const long = run('two-cores', '2 cores, run to block, other work on');
  const [first] = rowsOf(drawPair(naming, [long, run('one-core', '1 core')]));
  expect(first?.note).toBe('2 cores, run to block,…');
  expect(nameOf(first)).toMatch(/^2 cores, run to block, other work on, request A/);
});

test('a run in which nothing happens has a clock of 1 ms, and rows without bars', () => {
  const drawing = drawRun(naming, traced(naming, simulate(parse('nothing:'))));
  expect(toMs(drawing.end)).toBe(1);
  expect(rowsOf(drawing)[0]?.bars()).toEqual([]);
});

// What a chapter states of a run is held against the run, row by row.
import { expect, test } from 'vitest';
import lab from '../../labs/interleaving/index.ts';
import { disagreements } from './documented.ts';
import { presetRun } from './lab.ts';

const trace = presetRun(lab, 'two-cores');
const row = (line: number, task: string, state: string, from: number, to: number) => ({
  task,
  state,
  from,
  to,
  place: `content/a.mdx:${line}`,
});
const stated = [
  row(10, 'A', 'running', 0, 5),
  row(11, 'A', 'waiting', 5, 40),
  row(12, 'A', 'running', 40, 45),
];

test('rows that the run has agree', () => {
  expect(disagreements(lab, trace, stated)).toEqual([]);
});

test('a wrong row is named with its line, what was expected and what came', () => {
  const wrong = stated.with(1, row(11, 'A', 'waiting', 5, 41));
  expect(disagreements(lab, trace, wrong)).toEqual([
    'content/a.mdx:11: A, row 2: expected waiting 5–41 ms, got waiting 5–40 ms.',
  ]);
});

test('a row too many and a row too few are named', () => {
  expect(disagreements(lab, trace, [...stated, row(13, 'A', 'running', 45, 50)])).toEqual([
    'content/a.mdx:13: A, row 4: expected running 45–50 ms, got nothing more of this task.',
  ]);
  expect(disagreements(lab, trace, stated.slice(0, 2))).toEqual([
    'content/a.mdx:11: A: expected no more rows, got running 40–45 ms.',
  ]);
});

test('an unknown task is named with those there are', () => {
  expect(disagreements(lab, trace, [row(10, 'C', 'running', 0, 5)])).toEqual([
    'content/a.mdx:10: found task "C"; the tasks of this run are A, B, other work.',
  ]);
});

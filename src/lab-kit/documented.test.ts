// What a chapter states of a run is held against the run, row by row, whichever of its tables it is.
import { expect, test } from 'vitest';
import interleaving from '../../labs/interleaving/index.ts';
import mix from '../../labs/workload-mix/index.ts';
import { documentedTable } from './documented.ts';
import { type AnyLab, presetRun } from './lab.ts';

const HEADS = ['task', 'state', 'from', 'to'];
const row = (line: number, ...cells: string[]) => ({ cells, place: `content/a.mdx:${line}` });
const stated = [
  row(10, 'A', 'running', '0', '5'),
  row(11, 'A', 'waiting', '5', '40'),
  row(12, 'A', 'running', '40', '45'),
];
const check = (
  rows: typeof stated,
  heads = HEADS,
  lab: AnyLab = interleaving,
  preset = 'two-cores',
) => documentedTable(lab, presetRun(lab, preset), { heads, rows });

test('rows that the run has agree, and are shown as it has them', () => {
  expect(
    check(stated).rows.map((cells) =>
      cells.map((cell) => (typeof cell === 'string' ? cell : cell.text)),
    ),
  ).toEqual([
    ['A', 'running', '0', '5', '5'],
    ['A', 'waiting for the database', '5', '40', '35'],
    ['A', 'running', '40', '45', '5'],
  ]);
});

test('a wrong row is named with its line, what was expected and what came', () => {
  expect(() => check(stated.with(1, row(11, 'A', 'waiting', '5', '41')))).toThrow(
    'content/a.mdx:11: A, row 2: expected waiting, 5, 41, got waiting, 5, 40.',
  );
});

test('a row too many and a row too few are named', () => {
  expect(() => check([...stated, row(13, 'A', 'running', '45', '50')])).toThrow(
    'content/a.mdx:13: A, row 4: expected running, 45, 50, got nothing more of A.',
  );
  expect(() => check(stated.slice(0, 2))).toThrow(
    'content/a.mdx:11: A: expected no more rows, got running, 40, 45.',
  );
});

test('an unknown task is named with those there are', () => {
  expect(() => check([row(10, 'C', 'running', '0', '5')])).toThrow(
    'content/a.mdx:10: found task "C"; there are A, B, other work.',
  );
});

test('any other table of a lab can be stated, and a wrong figure of it is named', () => {
  const heads = ['Operation', 'ms', 'share'];
  const right = row(20, 'JSON parse', '2', '4.0%');
  expect(check([right], heads, mix, 'typical').rows).toHaveLength(1);
  expect(() => check([row(20, 'JSON parse', '3', '4.0%')], heads, mix, 'typical')).toThrow(
    'content/a.mdx:20: JSON parse, row 1: expected 3, 4.0%, got 2, 4.0%.',
  );
});

test('heads that no table has are named with those there are', () => {
  expect(() => check(stated, ['task', 'core'])).toThrow(
    'found the heads task, core; the tables of this run have task, state, from, to, for.',
  );
});

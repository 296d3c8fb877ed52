// How far rows and marks have come.
import { ms, parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { traced } from '../naming.ts';
import { drawRun } from './draw.ts';
import { rowsOf } from './drawing.ts';
import { countAt, markedUntil, overUntil } from './progress.ts';

const naming = { tasks: {}, awaited: 'the database', many: 'requests', subjects: [] };
const rowsFrom = (notation: string) =>
  rowsOf(drawRun(naming, traced(naming, simulate(parse(notation)))));

test('what is over reaches to what goes on, and of what has ended to its end', () => {
  const [a, b] = rowsFrom('A: cpu 5, io 35, cpu 5; B: at 30, cpu 9');
  const over = (row: typeof a, at: number) => row && overUntil(row, ms(at));
  expect([0, 4, 5, 20, 40, 44, 45, 50].map((at) => over(a, at))).toEqual(
    [0, 0, 5, 5, 40, 40, 45, 45].map(ms),
  );
  expect([0, 29, 30, 38, 39].map((at) => over(b, at))).toEqual([0, 0, 30, 30, 39].map(ms));
});

test('a bracket grows with what is drawn, and a difference is there once it is known', () => {
  const mark = { line: 0, start: ms(40), end: ms(50), text: '' };
  const instants = [30, 40, 45, 50, 60, null];
  const shown = (kind: 'bracket' | 'dimension') =>
    instants.map((at) => markedUntil({ ...mark, kind }, at && ms(at)));
  expect(shown('bracket')).toEqual([40, 40, 45, 50, 50, 50].map(ms));
  expect(shown('dimension')).toEqual([40, 40, 40, 50, 50, 50].map(ms));
});

test('it is counted how many have ended, and how many are in line', () => {
  const rows = rowsFrom('workers 1; request x4: cpu 5').slice(0, 4);
  expect([0, 5, 19, 20].map((at) => countAt(rows, ms(at)))).toEqual([
    '0 of 4 ended, 3 in line',
    '1 of 4 ended, 2 in line',
    '3 of 4 ended',
    '4 of 4 ended',
  ]);
});

test('of what has no end there is nothing to count but a line', () => {
  const users = rowsFrom('horizon 50; cores 1; user x3: think 5, cpu 1').slice(0, 3);
  expect(countAt(users, ms(20))).toBe('');
});

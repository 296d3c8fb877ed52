// A stretch cut out of a run: who lives in it, on its own clock, cut off at its edges.
import { ms, type Nanos, parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { type Naming, traced } from '../naming.ts';
import { barName, isThin, rowsOf } from './drawing.ts';
import { drawWindow } from './window.ts';

const naming: Naming = { tasks: {}, awaited: 'IO', many: 'requests', subjects: [] };
const windowOf = (text: string, from: number, to: number) =>
  drawWindow(naming, traced(naming, simulate(parse(text))), { start: ms(from), end: ms(to) });

test('tasks that end before it or begin after it are left out, the others are cut off at its edges', () => {
  const drawing = windowOf(
    'early: cpu 10\nlate: at 15, cpu 5, io 40, cpu 5\nthere: at 12, cpu 5, io 3\nafter: at 50, cpu 5',
    20,
    30,
  );
  expect(drawing.end).toBe(ms(10) as Nanos);
  expect(rowsOf(drawing).map(({ label, endsAt }) => [label, endsAt])).toEqual([
    ['late', null],
    ['core 1', null],
  ]);
  expect(rowsOf(drawing).map(({ bars }) => bars().map((bar) => barName(bar, drawing.end)))).toEqual(
    [
      ['running, 0 to 2 ms', 'waiting for IO, 2 to 10 ms'],
      ['runs late, 0 to 2 ms', 'idle, 2 to 10 ms'],
    ],
  );
});

test('a task that ends in it says when, on its clock, and those that came first stand first', () => {
  const drawing = windowOf('second: at 2, cpu 5\nfirst: at 1, cpu 5', 4, 20);
  expect(rowsOf(drawing).map(({ label, endsAt }) => [label, endsAt])).toEqual([
    ['first', ms(2)],
    ['second', ms(7)],
    ['core 1', null],
  ]);
});

test('only the tasks in it say whether its rows are thin', () => {
  const many = 'r x100: every 10, cpu 1';
  expect(isThin(windowOf(many, 0, 100))).toBe(false);
  const drawing = windowOf(many, 0, 500);
  expect(isThin(drawing)).toBe(true);
  expect(drawing.panels.map(({ heading }) => heading?.text)).toEqual([
    '50 requests, one a row',
    'the core',
  ]);
});

test('of a second whole milliseconds are told, and a digit more of what is shorter', () => {
  const drawing = windowOf('first: at 78.074, cpu 897.526\nsecond: at 980.31, cpu 0.15', 0, 1000);
  expect(rowsOf(drawing).map(({ label, endsAt }) => [label, endsAt])).toEqual([
    ['first', ms(976)],
    ['second', ms(980)],
    ['core 1', null],
  ]);
  expect(rowsOf(drawing).map(({ bars }) => bars().map((bar) => barName(bar, drawing.end)))).toEqual(
    [
      ['running, 78 to 976 ms'],
      ['running, 980.3 to 980.5 ms'],
      [
        'idle, 0 to 78 ms',
        'runs first, 78 to 976 ms',
        'idle, 976 to 980 ms',
        'runs second, 980.3 to 980.5 ms',
      ],
    ],
  );
});

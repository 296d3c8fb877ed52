// The outline of a state holds what the rows show of it, in few elements.
import { ms, parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../../labs/one-at-a-time/index.ts';
import { wholeOf } from '../../scales/percent.ts';
import { drawRun } from '../drawing/draw.ts';
import { rowsOf } from '../drawing/drawing.ts';
import { traced } from '../naming.ts';
import { timelineOf } from '../trace-view.tsx';
import { outlines } from './outlines.ts';

const { naming } = timelineOf(lab);

function drawn(text: string) {
  const drawing = drawRun(naming, traced(naming, simulate(parse(text))));
  return { whole: wholeOf(drawing.end), rows: rowsOf(drawing) };
}

test('an outline has a piece for each stretch of a row, along 4000 units', () => {
  const { rows, whole } = drawn('r x13: cpu 5, io 35');
  // Thirteen bursts of 5 ms, then the last one's wait: 100 ms.
  expect(whole.end).toBe(100e6);
  const paths = outlines(rows.slice(0, 13), whole, 2);
  expect([...paths.keys()]).toEqual(['running', 'waiting', 'runnable']);
  expect(paths.get('running')).toMatch(/^M0 0h200v20h-200zM200 20h200v20h-200z/);
  expect(paths.get('runnable')?.split('M')).toHaveLength(13);
});

test('waiting is a low band on the floor of its row, in high rows and in such of two pixels', () => {
  const { rows, whole } = drawn('r x13: cpu 5, io 35');
  const waiting = (rowHeight: number) =>
    outlines(rows.slice(0, 1), whole, rowHeight).get('waiting');
  expect(waiting(10)).toBe('M200 11h1400v7h-1400z');
  expect(waiting(2)).toBe('M200 10h1400v10h-1400z');
  // Where two rows share a pixel there is no room.
  expect(waiting(0.5)).toBe('M200 0h1400v20h-1400z');
});

test('of a part of the clock the units are as many, and what lies beside it is left out', () => {
  const { rows } = drawn('r x13: cpu 5, io 35');
  const paths = outlines(rows.slice(0, 3), { start: ms(8), end: ms(18) }, 2);
  expect([...paths]).toEqual([
    ['waiting', 'M0 10h4000v10h-4000zM800 30h3200v10h-3200zM2800 50h1200v10h-1200z'],
    ['running', 'M0 20h800v20h-800zM800 40h2000v20h-2000z'],
    ['runnable', 'M0 40h800v20h-800z'],
  ]);
});

test('what is too short for the eye is left out', () => {
  const { rows, whole } = drawn('r x13: cpu 0.001, io 100');
  expect([...outlines(rows.slice(0, 5), whole, 2).keys()]).toEqual(['waiting']);
});

// The outline of a state holds what the rows show of it, in few elements.
import { parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../../labs/one-at-a-time/index.ts';
import { drawRun } from '../drawing/draw.ts';
import { rowsOf } from '../drawing/drawing.ts';
import { traced } from '../naming.ts';
import { timelineOf } from '../trace-view.tsx';
import { outlines } from './outlines.ts';

const { naming } = timelineOf(lab);

function drawn(text: string) {
  const drawing = drawRun(naming, traced(naming, simulate(parse(text))));
  return { end: drawing.end, rows: rowsOf(drawing) };
}

test('an outline has a piece for each stretch of a row, along 4000 units', () => {
  const { rows, end } = drawn('r x13: cpu 5, io 35');
  // Thirteen bursts of 5 ms, then the last one's wait: 100 ms.
  expect(end).toBe(100e6);
  const paths = outlines(rows.slice(0, 13), end, 2);
  expect([...paths.keys()]).toEqual(['running', 'waiting', 'runnable']);
  expect(paths.get('running')).toMatch(/^M0 0h200v20h-200zM200 20h200v20h-200z/);
  expect(paths.get('waiting')).toMatch(/^M200 0h1400v20h-1400z/);
  expect(paths.get('runnable')?.split('M')).toHaveLength(13);
});

test('where a row is high enough, waiting is a low band on its floor', () => {
  const { rows, end } = drawn('r x13: cpu 5, io 35');
  expect(outlines(rows.slice(0, 1), end, 10).get('waiting')).toBe('M200 11h1400v7h-1400z');
});

test('what is too short for the eye is left out', () => {
  const { rows, end } = drawn('r x13: cpu 0.001, io 100');
  expect([...outlines(rows.slice(0, 5), end, 2).keys()]).toEqual(['waiting']);
});

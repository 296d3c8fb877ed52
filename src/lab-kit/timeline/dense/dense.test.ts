// A dense drawing says what its traces say, in few elements: panels, the rows in them, the outline of each state.
import { parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../../labs/one-at-a-time/index.ts';
import { presetRun } from '../../lab.ts';
import { drawPair, drawRun } from '../draw.ts';
import { type Row, rowName } from '../drawing.ts';
import { traced } from '../naming.ts';
import { timelineOf } from '../trace-view.tsx';
import { outlines } from './outlines.ts';
import { panelOf, placePanels, rowsOf } from './panels.ts';

const nameOf = (row: Row | undefined) => row && rowName(row);

const panelsOf = ({ panels }: ReturnType<typeof drawRun>) => panels ?? [];
const { naming } = timelineOf(lab);
const preset = (name: string, tag = '') => traced(naming, presetRun(lab, name).result, tag);
const drawn = (text: string) => drawRun(naming, traced(naming, simulate(parse(text))));

test('twelve tasks have lanes, thirteen thin rows', () => {
  expect(drawn('r x12: cpu 1').panels).toBeNull();
  expect(panelsOf(drawn('r x13: cpu 1')).map(({ heading, count }) => [heading, count])).toEqual([
    ['13 requests, one a row', 13],
    ['the core', 1],
  ]);
});

test('few tasks with very many segments have thin rows too', () => {
  expect(drawn('A: repeat 100 (cpu 1, io 1)').panels).toBeNull();
  expect(drawn('A: repeat 121 (cpu 1, io 1)').panels).not.toBeNull();
});

test('of two runs the second, which the knobs set, stands above the pinned one', () => {
  const drawing = drawPair(naming, [
    preset('all', 'all'),
    preset('four-cores', 'one at a time, 4 cores'),
  ]);
  expect(panelsOf(drawing).map(({ heading, note, count }) => [heading, note, count])).toEqual([
    ['One at a time, 4 cores', 'the last ends at 26\u00a0s', 100],
    ['4 cores, one a row', '', 4],
    ['All', 'the last ends at 1.25\u00a0s', 100],
    ['the core', '', 1],
  ]);
  expect(drawing.rows.map(({ run }) => run).lastIndexOf(1)).toBe(103);
  expect(nameOf(drawing.rows[104])).toMatch(/^all, request 1: /);
});

test('panels lie below each other, and every row is in one', () => {
  const drawing = drawRun(naming, preset('all-four-cores'));
  const { placed, height } = placePanels(panelsOf(drawing));
  for (const [i, panel] of placed.entries()) {
    const before = placed[i - 1];
    expect(panel.headingAt).toBeGreaterThan(before === undefined ? 0 : before.top + before.height);
    expect(panel.top + panel.height).toBeLessThan(height);
  }
  drawing.rows.forEach((row, r) => {
    const found = panelOf(placed, r);
    expect(found && rowsOf(drawing, found.panel)[found.nth]).toBe(row);
  });
});

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
  expect(outlines(rows.slice(0, 1), end, 10).get('waiting')).toBe('M200 10h1400v8h-1400z');
});

test('what is too short for the eye is left out', () => {
  const { rows, end } = drawn('r x13: cpu 0.001, io 100');
  expect([...outlines(rows.slice(0, 5), end, 2).keys()]).toEqual(['waiting']);
});

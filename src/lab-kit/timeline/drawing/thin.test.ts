// A drawing of many tasks says what its traces say in panels of thin rows.
import { parse, simulate } from '@interleave/simulation';
import { expect, test } from 'vitest';
import lab from '../../../../labs/one-at-a-time/index.ts';
import { presetRun } from '../../lab.ts';
import { traced } from '../naming.ts';
import { timelineOf } from '../trace-view.tsx';
import { drawPair, drawRun } from './draw.ts';
import { type Drawing, isThin, rowName, rowsOf } from './drawing.ts';

const { naming } = timelineOf(lab);
const preset = (name: string, tag = '') => traced(naming, presetRun(lab, name).result, tag);
const drawn = (text: string) => drawRun(naming, traced(naming, simulate(parse(text))));
const panelsOf = ({ panels }: Drawing) =>
  panels.map(({ heading, rows }) => [heading?.text, heading?.note, rows.length]);

test('twelve tasks have lanes, thirteen thin rows', () => {
  expect(isThin(drawn('r x12: cpu 1'))).toBe(false);
  expect(panelsOf(drawn('r x13: cpu 1'))).toEqual([
    ['13 requests, one a row', 'the last ends at 13\u00a0ms', 13],
    ['the core', '', 1],
  ]);
});

test('few tasks with very many segments have thin rows too', () => {
  expect(isThin(drawn('A: repeat 100 (cpu 1, io 1)'))).toBe(false);
  expect(isThin(drawn('A: repeat 121 (cpu 1, io 1)'))).toBe(true);
});

test('of two runs the second, which the knobs set, stands above the pinned one', () => {
  const drawing = drawPair(naming, [
    preset('all', 'all'),
    preset('four-cores', 'one at a time, 4 cores'),
  ]);
  expect(panelsOf(drawing)).toEqual([
    ['One at a time, 4 cores', 'the last ends at 26\u00a0s', 100],
    ['4 cores, one a row', '', 4],
    ['All', 'the last ends at 1.25\u00a0s', 100],
    ['the core', '', 1],
  ]);
  const rows = rowsOf(drawing);
  expect(rows.map(({ run }) => run).lastIndexOf(1)).toBe(103);
  expect(rows[104] && rowName(rows[104], drawing.end)).toMatch(/^all, request 1: .* to 0\.26 s/);
});

// Panels lie below each other, whatever their sizes: a third level of rows is a third panel.
import { expect, test } from 'vitest';
import type { Panel, Row, Size } from '../drawing/drawing.ts';
import { placePanels } from './layout.ts';

/** px: measures as the timeline's style sheet has them, without the axis. */
const MEASURES: Readonly<Record<string, number>> = {
  '--head': 32,
  '--foot': 8,
  '--lane-lead': 36,
  '--lane-pitch': 76,
  '--half-lead': 36,
  '--half-pitch': 128,
  '--band-lead': 6,
  '--band-pitch': 40,
  '--thin-lead': 26,
  '--thin-trail': 10,
};

/** A CSS length in px. */
const px = (length: string): number =>
  length
    .replace(/^calc\((.*)\)$/, '$1')
    .split(' + ')
    .map((term) => {
      const [sum, foot] = term.split(' - ') as [string, string?];
      const product = sum
        .split(' * ')
        .map((factor) => MEASURES[factor.slice(4, -1)] ?? Number.parseFloat(factor))
        .reduce((a, b) => a * b);
      return product - (foot === undefined ? 0 : (MEASURES[foot.slice(4, -1)] as number));
    })
    .reduce((a, b) => a + b);

const row = (line: number, run: 0 | 1 = 0): Row => ({
  line,
  run,
  task: null,
  label: '',
  note: '',
  assumed: false,
  title: '',
  spans: [],
  bars: () => [],
  endsAt: null,
});
const panel = (of: Panel['of'], size: Size, rows: readonly Row[]): Panel => ({
  of,
  size,
  heading: null,
  rows,
});
const lines = (count: number) => Array.from({ length: count }, (_, line) => row(line));
const topsOf = (panels: readonly Panel[]) => {
  const { placed, height } = placePanels({ panels });
  return [...placed.map(({ top }) => top), height].map(px);
};

test('lanes, then cores', () => {
  expect(topsOf([panel('tasks', 'lane', lines(3)), panel('cores', 'band', lines(2))])).toEqual([
    68, 302, 374,
  ]);
});

test('three levels are three panels', () => {
  const tops = topsOf([
    panel('tasks', 'thin', lines(50)),
    panel('tasks', 'lane', lines(2)),
    panel('cores', 'band', lines(1)),
  ]);
  expect(tops).toEqual([58, 304, 462, 494]);
});

test('two halves share a line', () => {
  const halves = [row(0, 0), row(0, 1), row(1, 0), row(1, 1)];
  expect(topsOf([panel('tasks', 'half', halves), panel('cores', 'band', lines(1))])).toEqual([
    68, 330, 362,
  ]);
});

test('a panel knows which of all rows its first one is', () => {
  const { placed } = placePanels({
    panels: [panel('tasks', 'thin', lines(100)), panel('cores', 'thin', lines(4))],
  });
  expect(placed.map(({ first, rowHeight }) => [first, rowHeight])).toEqual([
    [0, 2],
    [100, 14],
  ]);
});

test('a thousand rows are no higher together than fits a screen', () => {
  const rowHeights = (rows: number) =>
    placePanels({ panels: [panel('tasks', 'thin', lines(rows))] }).placed[0]?.rowHeight;
  expect([rowHeights(250), rowHeights(1000)]).toEqual([2, 0.5]);
});

// Two runs on a chart: the pinned one's curves lie under the other's, by its name, where they are others.
import { expect, test } from 'vitest';
import { axesOf } from './axes.ts';
import type { Chart, Series } from './chart.ts';
import { overlaid } from './overlay.ts';
import { across, choices, figuresAt, inWords } from './words.ts';

const points = (...ys: number[]) => ys.map((y, x) => ({ x, y }));

const chart = (...series: Series[]): Chart => ({
  id: 'latency',
  title: 'Latency',
  x: { label: 'Users', unit: '', parameter: 'users' },
  y: { label: 'Latency', unit: 'ms', digits: 0 },
  series,
});

const curve = (...ys: number[]): Series => ({
  label: 'simulated',
  kind: 'simulated',
  points: points(...ys),
});

const oneCore = { tag: 'One core', values: { users: 1 } };

test('the pinned curve says that it is pinned, by that run’s name, and is within the axes, and cannot be chosen', () => {
  const both = overlaid(chart(curve(0, 10)), chart(curve(0, 95)), oneCore);
  expect(both.series.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
    'pinned: One core: pinned',
    'simulated: simulated',
  ]);
  expect(axesOf(both).y.to).toBe(100);
  expect(figuresAt(both, 1)).toBe('pinned: One core 95\u00a0ms, simulated 10\u00a0ms');
  expect(choices(both)).toEqual([0, 1]);
});

test('of several curves each says which it is', () => {
  const other = { ...curve(5, 6), label: 'p95' };
  const both = overlaid(chart(curve(0, 1), other), chart(curve(2, 3), other), oneCore);
  expect(both.series[0]?.label).toBe('pinned: One core, simulated');
  expect(both.series[0]?.short).toBe('simulated, pinned');
  const long = overlaid(chart(curve(0, 1), other), chart(curve(2, 3), other), {
    ...oneCore,
    tag: 'Another region',
  });
  expect(long.series[0]?.label).toBe('pinned: Another region, simulated');
  expect(long.series[0]?.short).toBe('simulated, pinned');
  expect(both.series).toHaveLength(3);
});

test('a run without a name is called pinned once', () => {
  const unnamed = { tag: 'pinned run', values: {} };
  expect(overlaid(chart(curve(0, 10)), chart(curve(0, 95)), unnamed).series[0]?.label).toBe(
    'pinned run',
  );
});

test('a curve that is the same stands once, with the place of the pinned run, and so do columns', () => {
  const same = chart(curve(0, 10));
  const columns = chart({ ...curve(1, 2), kind: 'part', state: 'running' });
  // The second is of a run that stands between the points of the other.
  for (const [own, pinned] of [
    [same, chart(curve(0, 10))],
    [same, chart(curve(0, 10, 30))],
    [columns, columns],
  ] as const) {
    const both = overlaid(own, pinned, oneCore);
    expect(both.series).toBe(own.series);
    expect([0, 1].map((x) => across(both, x))).toEqual(['Users 0', 'Users 1, pinned']);
    expect(inWords(both)).toMatch(/; pinned run at 1\.$/);
  }
});

test('columns of another run are not those of the pinned one', () => {
  const columns = chart({ ...curve(1, 2), kind: 'part', state: 'running' });
  expect(overlaid(columns, chart({ ...curve(3, 4), kind: 'part' }), oneCore)).toBe(columns);
});

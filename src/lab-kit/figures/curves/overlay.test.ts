// Two runs on a chart: the pinned one's curves lie under the other's, by its name, where they are others.
import { expect, test } from 'vitest';
import { axesOf } from './axes.ts';
import type { Chart, Series } from './chart.ts';
import { overlaid } from './overlay.ts';
import { choices, figuresAt } from './words.ts';

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

test('the pinned curve has the pinned run’s name and is within the axes, and cannot be chosen', () => {
  const both = overlaid(chart(curve(0, 10)), chart(curve(0, 95)), 'One core');
  expect(both.series.map(({ label, kind }) => `${label}: ${kind}`)).toEqual([
    'One core: pinned',
    'simulated: simulated',
  ]);
  expect(axesOf(both).y.to).toBe(100);
  expect(figuresAt(both, 1)).toBe('One core 95\u00a0ms, simulated 10\u00a0ms');
  expect(choices(both)).toEqual([0, 1]);
});

test('of several curves each says which it is', () => {
  const other = { ...curve(5, 6), label: 'p95' };
  const both = overlaid(chart(curve(0, 1), other), chart(curve(2, 3), other), 'One core');
  expect(both.series[0]?.label).toBe('One core, simulated');
  expect(both.series[0]?.short).toBeUndefined();
  const long = overlaid(chart(curve(0, 1), other), chart(curve(2, 3), other), 'Another region');
  expect(long.series[0]?.label).toBe('Another region, simulated');
  expect(long.series[0]?.short).toBe('simulated, pinned');
  expect(both.series).toHaveLength(3);
});

test('a curve that is the same stands once, and so do columns', () => {
  const same = chart(curve(0, 10));
  expect(overlaid(same, chart(curve(0, 10)), 'One core')).toBe(same);
  // Of a run that stands between the points of the other.
  expect(overlaid(same, chart(curve(0, 10, 30)), 'One core')).toBe(same);
  const columns = chart({ ...curve(1, 2), kind: 'part', state: 'running' });
  expect(overlaid(columns, chart({ ...curve(3, 4), kind: 'part' }), 'One core')).toBe(columns);
});

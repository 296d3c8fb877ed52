// What of each lab is drawn where labs are listed: something, of its own runs, and little enough for a small drawing.
import { expect, test } from 'vitest';
import { presetRun } from '../lab-kit/lab.ts';
import { rowsOf } from '../lab-kit/timeline/drawing/drawing.ts';
import { timelineOf } from '../lab-kit/timeline/trace-view.tsx';
import { readLabs } from '../tools/read-labs.ts';
import { smallDrawing } from './small-drawing.ts';

const labs = await readLabs();
const labOf = (id: string) => labs.find((lab) => lab.id === id) as (typeof labs)[number];

/** The bars of the rows that are drawn, each as its state and its length. */
const barsOf = (id: string) => {
  const small = smallDrawing(labOf(id));
  if (!('drawing' in small)) throw new Error(`${id} is drawn as a chart`);
  return rowsOf(small.drawing)
    .slice(0, small.lanes)
    .map(({ label, spans }) => [
      label,
      ...spans.map(({ state, start, end }) => `${state} ${end - start}`),
    ]);
};

test.each(labs.map(({ id }) => id))('%s has a small drawing that is not empty', (id) => {
  const small = smallDrawing(labOf(id));
  if ('chart' in small) {
    const points = small.chart.series.flatMap((series) => series.points);
    expect(points.length).toBeGreaterThan(3);
    expect(points.length).toBeLessThan(200);
    return;
  }
  const rows = rowsOf(small.drawing).slice(0, small.lanes);
  const bars = rows.reduce((sum, { spans }) => sum + spans.length, 0);
  expect(bars).toBeGreaterThan(0);
  expect(bars).toBeLessThanOrEqual(120);
});

test('a timeline is that of the lab’s first preset', () => {
  const lab = labOf('interleaving');
  const small = smallDrawing(lab);
  expect('drawing' in small && small.drawing).toEqual(
    expect.objectContaining({
      end: timelineOf(lab).drawing([presetRun(lab, Object.keys(lab.presets)[0] as string)]).end,
    }),
  );
  expect(barsOf('interleaving').map(([label]) => label)).toEqual([
    'request A',
    'request B',
    'other work',
    'core 1',
  ]);
});

test('no row lies over another', () => {
  for (const lab of labs) {
    const small = smallDrawing(lab);
    if (!('drawing' in small)) continue;
    expect(rowsOf(small.drawing).map(({ line }) => line)).toEqual([...Array(small.lanes).keys()]);
  }
});

test('moves are drawn as they are made, by the first preset that makes some', () => {
  // By hand none are made yet.
  expect(barsOf('deadlock')).toEqual([
    ['thread A', 'running 1', 'running 1', 'blocked 3'],
    ['thread B', 'running 1', 'running 1', 'blocked 2'],
  ]);
});

test('of a run with too many bars for a small drawing its chart is drawn', () => {
  const small = smallDrawing(labOf('which-knob'));
  expect('chart' in small && small.chart.title).toBe('Throughput');
});

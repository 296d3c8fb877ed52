// The charts of this lab: shares of the core, throughput and latency over the number of threads, and what a switch costs.
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import { bound, costAt, kneeOf, MEASURED_COSTS, type Setting } from './core.ts';
import { runAt } from './figures.ts';
import { count, share, time } from './in-words.ts';

/** How many threads the charts have points at. */
const POINTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000] as const;
const NAMES = Object.fromEntries(POINTS.map((threads) => [threads, count(threads)]));

/** The points, with the number of threads that is set in place of the one that is nearest by ratio. */
function around(threads: number): readonly number[] {
  const apart = (point: number) => Math.abs(Math.log(point / threads));
  const nearest = POINTS.reduce((best, point) => (apart(point) < apart(best) ? point : best));
  return POINTS.map((point) => (point === nearest ? threads : point));
}

/** The settings that the charts are made of. */
export const settingsOver = (setting: Setting): readonly Setting[] =>
  around(setting.threads).map((threads) => ({ ...setting, threads }));

/** Their runs, each made as it is taken. */
export function* runsOver(setting: Setting) {
  for (const one of settingsOver(setting)) yield runAt(one);
}

const over = (setting: Setting, y: (at: Setting) => number) =>
  settingsOver(setting).map((at) => ({ x: at.threads, y: y(at) }));

const THREADS: Chart['x'] = {
  label: 'Threads',
  unit: '',
  parameter: 'threads',
  names: NAMES,
  padded: true,
};

/** Bursts a second from which they are counted in thousands. */
const MANY = 10_000;
/** The ticks of times, µs. */
const TIMES = Object.fromEntries(
  Array.from({ length: 11 }, (_, i) => [10 ** i, time(10 ** i)] as const),
);
const threeDigits = (value: number) => value.toLocaleString('en', { maximumSignificantDigits: 3 });
const percent = (value: number) => share(value / 100);

/** The shares of the core over the number of threads, a column each. */
export const sharesOverThreads = (setting: Setting): readonly Chart[] => [
  {
    id: 'shares',
    title: 'Where the core’s time goes',
    x: THREADS,
    y: { label: 'Share of its time', unit: '%', digits: 2, most: 100, say: percent },
    series: [
      {
        label: 'work',
        kind: 'part',
        state: 'running',
        points: over(setting, (at) => runAt(at).work * 100),
      },
      {
        label: 'switching',
        kind: 'part',
        state: 'switching',
        points: over(setting, (at) => runAt(at).switching * 100),
      },
    ],
  },
];

/** Throughput and latency over the number of threads. */
export function overThreads(setting: Setting): readonly Chart[] {
  const knee = kneeOf(setting);
  const x: Chart['x'] = {
    ...THREADS,
    // One that never waits keeps the core busy alone.
    ...(setting.wait === 0 ? {} : { knee: { at: knee, words: `knee, ${count(knee)}` } }),
  };
  const most = bound({ ...setting, threads: 10_000 });
  const [size, unit] = most >= MANY ? [1000, 'thousand'] : [1, ''];
  const perSecond = (value: number) => `${threeDigits(value * size)}/s`;
  return [
    {
      id: 'throughput',
      title: 'Throughput',
      x,
      y: { label: 'Bursts a second', unit, digits: 1, say: perSecond },
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: over(setting, (at) => runAt(at).throughput / size),
        },
        {
          label: 'upper bound',
          kind: 'ideal',
          points: over(setting, (at) => bound(at) / size),
        },
      ],
    },
    {
      id: 'latency',
      title: 'Latency of a burst',
      x,
      y: {
        label: 'From the end of a wait',
        unit: 'µs',
        digits: 1,
        log: true,
        names: TIMES,
        say: time,
      },
      series: [
        {
          label: 'simulated',
          kind: 'simulated',
          points: over(setting, (at) => runAt(at).latency),
        },
      ],
    },
  ];
}

/** What a switch costs, by the knobs, and what was measured. */
export function costChart(setting: Setting): readonly Chart[] {
  const here = Math.max(1, Math.round(runAt(setting).runnable));
  const runnable = [...new Set([...POINTS, here])].sort((a, b) => a - b);
  const [least] = MEASURED_COSTS;
  return [
    {
      id: 'cost',
      title: 'What one switch costs',
      x: { label: 'Runnable threads', unit: '', here, names: NAMES, say: count },
      y: { label: 'A switch', unit: 'µs', digits: 2, say: time },
      series: [
        {
          label: 'in the lab',
          kind: 'ruled',
          points: runnable.map((x) => ({ x, y: costAt(setting, x) })),
        },
        {
          label: 'all runnable',
          kind: 'measured',
          points: MEASURED_COSTS.map(({ runnable: x, cost: y }) => ({ x, y })),
        },
        {
          label: '2 beside 10,000 waiting',
          kind: 'measured',
          named: true,
          points: [{ x: 10_000, y: least.cost }],
        },
      ],
    },
  ];
}

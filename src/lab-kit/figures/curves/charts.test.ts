// What a chart's axes and words are, for curves of one point, of nothing, and of thousands.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { axesOf, isOn, namesApart, shareOf } from './axes.ts';
import type { Chart, Series } from './chart.ts';
import { curves } from './curves.tsx';
import { across, choices, figuresAt, inWords } from './words.ts';

type Points = Chart['series'][number]['points'];

const chart = (simulated: Points, y: Partial<Chart['y']> = {}, ideal: Points = []): Chart => ({
  id: 'busy',
  title: 'Busy',
  x: { label: 'In flight', unit: '', parameter: 'flight' },
  y: { label: 'Busy', unit: '%', digits: 1, ...y },
  series: [
    { label: 'simulated', kind: 'simulated', points: simulated },
    { label: 'ideal', kind: 'ideal', points: ideal },
  ],
});

test('the axis across begins where the points do, and says so', () => {
  const { x } = axesOf(chart([1, 26, 40].map((at) => ({ x: at, y: at }))));
  expect(x).toEqual({ from: 1, to: 40, ticks: [1, 10, 20, 30, 40] });
});

test('a tick too near to the beginning of the axis gives way', () => {
  const { x } = axesOf(chart([19, 50].map((at) => ({ x: at, y: 1 }))));
  expect(x.ticks).toEqual([19, 30, 40, 50]);
});

test('the axis up ends at a round number above the greatest value, or where the chart says', () => {
  const points = [
    { x: 1, y: 260 },
    { x: 2, y: 5230 },
  ];
  expect(axesOf(chart(points)).y).toEqual({
    from: 0,
    to: 6000,
    ticks: [0, 1000, 2000, 3000, 4000, 5000, 6000],
  });
  expect(axesOf(chart([{ x: 1, y: 84 }], { most: 100 })).y.to).toBe(100);
});

test('the ideal is within the axes too', () => {
  expect(axesOf(chart([{ x: 1, y: 10 }], {}, [{ x: 2, y: 95 }]))).toMatchObject({
    x: { to: 2 },
    y: { to: 100 },
  });
});

test('one point stands in the middle, and a curve of zeros has an axis', () => {
  const { x, y } = axesOf(chart([{ x: 3, y: 0 }]));
  expect(shareOf(3, x)).toBe(0.5);
  expect(y.to).toBe(1);
  expect(shareOf(0, y)).toBe(0);
});

test('the figures at a value are those of all curves that have a point there', () => {
  const curves = chart(
    [
      { x: 1, y: 3.8462 },
      { x: 26, y: 83.798 },
    ],
    {},
    [{ x: 26, y: 100 }],
  );
  expect(figuresAt(curves, 26)).toBe('simulated 83.8%, ideal 100.0%');
  expect(figuresAt(curves, 1)).toBe('simulated 3.8%');
  expect(figuresAt(curves, 7)).toBe('');
  expect(choices(curves)).toEqual([1, 26]);
  expect(across(curves, 26)).toBe('In flight 26');
});

test('units stand as they are written: a speed without a space, ms with one that does not break', () => {
  const curves: Chart = {
    ...chart([{ x: 1.5, y: 39.2 }], { unit: 'ms', digits: 0 }),
    x: { label: 'CPU speed', unit: '×', parameter: 'speed' },
  };
  expect(across(curves, 1.5)).toBe('CPU speed 1.5×');
  expect(figuresAt(curves, 1.5)).toBe('simulated 39\u00a0ms');
});

test('the curves in words go from the first point to the last', () => {
  const curves = chart(
    [
      { x: 1, y: 4 },
      { x: 40, y: 97 },
    ],
    {},
    [
      { x: 1, y: 4 },
      { x: 40, y: 100 },
    ],
  );
  expect(inWords(curves)).toBe(
    'Busy, over in flight: simulated, 4.0% at 1 to 97.0% at 40; ideal, 4.0% at 1 to 100.0% at 40.',
  );
});

/** Two rules over sizes that grow fourfold, and a point that was measured. */
const sizes: Chart = {
  id: 'time',
  title: 'Time',
  x: {
    label: 'Message',
    unit: '',
    parameter: 'size',
    names: {
      1: '1 B',
      4: '4 B',
      16: '16 B',
      64: '64 B',
      256: '256 B',
      1024: '1 KiB',
      4096: '4 KiB',
    },
  },
  y: { label: 'Time', unit: 'µs', digits: 1, log: true },
  series: [
    { label: 'a byte', kind: 'measured', points: [{ x: 1, y: 2.2 }] },
    {
      label: 'copies',
      kind: 'ruled',
      points: [
        { x: 16, y: 2 },
        { x: 4096, y: 250 },
      ],
    },
  ],
};

test('an axis of named values is logarithmic, and so is one up that says so: in decades', () => {
  const { x, y } = axesOf(sizes);
  expect(x).toEqual({ from: 1, to: 4096, log: true, ticks: [1, 16, 256, 4096] });
  expect(shareOf(64, x)).toBeCloseTo(0.5, 9);
  expect(y).toEqual({ from: 1, to: 1000, log: true, ticks: [1, 10, 100, 1000] });
  expect(shareOf(10, y)).toBeCloseTo(1 / 3, 9);
});

test('named values are said by their names, and what was measured cannot be chosen', () => {
  expect(across(sizes, 4096)).toBe('Message 4 KiB');
  expect(choices(sizes)).toEqual([16, 4096]);
  expect(inWords(sizes).replaceAll('\u00a0', ' ')).toBe(
    'Time, over message: a byte, 2.2 µs at 1 B; copies, 2.0 µs at 16 B to 250.0 µs at 4 KiB.',
  );
});

/** Two parts of a whole over numbers that grow. */
const parts: Chart = {
  id: 'shares',
  title: 'Shares',
  x: { label: 'Threads', unit: '', names: { 1: '1', 10: '10', 100: '100' }, padded: true },
  y: {
    label: 'Share',
    unit: '%',
    digits: 3,
    most: 100,
    say: (value) => `${value.toPrecision(3)}%`,
  },
  series: [
    {
      label: 'work',
      kind: 'part',
      state: 'running',
      points: [
        { x: 1, y: 50 },
        { x: 100, y: 64.26 },
      ],
    },
    {
      label: 'switching',
      kind: 'part',
      state: 'switching',
      points: [
        { x: 1, y: 0.0312 },
        { x: 100, y: 35.74 },
      ],
    },
  ],
};

test('columns have room at both ends of their axis, and each can be chosen', () => {
  const { x } = axesOf(parts);
  expect(x.ticks).toEqual([1, 10, 100]);
  expect(shareOf(1, x)).toBeGreaterThan(0.03);
  expect(shareOf(100, x)).toBeLessThan(0.97);
  expect(choices(parts)).toEqual([1, 100]);
  expect(figuresAt(parts, 100)).toBe('work 64.3%, switching 35.7%');
  expect(figuresAt(parts, 1)).toBe('work 50.0%, switching 0.0312%');
});

test('an axis for columns reaches over the highest of them, all its parts together', () => {
  const { most: _, ...y } = parts.y;
  const doubled = parts.series.map((one) => ({
    ...one,
    points: one.points.map((point) => ({ ...point, y: 1.5 * point.y })),
  }));
  expect(axesOf({ ...parts, y, series: doubled }).y.to).toBeGreaterThanOrEqual(150);
});

/** Two formulas of sizes, in MiB, with a point that was measured, and what nothing can pass. */
const memory: Chart = {
  id: 'memory',
  title: 'Memory',
  x: {
    label: 'Threads',
    unit: '',
    parameter: 'threads',
    names: { 100: '100', 1000: '1,000', 10000: '10,000' },
  },
  y: {
    label: 'Memory',
    unit: 'MiB',
    digits: 1,
    log: true,
    names: { 1: '1 MiB', 32: '32 MiB', 1024: '1 GiB', 32768: '32 GiB', 1048576: '1 TiB' },
    say: (value) => `${value} M`,
  },
  series: [
    {
      label: 'threads',
      kind: 'formula',
      points: [
        { x: 100, y: 40 },
        { x: 10000, y: 900 },
      ],
    },
    { label: 'measured threads', kind: 'measured', points: [{ x: 10000, y: 910 }] },
  ],
  limits: [{ label: 'memory 24 GiB', at: 24 * 1024 }],
};

test('a logarithmic axis with names reaches from name to name, around all points and limits', () => {
  expect(axesOf(memory).y).toEqual({ from: 32, to: 32768, log: true, ticks: [32, 1024, 32768] });
  expect(axesOf({ ...memory, limits: [] }).y).toMatchObject({ from: 32, to: 1024 });
  expect(shareOf(1024, axesOf(memory).y)).toBeCloseTo(0.5, 9);
});

test('of a formula every point can be chosen; what was measured is not read there', () => {
  expect(choices(memory)).toEqual([100, 10000]);
  expect(figuresAt(memory, 10000)).toBe('threads 900 M');
  expect(inWords(memory)).toContain('threads, 40 M at 100 to 900 M at 10,000');
});

test('values between the names are written as the chart says', () => {
  const between = { ...memory, x: { ...memory.x, say: (value: number) => `about ${value}` } };
  expect([100, 150].map((x) => across(between, x))).toEqual(['Threads 100', 'Threads about 150']);
});

test('in its table a curve has what was measured of it in brackets, and each size its own unit', () => {
  const [line, points] = memory.series as [Series, Series];
  const figure = curves(() => [{ ...memory, series: [line, { ...points, measures: 'threads' }] }]);
  const run = { values: {}, result: null, tag: '' };
  expect(figure.tables?.([run], ['threads'])).toMatchObject([
    {
      caption: 'Memory; in brackets as measured',
      columns: [{ label: 'Threads' }, { label: 'threads' }],
      rows: [
        ['100', '40 M'],
        ['10,000', '900 M (910 M)'],
      ],
    },
  ]);
});

test('a value that an axis does not reach is not on it', () => {
  const { x } = axesOf(memory);
  expect([99, 100, 10000, 10001].map((value) => isOn(value, x))).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('names at the ends of lines stand apart, in their order, and move no more than they must', () => {
  expect(namesApart([0.2, 0.9])).toEqual([0.2, 0.9]);
  const [first = 0, second = 0] = namesApart([0.5, 0.52]);
  expect(second - first).toBeCloseTo(0.085, 6);
  expect((first + second) / 2).toBeCloseTo(0.51, 6);
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1, maxLength: 5 }),
      (shares) => {
        const places = namesApart(shares);
        const order = shares
          .map((_, i) => i)
          .sort((a, b) => (shares[a] as number) - (shares[b] as number));
        for (let i = 1; i < order.length; i += 1) {
          const apart =
            (places[order[i] as number] as number) - (places[order[i - 1] as number] as number);
          expect(apart).toBeGreaterThan(0.08);
        }
        const middle = (of: readonly number[]) => of.reduce((sum, one) => sum + one, 0) / of.length;
        expect(middle(places)).toBeCloseTo(middle(shares), 6);
      },
    ),
  );
});

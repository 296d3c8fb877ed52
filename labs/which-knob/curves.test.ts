// The curves of this lab are its runs, within the bounds, and steady enough for the figures that the lessons quote.
import { simulate } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { parse } from '../../src/lab-kit/later/read-value.ts';
import type { Parameter } from '../../src/lab-kit/parameters/kinds.ts';
import { charts } from './charts.ts';
import { figuresAt, figuresOf, KNOBS, type Turn } from './figures.ts';
import lab from './index.ts';
import { bounds, type Setting, server, type Workload } from './server.ts';

/** A few roundings of a double. */
const ROUNDING = 1e-9;
const PRESETS = Object.keys(lab.presets);
const WORKLOADS: Workload[] = ['io', 'mixed', 'cpu'];
const valuesOf = (preset: string) => presetValues(lab, preset);
const chartsOf = (preset: string, turn: Turn) => charts({ ...valuesOf(preset), turn });
const pointsOf = (preset: string, turn: Turn, chart: number, series = 0) =>
  chartsOf(preset, turn)[chart]?.series[series]?.points ?? [];

describe.each(PRESETS)('the curves of %s', (preset) => {
  test.each(KNOBS.map(({ name }) => name))(
    'over %s are runs that the knob can be set to',
    (turn) => {
      const values = { ...valuesOf(preset), turn };
      const [throughput, latency] = chartsOf(preset, turn).map(
        ({ series }) => series[0]?.points ?? [],
      );
      expect(throughput?.map(({ x }) => x)).toContain(values[turn]);
      for (const [i, { x, y }] of (throughput ?? []).entries()) {
        expect(parse(lab.parameters[turn] as Parameter, String(x))).toBe(x);
        const trace = runOf(lab, { ...values, [turn]: x }).result;
        const { throughput: answered, mean } = figuresOf(trace, { ...values, [turn]: x });
        expect(y).toBe(answered);
        expect(latency?.[i]).toEqual({ x, y: mean });
      }
    },
  );

  test.each(KNOBS.map(({ name }) => name))('over %s stay within the bounds', (turn) => {
    const [most, least] = [0, 1].map((chart) => pointsOf(preset, turn, chart, 1));
    for (const [i, { y }] of pointsOf(preset, turn, 0).entries()) {
      expect(y).toBeLessThan((most?.[i]?.y ?? 0) * (1 + ROUNDING));
    }
    for (const [i, { y }] of pointsOf(preset, turn, 1).entries()) {
      expect(y).toBeGreaterThan((least?.[i]?.y ?? Number.POSITIVE_INFINITY) * (1 - ROUNDING));
    }
  });
});

test('where the knob stands between two points it has one too', () => {
  const [chart] = charts({ ...valuesOf('io-bound-flight'), flight: 17 });
  expect(chart?.series[0]?.points.map(({ x }) => x)).toEqual([1, 5, 10, 17, 18, 26, 38, 52]);
});

test.each<[Omit<Setting, 'connections'>, number, number]>([
  [{ workload: 'io', cores: 1, flight: 26, speed: 1, near: 100 }, 100, 260],
  [{ workload: 'io', cores: 1, flight: 52, speed: 1, near: 100 }, 100, 520],
  [{ workload: 'io', cores: 2, flight: 26, speed: 1, near: 100 }, 100, 260],
  [{ workload: 'io', cores: 1, flight: 10, speed: 2, near: 50 }, 10_000 / 130, 130],
  [{ workload: 'mixed', cores: 4, flight: 10, speed: 1, near: 100 }, 80, 125],
  [{ workload: 'cpu', cores: 8, flight: 4, speed: 1, near: 100 }, 4000 / 102, 102],
  [{ workload: 'cpu', cores: 8, flight: 52, speed: 4, near: 100 }, 320, 162.5],
])('the bounds of %j are %f a second and %f ms', (setting, throughput, latency) => {
  const found = bounds({ ...setting, connections: null });
  expect(found.throughput).toBeCloseTo(throughput, 9);
  expect(found.latency).toBeCloseTo(latency, 9);
});

test.each([
  // Ten connections of a query of 250 ms each answer 40 a second: with 20 in flight a request takes half a second.
  [{ connections: 10, flight: 20 }, 40, 500],
  [{ connections: 10, flight: 10 }, 10_000 / 260, 260],
  [{ connections: 50, flight: 52 }, 100, 520],
])('the bounds with %j are %f a second and %f ms', (turned, throughput, latency) => {
  const found = bounds({ ...valuesOf('io-bound'), ...turned });
  expect(found.throughput).toBeCloseTo(throughput, 9);
  expect(found.latency).toBeCloseTo(latency, 9);
});

test('the answers counted, and their mean latency, are what is told of a run, but for a few per cent', () => {
  for (const preset of PRESETS) {
    const setting = valuesOf(preset);
    const trace = simulate(server(setting));
    const { throughput, mean } = figuresOf(trace, setting);
    const from = trace.end / 10;
    const rounds = trace.tasks.flatMap((task) => task.rounds).filter(({ end }) => end > from);
    const counted = rounds.length / ((trace.end - from) / 1e9);
    const took = rounds.reduce((sum, { start, end }) => sum + end - start, 0) / rounds.length / 1e6;
    expect(Math.abs(counted / throughput - 1), preset).toBeLessThan(0.04);
    expect(Math.abs(took / mean - 1), preset).toBeLessThan(0.04);
  }
});

test('another seed changes throughput and latency by less than 5%, and passes no bound', () => {
  for (const setting of PRESETS.map(valuesOf)) {
    const shown = figuresOf(simulate(server(setting)), setting);
    for (let seed = 1; seed <= 20; seed += 1) {
      const other = figuresOf(simulate(server(setting, seed)), setting);
      expect(Math.abs(other.throughput / shown.throughput - 1)).toBeLessThan(0.05);
      expect(Math.abs(other.p95 / shown.p95 - 1)).toBeLessThan(0.05);
      expect(other.throughput / bounds(setting).throughput).toBeLessThan(1 + ROUNDING);
    }
  }
});

test('a run has about as many requests whatever the knobs say', () => {
  for (const workload of WORKLOADS) {
    for (const [cores, flight, speed, near] of [
      [1, 1, 1, 200],
      [8, 52, 4, 25],
      [8, 1, 4, 25],
      [1, 52, 1, 200],
    ] as const) {
      const trace = simulate(server({ workload, cores, flight, speed, near, connections: null }));
      const answered = trace.tasks.reduce((sum, { rounds }) => sum + rounds.length, 0);
      expect(answered).toBeGreaterThan(500);
      expect(answered).toBeLessThan(650);
    }
  }
});

test('with most in flight the runs are long enough still: twice as many wait twice as long', () => {
  const setting: Setting = {
    workload: 'cpu',
    cores: 1,
    flight: 52,
    speed: 1,
    near: 100,
    connections: null,
  };
  const twice = figuresAt({ ...setting, flight: 104 });
  expect(twice.p95 / figuresAt(setting).p95).toBeLessThan(2.1);
  expect(twice.throughput / figuresAt(setting).throughput).toBeCloseTo(1, 1);
});

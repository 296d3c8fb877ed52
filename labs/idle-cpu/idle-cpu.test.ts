// The claims that the lessons make of this lab.
import { metrics, toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { charts } from './chart.ts';
import lab from './index.ts';

const fact = (preset: string, name: string, digits = 6) =>
  Number(factValue(lab, preset, name, digits));
const settingOf = (preset: string, values: object = {}) => ({
  ...presetValues(lab, preset),
  ...values,
});
const traceOf = (preset: string, values: object = {}) =>
  runOf(lab, settingOf(preset, values)).result;
const said = (preset: string) =>
  toText(lab.describe?.(presetRun(lab, preset)) ?? []).replaceAll('\u00a0', ' ');

test('the typical request waits 250 ms, computes 10, and leaves the core idle for 96.2% [claims 11, 12, 13]', () => {
  expect(fact('typical', 'io')).toBe(250);
  expect(fact('typical', 'cpu')).toBe(10);
  expect(fact('typical', 'total')).toBe(260);
  expect(fact('typical', 'idle')).toBeCloseTo(25_000 / 260, 5);
  expect(said('typical')).toBe(
    'This request waits for 250 ms and computes for 10 ms. Its core is idle for 96.2% of the time. ' +
      'While it waits, 750 million instructions could have run.',
  );
});

test('a request is received and validated, asks a database four times and a service once, and responds [claim 3]', () => {
  const steps = traceOf('typical').scenario.tasks[0]?.steps.map(({ kind }) => kind);
  expect(steps?.[0]).toBe('cpu');
  expect(steps?.at(-1)).toBe('cpu');
  expect(steps?.filter((kind) => kind === 'io')).toHaveLength(4 + 1);
  expect(settingOf('typical')).toMatchObject({ queries: 4, calls: 1 });
});

test('while the only request waits, the core runs nothing [claims 7, 9]', () => {
  for (const preset of ['typical', 'one-wait']) {
    const { tasks, cores } = traceOf(preset);
    const waits = tasks.flatMap(({ segments }) =>
      segments.filter(({ state }) => state === 'waiting'),
    );
    expect(waits.length).toBeGreaterThan(0);
    const during = waits.flatMap(({ start, end }) =>
      cores.flatMap((core) => core.segments.filter((one) => one.start < end && one.end > start)),
    );
    expect(new Set(during.map(({ state }) => state))).toEqual(new Set(['idle']));
  }
});

test('over four to seven round trips it is 95.2 to 97.2% [claim 10]', () => {
  const trips = ['fewest', 'most'].map((preset) => settingOf(preset));
  expect(trips).toMatchObject([
    { queries: 3, query: 50, calls: 1, call: 50 },
    { queries: 5, query: 50, calls: 2, call: 50 },
  ]);
  expect(fact('fewest', 'io')).toBe(200);
  expect(fact('fewest', 'idle', 1)).toBe(95.2);
  expect(fact('most', 'io')).toBe(350);
  expect(fact('most', 'idle', 1)).toBe(97.2);
});

test('a wait of 100 ms is worth 300 million instructions at 3 billion a second [claims 8, 9]', () => {
  expect(fact('one-wait', 'io')).toBe(100);
  expect(fact('one-wait', 'forgone')).toBe(300);
  expect(fact('typical', 'executed')).toBe(30);
});

test('at measured rates the waits of the typical request are worth from 4.25 to 5250 million [claim 8]', () => {
  const [, table] = lab.tables?.(presetRun(lab, 'typical')) ?? [];
  expect(table?.rows).toEqual([
    ['independent additions', '16–21', '4000–5250'],
    ['additions that each need the one before', '4.7', '1175'],
    ['steps along pointers through memory', '0.017', '4.25'],
  ]);
});

test('the presets put the database where the lesson says [claims 4, 5, 6]', () => {
  expect(['localhost', 'zone', 'region'].map((preset) => fact(preset, 'query'))).toEqual([
    2, 30, 100,
  ]);
  expect(fact('localhost', 'idle', 1)).toBe(85.3);
  expect(fact('region', 'idle', 1)).toBe(97.8);
});

test('26 in flight could fill the core, and 17 of a call that computes for more', () => {
  expect(fact('typical', 'fills')).toBe(26);
  expect(fact('slow-filled', 'fills')).toBe(17);
  // 68 ms, of which 10 are computing: six are too few.
  expect(fact('localhost', 'fills')).toBe(7);
});

test('with 26 in flight, simulated, the core is busy for about 84%, with 40 for about 95% [claim 14]', () => {
  expect(fact('filled', 'busy', 0)).toBe(84);
  expect(fact('forty', 'busy', 0)).toBe(95);
  expect(said('filled')).toBe(
    'With 26 in flight, whose waits vary by up to half, the core is busy for 84.4% of the time. At best it could be busy for 100.0%.',
  );
});

test('at best one request keeps the core busy for 10 of its 260 ms, and 26 or more all the time', () => {
  expect(fact('typical', 'ideal-busy')).toBeCloseTo(1000 / 260, 5);
  expect(fact('filled', 'ideal-busy')).toBe(100);
  expect(fact('forty', 'ideal-busy')).toBe(100);
});

test('every fact has a figure under every preset', () => {
  for (const preset of Object.keys(lab.presets)) {
    const { flight } = presetValues(lab, preset);
    for (const name of Object.keys(lab.facts)) {
      // What a single request takes is no figure of a run of many.
      if (name !== 'total' || flight === 1) expect(fact(preset, name)).not.toBeNaN();
    }
  }
});

test('the curve’s points are the runs of the knob, and the ideal bends at 26', () => {
  const [chart] = charts(settingOf('filled'));
  const [simulated, ideal] = chart?.series ?? [];
  for (const { x, y } of simulated?.points ?? []) {
    const run = traceOf('filled', { flight: x });
    expect(metrics(run).utilisation * 100).toBe(y);
  }
  expect(simulated?.points).toHaveLength(8);
  const at = (x: number) => ideal?.points.find((point) => point.x === x)?.y;
  expect([at(26), at(40)]).toEqual([100, 100]);
  expect(at(13)).toBeCloseTo(50, 0);
});

test('no simulated point is above the ideal', () => {
  for (const query of [1, 20, 50, 150]) {
    const [chart] = charts(settingOf('typical', { query }));
    const [simulated, ideal] = chart?.series ?? [];
    for (const { x, y } of simulated?.points ?? []) {
      const best = ideal?.points.find((point) => point.x === x)?.y ?? Number.NaN;
      expect(y).toBeLessThanOrEqual(best + 1e-9);
    }
  }
});

test('a request that asks nothing keeps its core busy', () => {
  const trace = traceOf('typical', { queries: 0, calls: 0 });
  expect(metrics(trace).utilisation).toBe(1);
});

test('a round trip of no length is none', () => {
  const trace = traceOf('typical', { query: 0, calls: 0 });
  expect(trace.tasks[0]?.segments.map(({ state }) => state)).toEqual(['running']);
});

test('four queries at once take as long as one of them, and fill a core with six requests', () => {
  expect(fact('four-queries', 'total')).toBe(210);
  expect(fact('at-once', 'total')).toBe(60);
  expect(fact('four-queries', 'fills')).toBe(21);
  expect(fact('at-once', 'fills')).toBe(6);
  const [request] = traceOf('at-once').tasks;
  expect(request?.segments.map(({ state }) => state)).toEqual(['running', 'waiting', 'running']);
});

test('round trips of unlike lengths, at once, take as long as the longest', () => {
  const [request] = traceOf('typical', { query: 30, call: 60, trips: 'at-once' }).tasks;
  // 60 ms of waiting, and 10 of computing.
  expect(request?.end).toBe(70e6);
});

test('at once or in turn, a full core answers no more', () => {
  const answered = (values: object) => {
    const trace = traceOf('four-queries', { flight: 40, ...values });
    return metrics(trace).throughput;
  };
  // 10 ms of computing each: 100 a second.
  expect(answered({})).toBeLessThan(100);
  expect(answered({ trips: 'at-once' })).toBeLessThanOrEqual(100);
  expect(answered({ trips: 'at-once' }) / answered({})).toBeLessThan(1.1);
});

test('a hundred a second of 300 ms each are 30 in flight', () => {
  expect(fact('planned', 'total')).toBe(300);
  expect(fact('planned', 'flight-for-hundred')).toBe(30);
});

test('three queries and a call leave the core idle for 92%', () => {
  expect(fact('three-queries', 'total')).toBe(250);
  expect(fact('three-queries', 'idle', 1)).toBe(92);
});

test('queries that are asked at once take as long as one of them', () => {
  expect(fact('queries-at-once', 'total')).toBe(80 + 40 + 20);
});

test('with several in flight a second chart has their latency, at best the least there is', () => {
  expect(charts(settingOf('typical')).map(({ id }) => id)).toEqual(['busy']);
  const [, latency] = charts(settingOf('filled'));
  const [simulated, ideal] = latency?.series ?? [];
  const at = (points: typeof simulated, x: number) =>
    points?.points.find((point) => point.x === x)?.y ?? Number.NaN;
  expect(at(simulated, 26)).toBeCloseTo(fact('filled', 'mean'), 5);
  expect([at(ideal, 1), at(ideal, 26)]).toEqual([260, 260]);
  // A full core takes 10 ms of each.
  expect(at(ideal, 40)).toBeCloseTo(400, 5);
  for (const { x, y } of simulated?.points ?? [])
    expect(y).toBeGreaterThanOrEqual(at(ideal, x) - 1e-9);
});

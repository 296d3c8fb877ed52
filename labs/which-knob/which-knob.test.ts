// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { charts } from './charts.ts';
import { figuresAt, type Turn } from './figures.ts';
import lab from './index.ts';
import type { Setting } from './server.ts';

const fact = (preset: string, name: string) => Number(factValue(lab, preset, name, 6));
const valuesOf = (preset: string) => presetValues(lab, preset);
const throughputAt = (preset: string, turn: Turn, x: number) =>
  charts({ ...valuesOf(preset), turn })[0]?.series[0]?.points.find((point) => point.x === x)?.y ??
  Number.NaN;
const throughputOf = (values: Partial<Setting>) =>
  figuresAt({ ...valuesOf('io-bound'), ...values }).throughput;
const sentence = (preset: string, values: Partial<Setting> = {}) => {
  const run = runOf(lab, { ...valuesOf(preset), ...values });
  const text = toText(lab.describe?.(run) ?? []);
  return text.replaceAll('\u00a0', ' ');
};

const PRESETS = Object.keys(lab.presets);

describe('IO-bound', () => {
  test('ten in flight on one core are answered 38 a second: 10 / (10 + 250) ms', () => {
    expect(fact('io-bound', 'throughput')).toBeCloseTo(38, 0);
    expect(fact('io-bound', 'busy')).toBeCloseTo(38, 0);
  });

  test('more in flight scales the throughput, and costs hardly any latency [claims 25, 28]', () => {
    expect(fact('io-bound', 'flight-gain')).toBeGreaterThan(1.9);
    expect(fact('io-bound', 'flight-p95')).toBeLessThan(fact('io-bound', 'p95') * 1.03);
  });

  test('more cores and a faster CPU do not, a nearer database does [claims 26, 51]', () => {
    expect(fact('io-bound', 'cores-gain')).toBeLessThan(1.02);
    expect(fact('io-bound', 'four-times-cores-gain')).toBeLessThan(1.02);
    expect(fact('io-bound', 'speed-gain')).toBeLessThan(1.04);
    expect(fact('io-bound', 'near-gain')).toBeGreaterThan(1.8);
  });

  test('once the core is saturated, it is cores and the CPU that help [claim 26]', () => {
    expect(fact('io-bound-full', 'throughput')).toBeCloseTo(100, 0);
    expect(fact('io-bound-full', 'flight-gain')).toBeLessThan(1.01);
    expect(fact('io-bound-full', 'near-gain')).toBeLessThan(1.01);
    expect(fact('io-bound-full', 'cores-gain')).toBeGreaterThan(1.8);
    expect(fact('io-bound-full', 'speed-gain')).toBeGreaterThan(1.8);
  });
});

describe('CPU-bound', () => {
  test('cores scale the throughput, and so does a faster CPU [claims 27, 29]', () => {
    expect(fact('cpu-bound', 'cores-gain')).toBeCloseTo(2, 1);
    expect(fact('cpu-bound', 'four-times-cores-gain')).toBeCloseTo(4, 1);
    expect(fact('cpu-bound', 'speed-gain')).toBeCloseTo(2, 1);
  });

  test('more in flight gives nothing and doubles the latency; a nearer database changes nothing [claim 27]', () => {
    expect(fact('cpu-bound', 'flight-gain')).toBeCloseTo(1, 1);
    const ratio = fact('cpu-bound', 'flight-p95') / fact('cpu-bound', 'p95');
    expect(ratio).toBeGreaterThan(1.9);
    expect(ratio).toBeLessThan(2.1);
    expect(fact('cpu-bound', 'near-gain')).toBeCloseTo(1, 2);
  });
});

describe('mixed', () => {
  test('cores scale until there are five, which ten in flight keep busy: then flight does', () => {
    expect(throughputAt('mixed', 'cores', 4)).toBeCloseTo(
      4 * throughputAt('mixed', 'cores', 1),
      -1,
    );
    expect(throughputAt('mixed', 'cores', 8)).toBeLessThan(
      1.08 * throughputAt('mixed', 'cores', 5),
    );
    expect(fact('mixed', 'cores-gain')).toBeCloseTo(2, 1);
    expect(fact('mixed', 'flight-gain')).toBeCloseTo(1, 1);
    expect(fact('mixed-eight-cores', 'cores-gain')).toBeLessThan(1.02);
    expect(fact('mixed-eight-cores', 'flight-gain')).toBeGreaterThan(1.5);
  });
});

test('beside what was measured: waiting overlaps, computing does not without a second core [claims 25, 27, 50]', () => {
  const pair = (preset: string) => fact(preset, 'pair-gain');
  expect(pair('io-bound')).toBeCloseTo(2, 1);
  expect(pair('cpu-bound')).toBeGreaterThan(0.99);
  expect(pair('cpu-bound')).toBeLessThan(1.03);
  expect(pair('cpu-bound-two-cores')).toBeGreaterThan(1.95);
  expect(pair('cpu-bound-two-cores')).toBeLessThan(2.03);
});

test('every fact has a figure under every preset', () => {
  for (const preset of PRESETS) {
    for (const name of Object.keys(lab.facts)) expect(fact(preset, name)).not.toBeNaN();
  }
});

test.each([
  [
    'io-bound',
    '1 core, 10 in flight: 38 requests a second, 95% of them answered within 374 ms. The core is busy 38% of the time. What would help most: twice as many in flight (74 a second) or a database in half the time (70).',
  ],
  [
    'cpu-bound',
    '1 core, 10 in flight: 10 requests a second, 95% of them answered within 1,106 ms. The core is busy 100% of the time. What would help most: twice the cores (20 a second) or a CPU twice as fast (20).',
  ],
  [
    'mixed-eight-cores',
    '8 cores, 10 in flight: 99 requests a second, 95% of them answered within 129 ms. The cores are busy 63% of the time. What would help most: twice as many in flight (160 a second).',
  ],
])('the sentence of %s says what it is and what would help most', (preset, said) => {
  expect(sentence(preset)).toBe(said);
});

test('throughput, 95th percentile and use tell two servers apart, and name the bottleneck of each [claim 52]', () => {
  const told = (preset: string) =>
    ['throughput', 'p95', 'busy'].map((name) => Math.round(fact(preset, name)));
  expect(told('io-bound')).toEqual([38, 374, 38]);
  expect(told('cpu-bound')).toEqual([10, 1106, 100]);
  expect(sentence('io-bound')).toContain('What would help most: twice as many in flight');
  expect(sentence('cpu-bound')).toContain('What would help most: twice the cores');
});

test('where two parts are full together, no single knob is a remedy', () => {
  expect(sentence('io-bound', { flight: 26 })).toBe(
    '1 core, 26 in flight: 91 requests a second, 95% of them answered within 404 ms. The core is busy 91% of the time. Doubling any one knob brings hardly more: it takes two at once.',
  );
  // Two do: cores and requests in flight.
  expect(throughputOf({ flight: 52, cores: 2 })).toBeGreaterThan(
    1.9 * throughputOf({ flight: 26 }),
  );
});

describe('a database of ten connections, all in use', () => {
  test('more in flight only makes its queue longer', () => {
    expect(fact('full-database', 'throughput')).toBeCloseTo(40, 0);
    expect(fact('full-database', 'flight-gain')).toBeLessThan(1.01);
    expect(fact('full-database', 'flight-p95')).toBeGreaterThan(1.7 * fact('full-database', 'p95'));
    expect(fact('full-database', 'queued')).toBeGreaterThan(200);
  });

  test('it says so, and that more of them would help', () => {
    expect(sentence('full-database')).toBe(
      '1 core, 20 in flight: 40 requests a second, 95% of them answered within 637 ms. The core is busy 40% of the time, and a query waits 239 ms for a connection. What would help most: a database in half the time (80 a second) or a database that serves twice as many connections (74).',
    );
  });

  test('cores and a faster CPU do nothing', () => {
    expect(fact('full-database', 'cores-gain')).toBeLessThan(1.01);
    expect(fact('full-database', 'speed-gain')).toBeLessThan(1.01);
  });
});

test('a third more is a remedy', () => {
  expect(sentence('io-bound', { flight: 20 })).toContain(
    'What would help most: a database in half the time (100 a second) or twice as many in flight (99).',
  );
});

test('a few requests a second have a decimal', () => {
  expect(sentence('io-bound', { flight: 1 })).toContain('1 in flight: 3.8 requests a second');
});

test('the table has the four remedies after the setting as it is', () => {
  const [table] = lab.tables?.(presetRun(lab, 'io-bound')) ?? [];
  expect(table?.rows.map((row) => row.join(' | '))).toEqual([
    'As it is | 38 |  | 374 | 38%',
    'Twice the cores: 2 | 38 | 1.01× | 371 | 19%',
    'Twice as many in flight: 20 | 74 | 1.94× | 384 | 74%',
    'A CPU twice as fast: 2× | 39 | 1.03× | 366 | 20%',
    'A database in half the time: 50% | 70 | 1.85× | 197 | 70%',
  ]);
});

test('six IO-bound in flight gain nothing from a second core, and 24 CPU-bound nothing over 12', () => {
  expect(fact('io-bound-six', 'throughput')).toBeCloseTo(23, 0);
  expect(fact('io-bound-six-two-cores', 'throughput')).toBeCloseTo(23, 0);
  expect(fact('cpu-bound-three-cores', 'throughput')).toBeCloseTo(30, 0);
  expect(fact('cpu-bound-three-cores-more', 'throughput')).toBeCloseTo(30, 0);
});

test('what is known of a run leaves out what would help', () => {
  const run = presetRun(lab, 'io-bound-six');
  const known = toText(lab.known?.(run) ?? []);
  expect(known).toContain('23 requests a second');
  expect(known).not.toContain('help');
});

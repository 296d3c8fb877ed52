// The cases that are written down: what each of their remedies does, which is right, and the calculations by hand.
import { toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { CASES, diagnosisOf } from './diagnosis.ts';
import type { Diagnosis, Effect } from './kinds.ts';

const at = (name: string): Diagnosis => diagnosisOf({ case: name, seed: 1 });
const p95 = (of: { readonly latencies: { readonly p95: number } }) => of.latencies.p95;
const gauge = (name: string, id: string) => at(name).gauges.find((one) => one.id === id);
const mean = (values: readonly number[]) =>
  values.reduce((sum, one) => sum + one, 0) / values.length;
const average = (name: string, id: string) => mean(gauge(name, id)?.seconds ?? []);

/** The right remedy of each case, and what each does. */
const EXPECTED: Readonly<
  Record<string, readonly [right: string, Readonly<Record<string, Effect>>]>
> = {
  'in-turn': ['together', { cores: 'same', cpu: 'same', threads: 'same', together: 'half' }],
  'full-cores': [
    'cores',
    { threads: 'higher', cores: 'half', cpu: 'lower', pool: 'same', query: 'same' },
  ],
  'small-pool': [
    'pool',
    { cores: 'same', cpu: 'same', 'fewer-threads': 'higher', pool: 'half', cache: 'lower' },
  ],
  'loop-on-16': [
    'processes',
    { cores: 'same', cpu: 'lower', pool: 'same', processes: 'half', query: 'same' },
  ],
  'took-60': [
    'own-pool',
    { query: 'same', pool: 'same', cores: 'same', 'db-cores': 'same', 'own-pool': 'half' },
  ],
  drowned: [
    'small-pool',
    { pool: 'higher', 'small-pool': 'half', threads: 'same', cores: 'same', cpu: 'same' },
  ],
  'two-in-a-row': [
    'both',
    { cores: 'same', pool: 'same', both: 'half', threads: 'same', cpu: 'same' },
  ],
  convoy: [
    'short-lock',
    { cores: 'same', threads: 'same', cpu: 'same', pool: 'same', 'short-lock': 'half' },
  ],
  hog: ['pieces', { cores: 'same', cpu: 'lower', query: 'same', pool: 'same', pieces: 'half' }],
  'retry-storm': [
    'less-retry',
    { cores: 'same', pool: 'same', threads: 'same', 'quick-retry': 'higher', 'less-retry': 'half' },
  ],
  'fine-on-average': [
    'fewer',
    { cache: 'same', cores: 'same', cpu: 'same', pool: 'same', fewer: 'half' },
  ],
  obvious: [
    'query',
    { threads: 'higher', together: 'higher', cores: 'same', cpu: 'same', query: 'half' },
  ],
};

describe.each(Object.keys(CASES))('the case %s', (name) => {
  test('has this remedy as the right one, and these effects', () => {
    const { right, outcomes } = at(name);
    const effects = Object.fromEntries(outcomes.map(({ id, effect }) => [id, effect]));
    expect([right, effects]).toEqual(EXPECTED[name]);
  });

  test('has one best remedy, by more than 5%', () => {
    const { right, outcomes } = at(name);
    const [best, ...others] = outcomes.toSorted((a, b) => p95(a) - p95(b));
    expect(best?.id).toBe(right);
    for (const other of others) expect(p95(other) * 0.95).toBeGreaterThan(p95(best ?? other));
  });

  test('has no remedy whose effect another word would fit as well', () => {
    const { before, outcomes } = at(name);
    for (const { id, latencies } of outcomes) {
      for (const boundary of [0.5, 0.9, 1.1]) {
        const from = Math.abs(latencies.p95 / before.p95 - boundary);
        expect(from, `${id}, ${boundary}`).toBeGreaterThan(0.03);
      }
    }
  });

  test('tells a story that ends with a question and names neither the answer nor the cause', () => {
    const { story, service, name: cause, outcomes } = at(name);
    const told = `${service}. ${toText(story)}`.toLowerCase();
    expect(told.endsWith('?')).toBe(true);
    expect(told).not.toContain(cause);
    for (const { label } of outcomes) expect(told).not.toContain(label.toLowerCase());
  });

  test('has a panel of a minute, each gauge told in words', () => {
    for (const { seconds, told, average: figure, full } of at(name).gauges) {
      expect(seconds).toHaveLength(60);
      expect(seconds.every((value) => value >= 0 && value <= full * 1.0001)).toBe(true);
      expect(told).toContain(figure);
    }
  });

  test('gives every remedy a reason, and all the same requests', () => {
    const { before, outcomes } = at(name);
    for (const { why, latencies } of outcomes) {
      expect(toText(why)).toMatch(/^[A-Z0-9].*\.$/);
      expect(toText(why)).not.toMatch(/NaN|undefined|Infinity/);
      expect(latencies.sorted).toHaveLength(before.sorted.length);
    }
  });
});

test('case 3 by hand: 90 a second × 50 ms keep 4.5 of 5 connections in use, and 90 × 3 ms 13% of 2 cores', () => {
  expect(average('small-pool', 'connections')).toBeCloseTo(4.5, 1);
  expect(average('small-pool', 'cores')).toBeCloseTo((90 * 3) / 20, 0);
  expect(average('small-pool', 'answered')).toBeCloseTo(90, 0);
  expect(gauge('small-pool', 'connections')?.limit).toBe(5);
  // Little's law once more: what waits, by those who come a second, is how long they wait.
  const waits = (average('small-pool', 'waiting-pool') / 90) * 1000;
  expect(at('small-pool').before.mean).toBeCloseTo(50 + 3 + waits, -1);
});

test('case 1 by hand: four queries in turn take four times 50 ms, at once 50, and 10 ms of computing', () => {
  const { before, outcomes } = at('in-turn');
  expect(before.p50).toBeCloseTo(4 * 50 + 10, -1);
  expect(outcomes.find(({ id }) => id === 'together')?.latencies.p50).toBeCloseTo(50 + 10, -1);
  // 30 a second × 10 ms of 2 cores.
  expect(average('in-turn', 'cores')).toBeCloseTo(15, 0);
});

test('case 2 by hand: 9.2 a second × 200 ms are 1.84 of 2 cores', () => {
  expect(average('full-cores', 'cores')).toBeCloseTo(92, -1);
});

test('case 4 by hand: 150 a second × 6 ms keep the loop busy for 90% of the time, which is 6% of 16 cores', () => {
  expect(average('loop-on-16', 'loop')).toBeCloseTo(90, 0);
  expect(average('loop-on-16', 'cores')).toBeCloseTo(90 / 16, 0);
});

test('case 5: the service’s log says 60 ms for a query that takes 5 in the database', () => {
  expect(gauge('took-60', 'query')?.average).toMatch(/^5/);
  expect(Number(gauge('took-60', 'query-seen')?.average)).toBeCloseTo(60, -1);
});

test('case 6 by hand: with 24 connections a query takes four times as long, and 143 a second get done', () => {
  // 24 / (40 ms × (1 + 0.2 × 16)) = 143; the pool is hardly ever less than full.
  expect(average('drowned', 'answered')).toBeCloseTo(143, -1);
  expect(at('drowned').before.p95).toBeGreaterThan(1000);
});

test('case 7: each of two remedies alone leaves nearly all of the latency, both together hardly any', () => {
  const { before, outcomes } = at('two-in-a-row');
  const left = Object.fromEntries(outcomes.map((one) => [one.id, p95(one) / before.p95]));
  expect(left.cores).toBeGreaterThan(0.9);
  expect(left.pool).toBeGreaterThan(0.9);
  expect(left.both).toBeLessThan(0.05);
});

test('case 10: three times as many requests come as users send, and most of them were sent before', () => {
  expect(
    average('retry-storm', 'sent') / (gauge('retry-storm', 'sent')?.limit ?? 0),
  ).toBeGreaterThan(2);
});

const whyOf = (name: string, remedy: string) =>
  toText(at(name).outcomes.find(({ id }) => id === remedy)?.why ?? []);

test('case 10 by hand: one retry after ten seconds prevents a storm, and would not end one', () => {
  const why = whyOf('retry-storm', 'less-retry');
  // 800 in line at 60 a second are 13 s, longer than the ten after which all of them are sent again.
  expect((average('retry-storm', 'waiting-pool') / 60) * 1000).toBeGreaterThan(10_000);
  expect(why).toMatch(/no storm begins\. It would not end one: .* are a wait of 18\.4\u00a0s/);
  expect(why).toContain('refuse new ones at the door');
});

test('case 9: exports in pieces have a price, which is said', () => {
  const { before, outcomes } = at('hog');
  const longer = (sorted: Float64Array) => sorted.filter((ms) => ms > 1000).length;
  const pieces = outcomes.find(({ id }) => id === 'pieces')?.latencies.sorted ?? before.sorted;
  expect(longer(pieces)).toBeGreaterThan(3 * longer(before.sorted));
  expect(whyOf('hog', 'pieces')).toContain(
    `${longer(pieces)} requests took longer than 1,000\u00a0ms, and ${longer(before.sorted)} without`,
  );
});

test.each([
  ['full-cores', /cores are busy 84% of the time, not 93%/],
  ['loop-on-16', /loop is busy 82% of the time, not 90%/],
  ['hog', /keeps the loop for 208\u00a0ms at a stretch, not 250\u00a0ms/],
] as const)('in %s a CPU a little faster helps, and it is said why', (name, said) => {
  expect(whyOf(name, 'cpu')).toMatch(said);
});

test('case 11: the mean is fine and the 95th percentile is not', () => {
  const { before, outcomes } = at('fine-on-average');
  expect(before.mean).toBeLessThan(100);
  expect(before.p95).toBeGreaterThan(300);
  // 31 queries × 12 ms.
  expect(before.p95).toBeCloseTo(31 * 12 + 12, -1);
  const cache = outcomes.find(({ id }) => id === 'cache');
  expect(cache?.latencies.mean).toBeLessThan(before.mean * 0.9);
});

test('case 12: what helps in case 1 makes it much worse here', () => {
  const effect = (name: string) => at(name).outcomes.find(({ id }) => id === 'together')?.effect;
  expect([effect('in-turn'), effect('obvious')]).toEqual(['half', 'higher']);
});

test('a case that there is not is refused with those that there are', () => {
  expect(() => at('pool-too-small')).toThrow(
    /case “pool-too-small”: there is none; there are in-turn,/,
  );
});

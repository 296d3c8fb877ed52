// The claims that the lessons make of this lab, each with its calculation by hand.
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { parse } from '../../src/lab-kit/later/read-value.ts';
import type { Parameter } from '../../src/lab-kit/parameters/kinds.ts';
import { defaults } from '../../src/lab-kit/parameters/values.ts';
import { charts } from './charts.ts';
import { figuresAt } from './figures.ts';
import lab from './index.ts';
import { amdahl, bound, type Setting } from './server.ts';
import { whyTheyDiffer } from './words.ts';

const fact = (preset: string, name: string, digits = 1) =>
  factValue(lab as AnyLab, preset, name, digits);
const said = (values: Partial<Setting>) =>
  toText(lab.describe?.(runOf(lab, { ...defaults(lab.parameters), ...values })) ?? []);
const setting = (values: Partial<Setting> = {}): Setting => ({
  ...defaults(lab.parameters),
  ...values,
});
const throughput = (values: Partial<Setting>) => figuresAt(setting(values)).throughput;

test('a quarter of the work behind one lock: four of eight cores work, and four threads are blocked', () => {
  // Each request holds the lock for 2.5 of its 10 ms: 1000 / 2.5 = 400 a second, and 400 × 10 ms is four cores' time.
  expect(fact('convoy', 'throughput', 0)).toBe('400');
  expect(fact('convoy', 'working')).toBe('4.0');
  expect(fact('convoy', 'blocked')).toBe('4.0');
  expect(fact('convoy', 'idle')).toBe('4.0');
  expect(fact('convoy', 'times')).toBe('4.0');
  expect(fact('convoy', 'held', 0)).toBe('100');
});

test('four cores answer as many as eight', () => {
  expect(fact('four-cores', 'throughput', 0)).toBe('400');
  expect(throughput({ cores: 5 })).toBeCloseTo(400, 0);
});

test('one core answers a hundred a second, however much of the work is inside the lock', () => {
  // 1000 / 10.
  for (const share of [0, 25, 50, 100]) {
    expect(throughput({ cores: 1, share })).toBeCloseTo(100, 0);
  }
});

test('a short lock costs nothing where requests are alike, and something where they vary', () => {
  // Eight cores: 8 × 100. The lock, held for 0.5 ms or 1 ms by each, would let 2000 or 1000 a second through.
  expect(fact('short', 'throughput', 0)).toBe('800');
  expect(fact('short-alike', 'throughput', 0)).toBe('800');
  expect(fact('no-lock', 'throughput', 0)).toBe('800');
  const varied = throughput({ share: 10, lengths: 'vary' });
  expect(varied).toBeGreaterThan(680);
  expect(varied).toBeLessThan(780);
});

test('a lock held across a call lets one request through at a time', () => {
  // 20% of 10 ms and the call: 52 ms, so 1000 / 52 = 19.2 a second. Before the lock: 8 threads, 60 ms each.
  expect(fact('held-across-a-call', 'throughput')).toBe('19.2');
  expect(fact('call-before', 'throughput')).toBe('133.3');
  expect(fact('held-across-a-call', 'hold', 0)).toBe('52');
});

test('Amdahl’s law, by hand, is below what requests that go on beside each other reach', () => {
  // 1 / (1/4 + 3/4 / 8) = 2.909.
  expect(fact('convoy', 'amdahl-times', 2)).toBe('2.91');
  // 1 / (1/2 + 1/2 / 8) = 1.778.
  expect(fact('half', 'amdahl-times', 2)).toBe('1.78');
  for (const share of [5, 10, 25, 50]) {
    expect(throughput({ share })).toBeGreaterThan(amdahl(setting({ share })));
  }
  // All or nothing inside the lock: there it says the same.
  for (const share of [0, 100]) {
    expect(amdahl(setting({ share }))).toBeCloseTo(bound(setting({ share })), 9);
  }
});

test('no setting goes beyond its bound, and it is reached where requests are alike and each thread has a core', () => {
  for (const cores of [1, 3, 8]) {
    for (const threads of [1, 4, 12]) {
      for (const share of [0, 15, 40, 100]) {
        for (const call of ['none', 'outside', 'inside'] as const) {
          const at = setting({ cores, threads, share, call });
          expect(throughput(at)).toBeLessThanOrEqual(bound(at));
          if (threads <= cores) expect(throughput(at) / bound(at)).toBeGreaterThan(0.98);
          const varied = { ...at, lengths: 'vary' } as const;
          expect(throughput(varied)).toBeLessThanOrEqual(bound(varied));
        }
      }
    }
  }
});

test('what is counted of a run adds up: a thread runs, waits for a core or is blocked', () => {
  const { working, blocked, held } = figuresAt(setting({ share: 15 }));
  // 1000 / 1.5 a second, each 10 ms of a core.
  expect(working).toBeCloseTo(6.67, 1);
  expect(working + blocked).toBeCloseTo(8, 1);
  expect(held).toBeCloseTo(1, 2);
});

test('in the drawn run a thread stands behind the one that holds the lock', () => {
  const { result } = presetRun(lab, 'convoy');
  const [, second] = result.tasks;
  // All come to the lock at 7.5 ms; the first holds it until 10.
  expect(second?.segments.slice(0, 2).map(({ state, start, end }) => [state, start, end])).toEqual([
    ['running', 0, 7.5e6],
    ['blocked', 7.5e6, 10e6],
  ]);
});

test('points of the curve are runs that the knob can be set to, with one where it stands', () => {
  const [chart] = charts(setting({ share: 35 }));
  const [simulated] = chart?.series ?? [];
  expect(simulated?.points.map(({ x }) => x)).toContain(35);
  for (const { x, y } of simulated?.points ?? []) {
    expect(parse(lab.parameters.share as Parameter, String(x))).toBe(x);
    expect(y).toBe(throughput({ share: x }));
  }
});

test('what limits a setting is told', () => {
  expect(said({})).toBe(
    '8 cores and 8 threads answer 400 requests a second. On average 4.0 of the 8 cores work, and 4.0 threads are blocked. The lock is always held: more cores or threads would change nothing.',
  );
  expect(said({ share: 5 })).toMatch(
    /threads are hardly ever blocked\. All cores are busy, so the lock costs no throughput\.$/,
  );
  // 2 cores, 8 threads: they are blocked, and have no core to miss.
  expect(said({ cores: 2 })).toMatch(
    /4\.\d threads are blocked\. All cores are busy, so the lock costs no throughput\. The blocked threads would otherwise wait for a core\.$/,
  );
  expect(said({ cores: 1, threads: 1 })).toBe(
    '1 core and 1 thread answer 100 requests a second. On average the core works 100% of the time, and threads are hardly ever blocked. The core is busy, so the lock costs no throughput.',
  );
  expect(said({ threads: 2 })).toContain('more threads would answer more');
  expect(said({ share: 20, call: 'inside' })).toContain(
    'mostly by a thread that waits for its call',
  );
  expect(said(presetValues(lab, 'short-varied'))).toMatch(
    /The lock is held for only 7\d% of the time, but several threads ask for it at once\.$/,
  );
});

test('the sentence under the curve has no other bound than the curve', () => {
  const boundIn = (values: Partial<Setting>) => {
    const [chart] = charts(setting(values));
    const curve = chart?.series.find(({ label }) => label === 'upper bound');
    return curve?.points.find(({ x }) => x === setting(values).share)?.y;
  };
  expect(boundIn({ share: 5 })).toBe(800);
  expect(whyTheyDiffer(setting({ share: 5 }))).toContain(
    'The lock would let 2,000 a second through, but 8 cores can do at most 800.',
  );
  const before = { share: 20, call: 'outside' } as const;
  expect(boundIn(before)).toBeCloseTo(133.3, 1);
  expect(whyTheyDiffer(setting(before))).toContain(
    'The lock would let 500 a second through, but 8 threads that take 60\u00a0ms a request make at most 133.',
  );
  expect(whyTheyDiffer(setting({ threads: 1 }))).toContain(
    'but 1 thread that takes 10\u00a0ms a request makes at most 100.',
  );
});

test('Amdahl’s law has no curve where a request makes a call: it is about computing alone', () => {
  const curves = (call: Setting['call']) =>
    charts(setting({ share: 20, call }))[0]?.series.map(({ label }) => label);
  expect(curves('none')).toEqual(['simulated', 'upper bound', 'Amdahl’s law']);
  for (const call of ['outside', 'inside'] as const) {
    expect(curves(call)).toEqual(['simulated', 'upper bound']);
    expect(whyTheyDiffer(setting({ share: 20, call }))).not.toContain('Amdahl');
  }
});

test('why the curves differ is told with the figures of the setting', () => {
  const why = whyTheyDiffer(setting());
  expect(why).toContain('holds the lock for 2.5\u00a0ms, so at most 400 a second');
  expect(why).toContain('Amdahl’s law says 2.9 times');
  expect(whyTheyDiffer(setting({ lengths: 'vary' }))).toContain(
    'below the bound where lengths vary',
  );
  expect(whyTheyDiffer(setting({ share: 0 }))).toContain('Without a lock');
  expect(whyTheyDiffer(setting({ share: 100 }))).toContain('all three curves meet');
  expect(whyTheyDiffer(setting({ share: 20, call: 'inside' }))).toContain('held across the call');
});

test('a lock that is held all the time is told so, whatever a computer rounds', () => {
  for (let share = 0; share <= 100; share += 5) {
    const told = said({ cores: 7, threads: 8, share, call: 'inside' });
    expect(told, `${share}%`).toContain('The lock is always held, mostly by a thread that waits');
  }
});

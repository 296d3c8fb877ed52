// The claims that the lessons make of this lab, and its runs held against theory.
import { simulate, toText } from '@interleave/simulation';
import { meanValueAnalysis } from '@interleave/simulation/theory';
import { describe, expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { axesOf } from '../../src/lab-kit/figures/curves/axes.ts';
import { across, valueAt } from '../../src/lab-kit/figures/curves/words.ts';
import { type AnyLab, presetRun, runOf } from '../../src/lab-kit/lab.ts';
import { parse } from '../../src/lab-kit/later/read-value.ts';
import type { Parameter, Stops } from '../../src/lab-kit/parameters/kinds.ts';
import { defaults } from '../../src/lab-kit/parameters/values.ts';
import { costChart, overThreads, settingsOver, sharesOverThreads } from './charts.ts';
import {
  bound,
  costAt,
  fillsAt,
  kneeOf,
  MEASURED_COSTS,
  type Setting,
  threadsOnACore,
} from './core.ts';
import { longRun, runAt } from './figures.ts';
import { count, partOfSecond, share, time } from './in-words.ts';
import lab from './index.ts';
import { kneeInWords, reasonsOf } from './words.ts';

const fact = (preset: string, name: string, digits = 1) =>
  factValue(lab as AnyLab, preset, name, digits);
const setting = (values: Partial<Setting> = {}): Setting => ({
  ...defaults(lab.parameters),
  ...values,
});
const said = (values: Partial<Setting>) =>
  toText(lab.describe?.(runOf(lab, setting(values))) ?? []).replaceAll('\u00a0', ' ');

const POINTS = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10_000];
/** Settings of all kinds: short and long bursts, all waits, cheap and dear switches. */
const KINDS: readonly Partial<Setting>[] = [
  {},
  { grows: false },
  { burst: 1000 },
  { burst: 10_000, wait: 50_000 },
  { burst: 100_000, wait: 0 },
  { wait: 0 },
  { wait: 10_000_000 },
  { burst: 1, wait: 100, cost: 10 },
  { burst: 1, wait: 0, cost: 50 },
];
const everywhere = KINDS.flatMap((kind) => POINTS.map((threads) => setting({ ...kind, threads })));
const named = ({ threads, burst, wait, cost, grows }: Setting) =>
  `${threads} threads, ${burst} µs, wait ${wait} µs, switch ${cost} µs${grows ? ', growing' : ''}`;

describe('what a switch costs', () => {
  test('is what was measured, with 2, 1,000 and 10,000 runnable, and as many times more as the knob says [claim 45]', () => {
    for (const { runnable, cost } of MEASURED_COSTS) {
      expect(costAt(setting(), runnable)).toBeCloseTo(cost, 3);
      expect(costAt(setting({ cost: 12 }), runnable)).toBeCloseTo(10 * cost, 2);
      expect(costAt(setting({ grows: false }), runnable)).toBe(1.2);
    }
  });

  test('is 2.8 µs with 10,000 runnable, and 1.2 µs with 10,000 asleep [claim 46]', () => {
    expect(fact('runnable', 'cost')).toBe('2.8');
    expect(fact('asleep', 'cost')).toBe('1.2');
    expect(fact('runnable', 'runnable', 0)).toBe('10000');
    expect(fact('asleep', 'runnable', 2)).toBe('0.01');
  });
});

describe('what switching takes', () => {
  test('bursts of 5 µs: from 19% with two runnable threads to 36% with 10,000 [claim 46]', () => {
    // 1.2 / 6.2, and 2.8 / 7.8.
    expect(fact('two-runnable', 'switching')).toBe('19.4');
    expect(fact('runnable', 'switching')).toBe('35.9');
  });

  test('500 threads that wait for 1 ms: a fifth, and less than the 162 of the knee could do', () => {
    // n of them are runnable: 500 = n + 1000 / (5 + c), and c = 1.2 + 0.5 (n − 2) / 998: n = 343, c = 1.37.
    expect(fact('short', 'runnable', 0)).toBe('343');
    expect(fact('short', 'cost', 2)).toBe('1.37');
    // 1.37 / 6.37.
    expect(fact('short', 'switching', 0)).toBe('21');
    expect(fact('short', 'work', 0)).toBe('79');
    expect(fact('short', 'idle')).toBe('0.0');
    expect(fact('short', 'knee', 0)).toBe('162');
    expect(fact('short', 'throughput', 0)).toMatch(/^157\d\d\d$/);
    expect(fact('short', 'latency')).toBe('2.2');
  });

  test('slices of 4 ms: 0.03%, with 10,000 threads 0.07%', () => {
    // 1.25 / 4001.25 with 100 runnable; 2.8 / 4002.8.
    expect(fact('slice', 'switching', 2)).toBe('0.03');
    expect(
      runAt(setting({ threads: 10_000, burst: 100_000, wait: 0 })).switching * 100,
    ).toBeCloseTo(0.07, 2);
  });

  test('bursts of 1 ms: 0.1%, with 10,000 threads 0.3%', () => {
    // 1.45 / 1001.45.
    expect(fact('millisecond', 'switching')).toBe('0.1');
    expect(runAt(setting({ threads: 10_000, burst: 1000 })).switching * 100).toBeCloseTo(0.28, 2);
  });

  test('a pool of 200 threads that compute loses hardly more than one of 8', () => {
    // A turn of 4 ms has a switch of 1.2 or 1.3 µs before it.
    expect(fact('pool-8', 'switching', 2)).toBe('0.03');
    expect(fact('pool-200', 'switching', 2)).toBe('0.03');
    // 200 bursts of 100 ms beside each other take 25 times as long as 8.
    expect(
      Number(fact('pool-200', 'latency', 3)) / Number(fact('pool-8', 'latency', 3)),
    ).toBeCloseTo(25, 1);
  });

  test('a switch as cheap as a goroutine’s: 1.2% [claim 49]', () => {
    // 0.06 / 5.06.
    expect(fact('light', 'switching')).toBe('1.2');
  });

  test('the shares are the whole second', () => {
    for (const at of everywhere) {
      const { work, switching, idle } = runAt(at);
      expect(work + switching + idle, named(at)).toBeCloseTo(1, 6);
    }
  });
});

describe('against theory', () => {
  test('no setting passes the bound, by more than the ends of a run make', () => {
    const every = <T>(values: readonly T[], n: number) => values.filter((_, i) => i % n === 0);
    const valuesOf = (name: keyof typeof lab.parameters) =>
      (lab.parameters[name] as Stops).options.map(({ value }) => value as number);
    const few = [1, 2, 3, 5, 10, 50].flatMap((threads) =>
      every(valuesOf('burst'), 3).flatMap((burst) =>
        every(valuesOf('wait'), 2).flatMap((wait) =>
          [0.06, 1.2, 50].map((cost) => setting({ threads, burst, wait, cost })),
        ),
      ),
    );
    for (const at of [...everywhere, ...few]) {
      expect(longRun(at, 500).throughput / bound(at), named(at)).toBeLessThanOrEqual(1.002);
    }
    // Two threads that hardly compute have the core back straight after one burst in two.
    const dear = setting({ threads: 2, burst: 1, wait: 100, cost: 50 });
    expect(runAt(dear).throughput).toBeLessThan(bound(dear));
    expect(bound(dear)).toBeCloseTo(2e6 / (100 + 1 + 25), 6);
  });

  test('so many threads fill the core as is said: those hardly idle, and fewer do', () => {
    for (const kind of [{ grows: false }, { burst: 1000 }, { burst: 500, wait: 2000 }]) {
      const least = fillsAt(setting(kind), 10_000) ?? Number.NaN;
      expect(least, JSON.stringify(kind)).toBeGreaterThan(kneeOf(setting(kind)));
      expect(longRun(setting({ ...kind, threads: least }), 20_000).idle).toBeLessThan(0.01);
      const fewer = setting({ ...kind, threads: Math.floor(kneeOf(setting(kind))) });
      expect(longRun(fewer, 20_000).idle).toBeGreaterThan(0.03);
    }
    expect(fillsAt(setting({ wait: 10_000_000 }), 10_000)).toBeNull();
  });

  test('a switch as dear whatever the queue: the bound is reached with five times the knee, and nearly at a fifth', () => {
    for (const kind of [{ grows: false }, { grows: false, burst: 50 }, { grows: false, cost: 5 }]) {
      const at = (threads: number) => setting({ ...kind, threads: Math.round(threads) });
      const knee = kneeOf(setting(kind));
      for (const threads of [knee * 5, knee * 20]) {
        expect(runAt(at(threads)).throughput / bound(at(threads))).toBeCloseTo(1, 3);
      }
      expect(runAt(at(knee / 5)).throughput / bound(at(knee / 5))).toBeGreaterThan(0.985);
    }
  });

  test('the knee is where the two straight ends of the simulated curve meet, within 1%', () => {
    for (const kind of [{}, { burst: 20 }, { wait: 10_000 }, { cost: 5 }]) {
      const few = setting({ ...kind, grows: false, threads: 10 });
      const many = setting({ ...kind, grows: false, threads: 10_000 });
      const meet = runAt(many).throughput / (runAt(few).throughput / few.threads);
      expect(meet / kneeOf(few), named(few)).toBeGreaterThan(0.99);
      expect(meet / kneeOf(few), named(few)).toBeLessThan(1.01);
    }
  });

  test('beyond the knee, a growing cost comes to its fixed point: who does not wait stands in line, within 0.5%', () => {
    for (const kind of [{}, { cost: 5 }, { burst: 20 }, { wait: 0 }]) {
      for (const threads of [500, 1000, 2000, 5000, 10_000]) {
        const at = setting({ ...kind, threads });
        let runnable = threads;
        for (let i = 0; i < 200; i += 1) {
          runnable = threads - at.wait / (at.burst + costAt(at, Math.max(1, Math.round(runnable))));
        }
        const { throughput, latency } = runAt(at);
        const expected = 1e6 / (at.burst + costAt(at, Math.round(runnable)));
        expect(Math.abs(throughput / expected - 1), named(at)).toBeLessThan(0.005);
        expect(Math.abs(latency / ((1e6 * threads) / expected - at.wait) - 1)).toBeLessThan(0.01);
      }
    }
  });

  test('below the knee it comes to the exact figures of machines that break down and one that repairs them', () => {
    // Waits are exponential and each burst with its switch takes as long as any other. Takács, Introduction to the Theory
    // of Queues (1962): 1 / P(idle) = 1 + N λ D Σ C(N − 1, k) Π (exp(i λ D) − 1), i from 1 to k.
    for (const kind of [{ grows: false }, { grows: false, burst: 10, wait: 2000 }]) {
      for (const threads of [50, 80, 100, 120]) {
        const at = setting({ ...kind, threads });
        const each = at.burst + at.cost;
        let term = 1;
        let sum = 0;
        for (let k = 0; k < threads; k += 1) {
          sum += term;
          term *= ((threads - 1 - k) / (k + 1)) * Math.expm1(((k + 1) * each) / at.wait);
        }
        const idle = 1 / (1 + ((threads * each) / at.wait) * sum);
        const throughput = (1e6 * (1 - idle)) / each;
        const latency = (1e6 * threads) / throughput - at.wait;
        const run = longRun(at, 20_000);
        expect(Math.abs(run.throughput / throughput - 1), named(at)).toBeLessThan(0.002);
        expect(Math.abs(run.latency / latency - 1), named(at)).toBeLessThan(0.04);
        expect(Math.abs(runAt(at).latency / latency - 1), named(at)).toBeLessThan(0.15);
      }
    }
  });

  test('it lies between what bursts that vary would give and the bound', () => {
    // Mean value analysis is exact for exponential times at the core; times that are all alike queue less.
    const knee = 162;
    const exact = meanValueAnalysis([0.0062], 1, 300);
    for (const threads of [20, 50, 100, 140, knee, 200, 300]) {
      const at = setting({ threads, grows: false });
      const { throughput, latency } = runAt(at);
      const varied = exact[threads - 1];
      // Saved switches and chance: half a per cent.
      expect(throughput, named(at)).toBeGreaterThan((varied?.throughput ?? 0) * 0.995);
      expect(throughput, named(at)).toBeLessThanOrEqual(bound(at) * 1.0005);
      expect(latency / 1000, named(at)).toBeLessThan((varied?.response ?? 0) * 1.03);
    }
  });

  test('with exponential bursts and switches for nothing, the same threads come to mean value analysis, within 2%', () => {
    for (const threads of [20, 100, 200, 300]) {
      const at = setting({ threads, grows: false, cost: 0 });
      const fixed = threadsOnACore(at, 400_000);
      const trace = simulate({
        ...fixed,
        switchCost: 0 as never,
        tasks: fixed.tasks.map((task) => ({
          ...task,
          steps: task.steps.map((step) =>
            step.kind === 'cpu' ? { ...step, duration: { mean: 5000 as never } } : step,
          ),
        })),
      });
      const busy = (trace.cores[0]?.segments ?? [])
        .filter(({ state, start }) => state === 'running' && start > 4e7)
        .reduce((sum, { start, end }) => sum + end - start, 0);
      const expected = meanValueAnalysis([0.005], 1, threads)[threads - 1]?.throughput ?? 0;
      expect(busy / 3.6e8 / ((expected * 0.005) / 1000), `${threads} threads`).toBeCloseTo(1, 1);
      expect(Math.abs(busy / 3.6e8 / ((expected * 0.005) / 1000) - 1)).toBeLessThan(0.02);
    }
  });

  test('a run ten times as long comes to the same: throughput within 1%, latency within 5%', () => {
    for (const kind of [{}, { wait: 10_000, cost: 5 }, { burst: 50 }]) {
      for (const threads of [10, 100, 200, 1000]) {
        const at = setting({ ...kind, threads });
        const long = longRun(at, 10_000);
        expect(Math.abs(runAt(at).throughput / long.throughput - 1), named(at)).toBeLessThan(0.01);
        expect(Math.abs(runAt(at).latency / long.latency - 1), named(at)).toBeLessThan(0.05);
      }
    }
  });

  test('Little’s law: threads that run or want the core are those that do not wait', () => {
    for (const at of everywhere) {
      const { throughput, runnable } = runAt(at);
      expect(runnable + (throughput * at.wait) / 1e6, named(at)).toBeCloseTo(at.threads, 6);
    }
  });
});

describe('the stretch that is drawn', () => {
  test('begins with a turn, shows a handful of bursts, and tiles its length', () => {
    for (const at of everywhere) {
      const { length, segments } = runAt(at).stretch;
      expect(segments[0]?.start, named(at)).toBe(0);
      expect(segments[0]?.state, named(at)).not.toBe('idle');
      expect(segments.at(-1)?.end, named(at)).toBeCloseTo(length, 6);
      for (const [i, one] of segments.entries()) {
        if (i > 0) expect(one.start).toBeCloseTo(segments[i - 1]?.end ?? -1, 6);
      }
    }
  });

  test('500 threads with bursts of 5 µs: each burst has a switch before it, and another thread', () => {
    const { length, segments } = runAt(setting()).stretch;
    expect(length).toBe(50);
    const states = segments.map(({ state }) => state);
    expect(states.slice(0, 4)).toEqual(['switching', 'running', 'switching', 'running']);
    expect(states).not.toContain('idle');
    const threads = segments.flatMap(({ state, thread }) => (state === 'running' ? [thread] : []));
    expect(new Set(threads).size).toBe(threads.length);
    for (const { state, start, end } of segments.slice(0, 6)) {
      expect(end - start).toBeCloseTo(state === 'running' ? 5 : 1.37, 1);
    }
  });

  test('threads that compute for longer give way after 4 ms [claim 35]', () => {
    const { segments } = presetRun(lab, 'slice').result.stretch;
    const turns = segments.filter(({ state }) => state === 'running').slice(0, -1);
    expect(turns.length).toBeGreaterThan(4);
    for (const { start, end } of turns) expect(end - start).toBeCloseTo(4000, 6);
  });
});

describe('the charts', () => {
  test('have thirteen points, each a run that the knob can be set to, with one where it stands', () => {
    for (const threads of [1, 3, 8, 30, 80, 500, 8000, 10_000]) {
      const at = setting({ threads });
      const xs = settingsOver(at).map((one) => one.threads);
      expect(xs).toHaveLength(13);
      expect(xs).toContain(threads);
      expect(xs).toEqual(xs.toSorted((a, b) => a - b));
      const standing = lab.parameters.threads as Parameter;
      for (const x of xs) expect(parse(standing, String(x))).toBe(x);
      for (const chart of [...sharesOverThreads(at), ...overThreads(at)]) {
        expect(chart.series[0]?.points.map(({ x }) => x)).toEqual(xs);
      }
    }
  });

  test('show the figures of the runs', () => {
    const [shares] = sharesOverThreads(setting());
    const [throughput, latency] = overThreads(setting());
    for (const threads of POINTS) {
      const run = runAt(setting({ threads }));
      const at = (chart: typeof shares, series: number) =>
        valueAt(chart?.series[series] as never, threads);
      expect(at(shares, 0)).toBe(run.work * 100);
      expect(at(shares, 1)).toBe(run.switching * 100);
      expect(at(throughput, 0)).toBe(run.throughput / 1000);
      expect(at(latency, 0)).toBe(run.latency);
    }
  });

  test('have the knee where the formula puts it, and all columns on the axis', () => {
    const [throughput] = overThreads(setting());
    // (1000 + 5 + 1.2) / (5 + 1.2).
    expect(throughput?.x.knee).toEqual({ at: kneeOf(setting()), words: 'knee, 162' });
    expect(kneeOf(setting())).toBeCloseTo(162.3, 1);
    const [shares] = sharesOverThreads(setting());
    const { x, y } = axesOf(shares as NonNullable<typeof shares>);
    expect(x.from).toBeLessThan(1);
    expect(x.to).toBeGreaterThan(10_000);
    expect(y.to).toBe(100);
  });

  test('the line of the cost goes through what was measured, and is marked where this run stands', () => {
    const [chart] = costChart(setting());
    const [line, measured, asleep] = chart?.series ?? [];
    for (const { x, y } of measured?.points ?? []) {
      expect(valueAt(line as never, x)).toBeCloseTo(y, 3);
    }
    expect(asleep?.points).toEqual([{ x: 10_000, y: 1.2 }]);
    expect(chart?.x.here).toBe(343);
    expect(across(chart as NonNullable<typeof chart>, 4861)).toBe('Runnable threads 4,860');
    expect(valueAt(line as never, 343)).toBeCloseTo(1.37, 2);
    // No thread is runnable most of the time: the least that a switch can find is the thread that it goes to.
    expect(costChart(setting({ threads: 10_000, wait: 10_000_000 }))[0]?.x.here).toBe(1);
  });
});

describe('what is said', () => {
  test('beyond the knee: what fills the core, and what more threads do to it', () => {
    expect(said({})).toBe(
      '500 threads with bursts of 5 µs and waits of 1 ms keep the core busy all the time: 79% work and 21% switching. 162 threads would fill the core if their bursts never met; because they do, it takes about 178. With 500, each burst waits longer, and a switch takes 1.37 µs instead of 1.2 µs: throughput is 2.6% lower.',
    );
    expect(said({ threads: 10_000 })).toMatch(/throughput is 20% lower\.$/);
    expect(said({ grows: false })).toMatch(/With 500, each burst only waits longer\.$/);
  });

  test('of the share that throughput is lower: it is what the chart shows', () => {
    const { throughput } = runAt(setting({ threads: 10_000 }));
    expect(share(1 - throughput / bound(setting({ threads: 10_000 })))).toBe('20%');
  });

  test('with long bursts two would fill the core, and do not', () => {
    const busy =
      /2 threads would fill the core if their bursts never met; because they do, it takes about 4\./;
    expect(said({ burst: 1000 })).toMatch(busy);
    expect(said({ burst: 1000, threads: 2 })).toMatch(busy);
    expect(said({ burst: 1000, threads: 2 })).toContain('busy for 70% of the time');
    expect(said({ burst: 1000, threads: 5 })).toContain('keep the core busy all the time');
    expect(kneeInWords(setting({ burst: 1000 }))).toMatch(/They do meet, so it takes about 4\.$/);
  });

  test('below the knee, and of one thread', () => {
    expect(said({ threads: 100 })).toMatch(
      /^100 threads with .* for 6\d% of the time: 49% work and 12% switching\. 162 threads would fill the core if their bursts never met; because they do, it takes about 178\.$/,
    );
    expect(said({ threads: 1 })).toMatch(
      /^One thread with bursts of 5 µs and waits of 1 ms keeps the core busy for 0.5% of the time: 0.5% work and 0% switching\./,
    );
  });

  test('one thread is one, and where one fills the core no more are asked for', () => {
    for (const threads of [1, 2, 8]) {
      for (const burst of [5, 1000, 20_000, 100_000]) {
        for (const wait of [0, 100, 1000]) {
          expect(said({ threads, burst, wait })).not.toMatch(
            /\b1 threads|1 such threads|about 1\b/,
          );
        }
      }
    }
    expect(said({ threads: 8, burst: 100_000, wait: 1000 })).toContain(
      'One thread would nearly fill the core; it takes 2 to fill it.',
    );
    expect(said({ threads: 3, burst: 100_000, wait: 100 })).toContain(
      'One thread would keep the core busy. With 3, each burst only waits longer.',
    );
    expect(said({ threads: 1, burst: 5000, wait: 1000 })).toMatch(
      / 2 threads would fill the core\.$/,
    );
    const alone = reasonsOf(runOf(lab, setting({ threads: 1, cost: 50 })));
    expect(alone.what).toContain('it never switches');
  });

  test('of threads that never wait', () => {
    expect(said({ threads: 10_000, wait: 0 })).toBe(
      '10,000 threads that never wait, with bursts of 5 µs, keep the core busy all the time: 64% work and 36% switching. One thread would keep the core busy without any switch.',
    );
    expect(said({ threads: 100, burst: 100_000, wait: 0 })).toBe(
      '100 threads that never wait, with bursts of 100 ms, in slices of 4 ms, keep the core busy all the time: 99.97% work and 0.03% switching. One thread would keep the core busy without any switch.',
    );
    expect(said({ threads: 1, wait: 0 })).toBe(
      'One thread that never waits keeps the core busy all the time: 100% work and 0% switching. With no other thread in the run queue, it never has to switch.',
    );
  });

  test('a thread that never waits is idle for nothing at all, however short its bursts', () => {
    const alone = runAt(setting({ threads: 1, burst: 1, wait: 0, cost: 50 }));
    expect([alone.work, alone.switching, alone.idle]).toEqual([1, 0, 0]);
    expect(alone.stretch.length).toBe(10);
    expect(alone.stretch.segments.map(({ state }) => state)).not.toContain('idle');
  });

  test('of threads that wait nearly all the time', () => {
    expect(said({ threads: 10_000, wait: 10_000_000 })).toBe(
      '10,000 threads with bursts of 5 µs and waits of 10 s keep the core busy for 0.62% of the time: 0.5% work and 0.12% switching. Nearly all of them are waiting, so a switch costs 1.2 µs, as it does with two threads.',
    );
    expect(said({ threads: 1, burst: 1, wait: 10_000_000 })).toContain(
      'busy for less than 0.01% of the time: less than 0.01% work and 0% switching',
    );
  });

  test('what a question holds back: what other numbers of threads would give', () => {
    const run = presetRun(lab, 'short');
    expect(toText(lab.known?.(run) ?? [])).not.toContain('162');
    expect(toText(lab.known?.(run) ?? [])).toContain('21% switching');
  });

  test('under the charts: the range of shares is what the runs come to', () => {
    const [, , how] = reasonsOf(presetRun(lab, 'short')).remarks;
    const text = how?.text.replaceAll('\u00a0', ' ') ?? '';
    expect(text).toContain('bursts of 5 µs, switching takes 19% to 36%');
    const switching = (values: Partial<Setting>) => runAt(setting(values)).switching * 100;
    expect(switching({ threads: 2, wait: 0 })).toBeCloseTo(19, 0);
    expect(switching({ threads: 10_000, wait: 0 })).toBeCloseTo(36, 0);
    expect(text).toContain('1 ms it takes 0.1% to 0.3%');
    expect(switching({ threads: 2, wait: 0, burst: 1000 })).toBeCloseTo(0.1, 1);
    expect(switching({ threads: 10_000, wait: 0, burst: 1000 })).toBeCloseTo(0.3, 1);
    expect(text).not.toContain('slice');
    const [, , long] = reasonsOf(presetRun(lab, 'slice')).remarks;
    expect(long?.text.replaceAll('\u00a0', ' ')).toContain(
      'slice of 4 ms is over lose 0.03% to 0.07%',
    );
    expect(switching({ threads: 2, wait: 0, burst: 100_000 })).toBeCloseTo(0.03, 2);
  });
});

test('numbers are written with no more digits than a reader can use', () => {
  expect(
    [5, 2182.3, 76_805, 1_000_270_000].map(time).map((text) => text.replace('\u00a0', ' ')),
  ).toEqual(['5 µs', '2.18 ms', '76.8 ms', '1,000 s']);
  expect([0, 0.0003, 0.0312, 0.0786, 0.786, 0.9997, 1].map(share)).toEqual([
    '0%',
    '0.03%',
    '3.1%',
    '7.9%',
    '79%',
    '99.97%',
    '100%',
  ]);
  expect([0, 0.00031, 0.786, 0.99969, 1].map(partOfSecond)).toEqual(
    ['0', '0.31', '786', '999.69', '1,000'].map((figure) => `${figure}\u00a0ms`),
  );
  expect([1e-7, 1 - 1e-7, 1e-14].map(share)).toEqual(['less than 0.01%', 'more than 99.99%', '0%']);
  expect([1e-7, 1 - 1e-7, 1e-14].map(partOfSecond)).toEqual(
    ['less than 0.01', 'more than 999.99', '0'].map((figure) => `${figure}\u00a0ms`),
  );
  expect([1, 6.04, 162.29, 1_612_904].map(count)).toEqual(['1', '6', '162', '1,610,000']);
});

// The claims that the lessons make of this lab.
import { toText } from '@interleave/simulation';
import { describe, expect, test } from 'vitest';
import { factValue } from '../../src/lab-kit/facts.ts';
import { type AnyLab, presetRun, presetValues, runOf } from '../../src/lab-kit/lab.ts';
import { readLink } from '../../src/lab-kit/later/read-link.ts';
import { follow } from './by-hand.ts';
import { charts } from './charts.ts';
import { longestWait, meanLatency } from './facts.ts';
import lab from './index.ts';

const start = presetValues(lab, 'slice');
const run = (values: Partial<typeof start>) => runOf(lab, { ...start, ...values });
const said = (values: Partial<typeof start>) =>
  toText(lab.describe?.(run(values)) ?? []).replaceAll('\u00a0', ' ');

test('a hog starves the others without preemption, and no longer with a slice [claim 35]', () => {
  expect(factValue(lab, 'hog-run-to-block', 'first-answer', 0)).toBe('61');
  expect(factValue(lab, 'hog-slice', 'first-answer', 0)).toBe('5');
  expect(factValue(lab, 'run-to-block', 'first-answer', 0)).toBe('61');
  expect(said({})).toBe(
    'A gives its first answer at 5 ms. The hog wants the core for 60 ms, but the scheduler takes it away after a slice of 4 ms. Without preemption it would be 61 ms.',
  );
  expect(said({ slice: null })).toContain('With a slice of 4 ms it would be 5 ms.');
});

test('what a question asks for is not in the sentence that is said meanwhile', () => {
  const known = toText(lab.known?.(run({ slice: null })) ?? []);
  expect(known).toContain('61');
  expect(known).not.toContain('With a slice');
});

test('whoever has less to do, or comes first by priority, passes the hog at once [claim 34]', () => {
  expect(said({ policy: 'shortest' })).toContain('first answer at 2 ms');
  expect(said({ policy: 'priority' })).toContain('first answer at 2 ms');
  expect(said({ policy: 'fair' })).toContain('first answer at 5 ms');
  expect(said({ cores: 2 })).toContain('first answer at 2 ms');
});

test('two that compute need as long together, however they take turns', () => {
  for (const slice of [1, 4, 20, null]) {
    const { tasks } = run({ work: 'pair', slice }).result;
    expect(Math.max(...tasks.map(({ end }) => end ?? 0))).toBe(24e6);
  }
});

test('a thread that waits leaves its core to another, and stands in the queue again when its answer comes [claim 36]', () => {
  const lives = presetRun(lab, 'handover').result.tasks.map(({ name, segments }) =>
    [name, ...segments.map(({ state, start, end }) => `${state} ${start / 1e6}–${end / 1e6}`)].join(
      ', ',
    ),
  );
  expect(lives).toEqual([
    'A, running 0–4, waiting 4–10, runnable 10–13, running 13–15',
    'B, runnable 0–4, running 4–13',
  ]);
});

test('with slices of 4 ms two that compute lose the core after 4 ms each, in turn [claim 35]', () => {
  const turns = presetRun(lab, 'pair').result.cores[0]?.segments.map(
    ({ task, start, end }) => `${'AB'[task ?? -1]} ${start / 1e6}–${end / 1e6}`,
  );
  expect(turns).toEqual(['A 0–4', 'B 4–8', 'A 8–12', 'B 12–16', 'A 16–20', 'B 20–24']);
});

test('a thousand threads that mostly wait keep up on one core [claim 37]', () => {
  const { result } = presetRun(lab, 'thousand');
  expect(result.tasks.every(({ end }) => end !== null)).toBe(true);
  expect(longestWait(result)).toBeLessThan(1);
  expect(said({ work: 'thousand' })).toContain('1,000 threads share one core');
});

describe('the longest wait for the core', () => {
  test('grows with the slice, and with what a switch costs', () => {
    const [bySlice, byCost] = charts(start);
    const [curve, without] = bySlice?.series ?? [];
    expect(curve?.points.at(0)?.y).toBeLessThan(curve?.points.at(-1)?.y ?? 0);
    expect(without?.points.every(({ y }) => y === 59)).toBe(true);
    const costs = byCost?.series[0]?.points.map(({ y }) => y) ?? [];
    expect(costs).toEqual(costs.toSorted((a, b) => a - b));
    expect(costs.at(0)).toBeLessThan(costs.at(-1) ?? 0);
  });

  test('is in the charts what it is in the runs', () => {
    for (const chart of charts({ ...start, cost: 0.3 })) {
      for (const { x, y } of chart.series[0]?.points ?? []) {
        const { result } = run({ cost: 0.3, [chart.x.parameter as string]: x });
        expect([chart.id, x, y]).toEqual([chart.id, x, longestWait(result)]);
      }
    }
  });
});

describe('by hand', () => {
  const done = 'BCCCCDDBAAAAAAAA';

  test('a schedule that is done stands beside round robin and shortest remaining first', () => {
    const values = { ...start, work: 'jobs', policy: 'you', moves: done } as const;
    expect(follow('jobs', done).refused).toBeNull();
    expect(meanLatency(run(values).result)).toBe(8.25);
    expect(said(values)).toBe(
      'Your schedule has a mean latency of 8.25 ms. Round robin with a slice of 2 ms has 11.75 ms, and shortest remaining first has 8 ms.',
    );
  });

  test('one that is not done says how far it is', () => {
    expect(said({ work: 'jobs', policy: 'you', moves: 'BAAACCC' })).toBe(
      'You have scheduled 7 ms, and 9 ms of work is left.',
    );
  });

  test('no order of the four jobs has a smaller mean latency than shortest remaining first', () => {
    let best = Number.POSITIVE_INFINITY;
    const seen = new Map<string, number>();
    const go = (moves: string) => {
      const { threads, now, ...schedule } = follow('jobs', moves);
      const trace = schedule.trace();
      const ended = threads.filter(({ state }) => state === 'ended').length;
      const key = JSON.stringify([
        now,
        threads.map(({ left, until, state }) => [left, until, state]),
      ]);
      // The sum of latencies so far: threads that have come and not ended, over time.
      const sum = trace.tasks.reduce(
        (total, { arrival, end }) => total + Math.max(0, (end ?? now * 1e6) - arrival),
        0,
      );
      if ((seen.get(key) ?? Number.POSITIVE_INFINITY) <= sum) return;
      seen.set(key, sum);
      if (ended === threads.length) best = Math.min(best, meanLatency(trace));
      for (const { letter, state } of threads) if (state === 'ready') go(moves + letter);
    };
    go('');
    expect(best).toBe(8);
    expect(meanLatency(run({ work: 'jobs', policy: 'shortest' }).result)).toBe(best);
  });

  test('a link’s impossible move is told, and its legal beginning made', () => {
    const { values, warnings } = readLink(lab as AnyLab, '?work=jobs&policy=you&moves=BBA');
    expect(values.moves).toBe('B');
    expect(warnings).toEqual([
      'Move 2 of 3, B, cannot be made: B waits until 6 ms. The first is made.',
    ]);
  });

  test('a thousand threads are not scheduled by hand, and the reader is told', () => {
    expect(() => run({ work: 'thousand', policy: 'you' })).toThrow('too many to schedule by hand');
  });
});

// What is said of a prediction and of a remedy: right or not, and whether another helps more.
import { expect, test } from 'vitest';
import type { Diagnosis, Effect, Latencies, Outcome } from './kinds.ts';
import { bounds, verdict, whetherBest } from './said.ts';

const within = (p95: number) => ({ p95 }) as Latencies;
const before = within(400);
const remedy = (id: string, p95: number, effect: Effect) =>
  ({ id, label: `the ${id}`, latencies: within(p95), effect }) as Outcome;

const pool = remedy('pool', 168, 'half');
const cache = remedy('cache', 300, 'lower');
const cores = remedy('cores', 400, 'same');
const threads = remedy('threads', 600, 'higher');
const diagnosis = {
  before,
  outcomes: [pool, cache, cores, threads],
  right: 'pool',
} as unknown as Diagnosis;

test.each([
  [pool, 'half', 'Right: it falls to 42%.'],
  [pool, 'lower', 'Not quite: it falls to 42%, so “half or less” is right.'],
  [remedy('calls', 3600, 'higher'), null, 'It rises to 9 times what it is now: “higher”.'],
  [threads, 'same', 'Not quite: it rises to 150%, so “higher” is right.'],
  [cores, 'same', 'Right: it stays as it is.'],
  [cache, null, 'It falls to 75%: “lower”.'],
] as const)('of $id, where %j was said: %s', (outcome, said, words) => {
  expect(verdict(outcome, before, said)).toBe(words);
});

test('a remedy that is not the best is told so, with the one that is', () => {
  expect(whetherBest(pool, diagnosis)).toBe('Of these remedies, this one helps most.');
  const better = '“[Tt]he pool” helps m(ore|ost): 95% of requests would finish within 168\u00a0ms.';
  expect(whetherBest(cache, diagnosis)).toMatch(new RegExp(`^This helps, but ${better}$`));
  expect(whetherBest(cores, diagnosis)).toMatch(new RegExp(`^This changes little. ${better}$`));
  expect(whetherBest(threads, diagnosis)).toMatch(
    new RegExp(`^This makes the service slower. ${better}$`),
  );
});

test('the options say where they begin and end', () => {
  expect(bounds(before)).toBe(
    'Now it is 400\u00a0ms. Half or less: at most 200\u00a0ms. About the same: within 10%, 360\u00a0ms to 440\u00a0ms.',
  );
});

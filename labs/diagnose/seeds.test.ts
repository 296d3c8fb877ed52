// New cases: every seed has exactly one answer, and none that could be guessed without the panel.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { toText } from '@interleave/simulation';
import { expect, test } from 'vitest';
import { CLEAR } from './case.ts';
import { diagnosisOf } from './diagnosis.ts';
import { effectOf } from './latencies.ts';
import type { Seed } from './testing/seeds.ts';

const SEEDS = 1000;

const script = fileURLToPath(new URL('testing/seeds.ts', import.meta.url));
const seeds: readonly Seed[] = JSON.parse(
  execFileSync(process.execPath, [script, '1', String(SEEDS)], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  }),
);

/** How often each of a property's values occurs. */
function counts(
  of: (seed: Seed) => string | number | null,
  among = seeds,
): Map<string | number | null, number> {
  const found = new Map<string | number | null, number>();
  for (const seed of among) found.set(of(seed), (found.get(of(seed)) ?? 0) + 1);
  return found;
}

test('each of a thousand seeds has one right remedy, which helps, and more than any other by over 5%', () => {
  expect(seeds).toHaveLength(SEEDS);
  for (const { seed, right, left } of seeds) {
    const [best, second] = left as [number, number];
    expect(right, `seed ${seed}`).not.toBeNull();
    expect(best, `seed ${seed}`).toBeLessThanOrEqual(0.9);
    expect(best, `seed ${seed}`).toBeLessThan(second * CLEAR);
    expect(left, `seed ${seed}`).toHaveLength(5);
  }
});

test('they are slow for many reasons, and no remedy is right for more than a third of them', () => {
  expect(counts(({ mechanism }) => mechanism).size).toBeGreaterThanOrEqual(8);
  const rights = counts(({ right }) => right);
  expect(rights.size).toBeGreaterThanOrEqual(8);
  for (const [right, many] of rights) expect(many, String(right)).toBeLessThan(350);
});

test('neither the place of a button nor the story tells which is right', () => {
  for (const [place, many] of counts(({ place: at }) => at)) {
    expect(many, `button ${place}`).toBeGreaterThan(150);
    expect(many, `button ${place}`).toBeLessThan(250);
  }
  for (const story of counts(({ story: told }) => told).keys()) {
    const told = seeds.filter((seed) => seed.story === story);
    const rights = counts(({ right }) => right, told);
    expect(rights.size, String(story)).toBeGreaterThanOrEqual(8);
    for (const [right, many] of rights)
      expect(many / told.length, String(right)).toBeLessThan(0.35);
  }
});

test('a seed gives the same case each time, and shows what was decided', () => {
  for (const seed of [1, 2, 3, 5, 8, 13]) {
    const known = seeds[seed - 1] as Seed;
    const { right, before, outcomes, gauges, story, shows, others } = diagnosisOf({
      case: 'new',
      seed,
    });
    expect(right).toBe(known.right);
    const left = outcomes.map(({ latencies }) => latencies.p95 / before.p95);
    expect(left.sort((a, b) => a - b)).toEqual(known.left);
    for (const { latencies, effect, why } of outcomes) {
      expect(effect).toBe(effectOf(before, latencies));
      expect(toText(why)).toMatch(/^[A-Z0-9].*\.$/);
    }
    for (const { seconds } of gauges) expect(seconds).toHaveLength(60);
    const told = [story, shows, others].map(toText).join(' ');
    expect(told + outcomes.map(({ why }) => toText(why)).join(' ')).not.toMatch(
      /NaN|undefined|Infinity/,
    );
  }
});

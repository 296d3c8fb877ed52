// Batch means: by hand, the table of Student's t by its closed form, and how often the interval holds the true mean.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { batchMeans, STUDENT_T } from './batch-means.ts';

describe('by hand', () => {
  test('the warm-up is dropped, the rest cut into batches in order', () => {
    // Of eight a quarter is dropped; the batches have the means 2, 3 and 4, whose standard deviation is 1.
    const { mean, halfWidth } = batchMeans([90, 91, 1, 3, 2, 4, 3, 5], 0.25, 3);
    expect(mean).toBe(3);
    expect(halfWidth).toBeCloseTo(9.925 / Math.sqrt(3), 12);
  });

  test('what does not divide evenly is dropped at the beginning', () => {
    expect(batchMeans([90, 91, 92, 1, 3, 2, 4, 3, 5], 0.2, 3).mean).toBe(3);
    expect(batchMeans([90, 1, 3, 2, 4, 3, 5], 0, 3).mean).toBe(3);
  });

  test('a constant is certain', () => {
    expect(batchMeans([5, 5, 5, 5], 0, 2)).toEqual({ mean: 5, halfWidth: 0 });
  });
});

test("the table holds 99% of Student's distribution, to its last digit", () => {
  // Abramowitz and Stegun, 26.7.3 and 26.7.4: the probability of |T| < t with n degrees of freedom.
  const within = (t: number, n: number) => {
    const angle = Math.atan(t / Math.sqrt(n));
    const even = n % 2 === 0;
    let term = even ? 1 : Math.cos(angle);
    let sum = n === 1 ? 0 : term;
    for (let k = even ? 2 : 3; k <= n - 2; k += 2) {
      term *= (Math.cos(angle) ** 2 * (k - 1)) / k;
      sum += term;
    }
    return even ? Math.sin(angle) * sum : (2 / Math.PI) * (angle + Math.sin(angle) * sum);
  };
  for (const [i, t] of STUDENT_T.entries()) {
    expect(within(t - 0.0006, i + 1)).toBeLessThan(0.99);
    expect(within(t + 0.0006, i + 1)).toBeGreaterThan(0.99);
  }
});

describe('of a thousand series, seeded, about 99% have their true mean within the interval', () => {
  /** How many of a thousand intervals hold 0, where each observation keeps a part of the one before. */
  function held(kept: number, length: number) {
    let count = 0;
    for (let seed = 1; seed <= 1000; seed += 1) {
      const generator = xoroshiro128plus(seed);
      let last = 0;
      const series = Array.from({ length }, () => {
        last = kept * last + uniformFloat64(generator) - 0.5;
        return last;
      });
      const { mean, halfWidth } = batchMeans(series, 0.1, 10);
      if (Math.abs(mean) <= halfWidth) count += 1;
    }
    return count;
  }

  test('when observations are independent', () => {
    const count = held(0, 500);
    expect(count).toBeGreaterThanOrEqual(980);
    expect(count).toBeLessThanOrEqual(998);
  });

  test('when they depend on each other, and batches are far longer than that lasts', () => {
    const count = held(0.9, 5000);
    expect(count).toBeGreaterThanOrEqual(980);
    expect(count).toBeLessThanOrEqual(998);
  });

  test('but not when batches are as short as that', () => {
    expect(held(0.9, 100)).toBeLessThan(900);
  });
});

describe('refused', () => {
  test.each([
    ['warmUp', [1, 2], 1, 2],
    ['warmUp', [1, 2], -0.1, 2],
    ['warmUp', [1, 2], Number.NaN, 2],
    ['batches', [1, 2], 0, 1],
    ['batches', [1, 2], 0, 32],
    ['batches', [1, 2], 0, 2.5],
    ['observations[1]', [1, Number.NaN], 0, 2],
    ['observations', [1, 2, 3], 0.5, 2],
    ['observations', [], 0, 2],
  ])('%s', (path, observations, warmUp, batches) => {
    expect(() => batchMeans(observations, warmUp, batches)).toThrow(
      expect.objectContaining({ name: 'ScenarioError', path }),
    );
  });
});

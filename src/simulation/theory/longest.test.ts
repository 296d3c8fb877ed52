// The longest of several: harmonic numbers by hand, each form against the other, and the fork-join queue at its ends.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { forkJoin, meanLongest, meanLongestOf } from './longest.ts';
import { mm1 } from './queues.ts';

describe('of exponential times', () => {
  test('by hand: one, two, four and ten of 10 ms', () => {
    expect(meanLongest(1, 10)).toBe(10);
    expect(meanLongest(2, 10)).toBeCloseTo(15, 12);
    expect(meanLongest(4, 10)).toBeCloseTo((10 * 25) / 12, 12);
    expect(meanLongest(10, 10)).toBeCloseTo((10 * 7381) / 2520, 12);
  });

  test('of very many, it grows like a logarithm', () => {
    const euler = 0.5772156649015329;
    expect(meanLongest(1_000_000, 1)).toBeCloseTo(Math.log(1e6) + euler + 1 / 2e6, 11);
  });

  test('by hand: of 10 and 30 ms, and of 10, 20 and 30', () => {
    expect(meanLongestOf([10, 30])).toBeCloseTo(10 + 30 - 7.5, 12);
    const pairs = 20 / 3 + 12 + 7.5;
    expect(meanLongestOf([10, 20, 30])).toBeCloseTo(60 - pairs + 60 / 11, 12);
  });

  test('of as many of the same mean, both forms say the same', () => {
    for (let n = 1; n <= 20; n += 1) {
      expect(meanLongestOf(Array.from({ length: n }, () => 10))).toBeCloseTo(meanLongest(n, 10), 8);
    }
  });

  test('it is what waiting for one after the other comes to: the first, then the longest of the rest', () => {
    const byTheFirst = (means: readonly number[]): number => {
      if (means.length === 0) return 0;
      const rates = means.map((mean) => 1 / mean);
      const all = rates.reduce((a, b) => a + b, 0);
      const rest = means.map((_, i) => byTheFirst(means.filter((__, j) => j !== i)));
      return rest.reduce((sum, mean, i) => sum + ((rates[i] as number) / all) * mean, 1 / all);
    };
    const some = fc.array(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(some, (means) => {
        const found = meanLongestOf(means);
        expect(found / byTheFirst(means)).toBeCloseTo(1, 9);
        expect(found).toBeGreaterThanOrEqual(Math.max(...means) * (1 - 1e-9));
      }),
    );
  });

  test.each([
    [[], 'means: found a list of 0; a list of 1 to 20 would do.'],
    [new Array(21).fill(1), 'means: found a list of 21; a list of 1 to 20 would do.'],
    [[5, 0], 'means[1]: found 0; a number of ms from 0.000001 to'],
  ])('of %j nothing is said', (means, message) => {
    expect(() => meanLongestOf(means)).toThrow(message);
  });
});

describe('of two servers that a request asks at once', () => {
  test('with hardly any requests: the longer of two exponential times', () => {
    expect(forkJoin(1e-6, 10)).toBeCloseTo(meanLongest(2, 10), 6);
  });

  test('at a load of 0.8: by hand 70 ms, where one server alone takes 50', () => {
    expect(forkJoin(80, 10)).toBeCloseTo(70, 9);
    expect(mm1(80, 10).meanResponse).toBeCloseTo(50, 9);
  });
});

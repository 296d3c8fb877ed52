// Closed networks: the bounds and the mean value analysis, against textbooks' figures, other formulas and each other.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { asymptoticBounds, meanValueAnalysis } from './closed-network.ts';
import { interactiveResponse, utilisationLaw } from './laws.ts';

/** Jain's Art of Computer Systems Performance Analysis gives seconds. */
const seconds = (...values: number[]) => values.map((value) => value * 1000);

const networks = fc.record({
  demands: fc.array(fc.double({ min: 0.01, max: 100, noNaN: true }), {
    minLength: 1,
    maxLength: 5,
  }),
  think: fc.oneof(fc.constant(0), fc.double({ min: 0, max: 1000, noNaN: true })),
  users: fc.integer({ min: 1, max: 60 }),
});

const lastOf = (demands: readonly number[], think: number, users: number) => {
  const last = meanValueAnalysis(demands, think, users).at(-1);
  if (last === undefined) throw new Error('no population');
  return last;
};

describe('asymptotic bounds', () => {
  test("of Jain's timesharing system, example 33.7: min(N/30, 1/5) and max(12, 5N − 18), from 6 users", () => {
    const bounds = [1, 6, 23, 24].map((users) => asymptoticBounds(seconds(5, 4, 3), 18_000, users));
    const throughputs = [1 / 30, 1 / 5, 1 / 5, 1 / 5];
    const responses = seconds(12, 12, 97, 102);
    for (const [i, { throughput, response, saturation }] of bounds.entries()) {
      expect(throughput).toBeCloseTo(throughputs[i] as number, 12);
      expect(response).toBe(responses[i]);
      expect(saturation).toBe(6);
    }
  });

  test('10 ms of computing and 250 ms of waiting: 26 requests in flight saturate a core', () => {
    expect(asymptoticBounds([10], 250, 13)).toEqual({
      throughput: 50,
      response: 10,
      saturation: 26,
    });
    expect(asymptoticBounds([10], 250, 100)).toMatchObject({ throughput: 100, response: 750 });
  });
});

describe('mean value analysis', () => {
  test("of Jain's example 34.2: the rows of table 34.1", () => {
    const rows = meanValueAnalysis(seconds(2, 3, 1), 4000, 20);
    const table = [
      [1, 6, 0.1, 0.2, 0.3, 0.1],
      [2, 7.4, 0.175, 0.421, 0.684, 0.193],
      [3, 9.088, 0.229, 0.651, 1.158, 0.273],
      [4, 11.051, 0.266, 0.878, 1.721, 0.338],
      [5, 13.256, 0.29, 1.088, 2.365, 0.388],
      [20, 56.016, 0.333, 1.991, 16.177, 0.5],
    ];
    for (const wanted of table) {
      const row = rows[(wanted[0] as number) - 1];
      const found = [row?.users, (row?.response ?? 0) / 1000, row?.throughput];
      for (const [i, value] of [...found, ...(row?.numbers ?? [])].entries()) {
        expect(value).toBeCloseTo(wanted[i] as number, 3);
      }
    }
  });

  test('of a balanced network without thinking is N / (D (N + K − 1)), the users evenly spread', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 100, noNaN: true }),
        fc.integer({ min: 1, max: 10 }),
        fc.integer({ min: 1, max: 200 }),
        (demand, stations, users) => {
          const demands = Array.from({ length: stations }, () => demand);
          const { throughput, numbers } = lastOf(demands, 0, users);
          const exact = (1000 * users) / (demand * (users + stations - 1));
          expect(throughput / exact).toBeCloseTo(1, 9);
          for (const number of numbers) expect(number).toBeCloseTo(users / stations, 9);
        },
      ),
    );
  });

  test("of one station is the machine repairman's, from the balance of its states", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 100, noNaN: true }),
        fc.double({ min: 0.1, max: 1000, noNaN: true }),
        fc.integer({ min: 1, max: 40 }),
        (demand, think, users) => {
          // p(k) / p(k − 1) = (N − k + 1) D / Z; the station rests with p(0).
          const states = [1];
          for (let k = 1; k <= users; k += 1) {
            states.push(((states[k - 1] as number) * (users - k + 1) * demand) / think);
          }
          const busy = 1 - 1 / states.reduce((a, b) => a + b, 0);
          const { throughput } = lastOf([demand], think, users);
          expect(utilisationLaw(throughput, demand)).toBeCloseTo(busy, 9);
        },
      ),
    );
  });

  test('of several is what the convolution of their states gives', () => {
    // Buzen (1973): X(N) = G(N − 1) / G(N); thinking alone has G(n) = Zⁿ / n!, each station adds D G(n − 1).
    fc.assert(
      fc.property(networks, ({ demands, think, users }) => {
        const unit = Math.max(...demands);
        const sums = [1];
        for (let n = 1; n <= users; n += 1) sums.push(((sums[n - 1] as number) * think) / unit / n);
        for (const demand of demands) {
          for (let n = 1; n <= users; n += 1) {
            sums[n] = (sums[n] as number) + (demand / unit) * (sums[n - 1] as number);
          }
        }
        const exact = ((1000 / unit) * (sums[users - 1] as number)) / (sums[users] as number);
        expect(lastOf(demands, think, users).throughput / exact).toBeCloseTo(1, 9);
      }),
    );
  });

  test('keeps within the asymptotic bounds, and meets them with one user and with very many', () => {
    const ROUNDED = 1 + 1e-9;
    fc.assert(
      fc.property(networks, ({ demands, think, users }) => {
        for (const one of meanValueAnalysis(demands, think, users)) {
          const bounds = asymptoticBounds(demands, think, one.users);
          expect(one.throughput).toBeLessThanOrEqual(bounds.throughput * ROUNDED);
          expect(one.response * ROUNDED).toBeGreaterThanOrEqual(bounds.response);
        }
        const alone = asymptoticBounds(demands, think, 1);
        expect(lastOf(demands, think, 1).throughput / alone.throughput).toBeCloseTo(1, 9);
      }),
    );
    const many = asymptoticBounds([10, 6], 250, 1000);
    expect(lastOf([10, 6], 250, 1000).throughput / many.throughput).toBeCloseTo(1, 6);
  });

  test('every user is at a station or thinks, and the laws hold', () => {
    fc.assert(
      fc.property(networks, ({ demands, think, users }) => {
        const { throughput, response, numbers } = lastOf(demands, think, users);
        const thinking = (throughput * think) / 1000;
        expect(numbers.reduce((a, b) => a + b, thinking)).toBeCloseTo(users, 6);
        expect(interactiveResponse(users, throughput, think)).toBeCloseTo(response, 6);
      }),
    );
  });
});

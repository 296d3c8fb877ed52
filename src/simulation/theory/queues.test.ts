// Single queues, against textbooks' figures, each other, direct sums, and queues drawn customer by customer.
import fc from 'fast-check';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus';
import { describe, expect, test } from 'vitest';
import { batchMeans } from '../testing/batch-means.ts';
import {
  mg1,
  mm1,
  mm1ResponsePercentile,
  mmc,
  processorSharing,
  processorSharingResponse,
} from './queues.ts';

/** ms; Jain's Art of Computer Systems Performance Analysis has them in hours and minutes. */
const MINUTE = 60_000;
const PER_HOUR = 1 / 3600;

/** A utilisation below 1, a mean service in ms, and the arrival rate that they make. */
const stable = fc
  .record({
    utilisation: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    service: fc.double({ min: 0.01, max: 10_000, noNaN: true }),
  })
  .map(({ utilisation, service }) => ({ service, rate: (1000 * utilisation) / service }));

/** Expects the same figures, up to rounding. */
function expectAlike(found: object, wanted: object) {
  expect(Object.keys(found)).toEqual(Object.keys(wanted));
  for (const [key, value] of Object.entries(wanted) as [keyof typeof found, number][]) {
    expect((found[key] as number) / value).toBeCloseTo(1, 9);
  }
}

describe('M/M/1', () => {
  test("Jain's gateway, example 31.1: 125 packets a second, 2 ms each", () => {
    const { utilisation, meanNumber, meanResponse, meanWait, meanWaiting } = mm1(125, 2);
    expect(utilisation).toBe(0.25);
    expect(meanNumber).toBeCloseTo(1 / 3, 12);
    expect(meanResponse).toBeCloseTo(8 / 3, 12);
    expect(meanWait).toBeCloseTo(2 / 3, 12);
    expect(meanWaiting).toBeCloseTo(1 / 12, 12);
  });

  test('an empty system has no wait', () => {
    expect(mm1(0, 2)).toEqual({
      utilisation: 0,
      meanWait: 0,
      meanResponse: 2,
      meanWaiting: 0,
      meanNumber: 0,
    });
  });

  test('at half, nine tenths and ninety-nine hundredths a response is 2, 10 and 100 services', () => {
    const responses = [50, 90, 99].map((rate) => mm1(rate, 10).meanResponse);
    for (const [i, wanted] of [20, 100, 1000].entries())
      expect(responses[i]).toBeCloseTo(wanted, 9);
  });

  test('percentiles: none is below 0, half are below ln 2 means, nine tenths below ln 10', () => {
    const mean = 8 / 3;
    expect(mm1ResponsePercentile(125, 2, 0)).toBe(0);
    expect(mm1ResponsePercentile(125, 2, 0.5) / mean).toBeCloseTo(Math.LN2, 12);
    expect(mm1ResponsePercentile(125, 2, 0.9) / mean).toBeCloseTo(Math.LN10, 12);
    expect(mm1ResponsePercentile(125, 2, 0.99) / mean).toBeCloseTo(2 * Math.LN10, 12);
  });
});

describe('M/M/c', () => {
  test("Jain's five terminals, example 31.2: 10 students an hour, 20 minutes each", () => {
    const figures = mmc(10 * PER_HOUR, 20 * MINUTE, 5);
    expect(figures.utilisation).toBeCloseTo(2 / 3, 12);
    expect(figures.waitProbability).toBeCloseTo(0.33, 2);
    expect(figures.meanWaiting).toBeCloseTo(0.65, 2);
    expect(figures.meanNumber).toBeCloseTo(4, 1);
    expect(figures.meanResponse / MINUTE).toBeCloseTo(24, 0);
    expect(figures.meanWait / MINUTE).toBeCloseTo(3.9, 1);
  });

  test('two servers, by hand: C = 2ρ² / (1 + ρ), R = S / (1 − ρ²)', () => {
    const { waitProbability, meanResponse } = mmc(100, 10, 2);
    expect(waitProbability).toBeCloseTo(1 / 3, 12);
    expect(meanResponse).toBeCloseTo(10 / 0.75, 12);
  });

  test('one server is M/M/1', () => {
    fc.assert(
      fc.property(stable, ({ rate, service }) => {
        const { waitProbability, ...figures } = mmc(rate, service, 1);
        expectAlike(figures, mm1(rate, service));
        expect(waitProbability / figures.utilisation).toBeCloseTo(1, 9);
      }),
    );
  });

  test("Erlang's C formula is the direct sum, where its factorials are small", () => {
    const direct = (offered: number, servers: number) => {
      let term = 1;
      let sum = 0;
      for (let k = 0; k < servers; k += 1) {
        sum += term;
        term *= offered / (k + 1);
      }
      const waiting = (term * servers) / (servers - offered);
      return waiting / (sum + waiting);
    };
    fc.assert(
      fc.property(stable, fc.integer({ min: 1, max: 30 }), ({ rate, service }, servers) => {
        const offered = (rate * service * servers) / 1000;
        const { waitProbability } = mmc(rate * servers, service, servers);
        expect(waitProbability / direct(offered, servers)).toBeCloseTo(1, 9);
      }),
    );
  });

  test('400 servers at 95%: the direct sum, which overflows a double, worked with sixty digits', () => {
    expect(mmc(380, 1000, 400).waitProbability).toBeCloseTo(0.220314408804232, 12);
  });

  test('for hundreds and a million of servers all is finite, and the wait is the rarer the more there are', () => {
    const chances = [1, 10, 100, 1000, 1_000_000].map((servers) => {
      const figures = mmc(90 * servers, 10, servers);
      expect(Object.values(figures).every(Number.isFinite)).toBe(true);
      return figures.waitProbability;
    });
    expect(chances[0]).toBeCloseTo(0.9, 12);
    expect(chances).toEqual([...chances].sort((a, b) => b - a));
    expect(chances[4]).toBeGreaterThanOrEqual(0);
    expect(chances[4]).toBeLessThan(1e-300);
  });

  test('many servers with square-root slack: C is what Halfin and Whitt have for their limit', () => {
    // Halfin and Whitt (1981): with (1 − ρ) √c = 1, C goes to 1 / (1 + Φ(1) / φ(1)) = 0.22336.
    const servers = 1_000_000;
    const { waitProbability } = mmc(servers * (1 - 1 / Math.sqrt(servers)), 1000, servers);
    expect(waitProbability).toBeCloseTo(0.2234, 3);
  });
});

describe('M/G/1', () => {
  test('by hand: at ρ = 0.8, service of 1 or 19 ms evenly, the wait is 36.2 ms', () => {
    // Mean 10, second moment (1 + 361) / 2 = 181, and W = λ E[S²] / (2 (1 − ρ)) = 0.08 · 181 / 0.4.
    const { meanWait, meanResponse, meanWaiting, meanNumber } = mg1(80, 10, 0.81);
    expect(meanWait).toBeCloseTo(36.2, 12);
    expect(meanResponse).toBeCloseTo(46.2, 12);
    expect(meanWaiting).toBeCloseTo(2.896, 12);
    expect(meanNumber).toBeCloseTo(3.696, 12);
  });

  test('with exponential service it is M/M/1, with always the same half the wait', () => {
    fc.assert(
      fc.property(stable, ({ rate, service }) => {
        expectAlike(mg1(rate, service, 1), mm1(rate, service));
        const even = mg1(rate, service, 0);
        expect(even.meanWait / mm1(rate, service).meanWait).toBeCloseTo(0.5, 9);
        expect(even.meanWaiting / mm1(rate, service).meanWaiting).toBeCloseTo(0.5, 9);
      }),
    );
  });
});

describe('processor sharing', () => {
  test('its means are those of M/M/1', () => {
    fc.assert(
      fc.property(stable, ({ rate, service }) => {
        const { utilisation, meanResponse, meanNumber } = mm1(rate, service);
        expectAlike(processorSharing(rate, service), { utilisation, meanResponse, meanNumber });
      }),
    );
  });

  test('a job takes as many times as long as alone, whatever its size: at ρ = 0.75, four times', () => {
    expect([0, 0.5, 10, 1000].map((size) => processorSharingResponse(75, 10, size))).toEqual([
      0, 2, 40, 4000,
    ]);
  });

  test('a job of the mean size takes the mean response', () => {
    fc.assert(
      fc.property(stable, ({ rate, service }) => {
        const { meanResponse } = processorSharing(rate, service);
        expect(processorSharingResponse(rate, service, service)).toBe(meanResponse);
      }),
    );
  });
});

describe('queues drawn customer by customer', () => {
  const CUSTOMERS = 400_000;
  const SERVICE = 10;

  /** The waits (ms), first come, first served: each takes the server that is free first (Kiefer and Wolfowitz). */
  function waits(rate: number, servers: number, service: (uniform: () => number) => number) {
    const generator = xoroshiro128plus(7);
    const uniform = () => uniformFloat64(generator);
    const free = Array.from({ length: servers }, () => 0);
    let now = 0;
    return Array.from({ length: CUSTOMERS }, () => {
      now += (-1000 / rate) * Math.log(1 - uniform());
      const soonest = free.indexOf(Math.min(...free));
      const start = Math.max(now, free[soonest] as number);
      free[soonest] = start + service(uniform);
      return start - now;
    });
  }

  const exponential = (uniform: () => number) => -SERVICE * Math.log(1 - uniform());
  const twoSizes = (uniform: () => number) => (uniform() < 0.9 ? 5 : 55);

  test.each([
    ['M/M/1', () => waits(70, 1, exponential), mm1(70, SERVICE)],
    ['M/D/1', () => waits(70, 1, () => SERVICE), mg1(70, SERVICE, 0)],
    // 0.9 · 25 + 0.1 · 3025 = 325, of which 3.25 of the square of the mean.
    ['M/G/1, of two sizes', () => waits(70, 1, twoSizes), mg1(70, SERVICE, 2.25)],
    ['M/M/4', () => waits(280, 4, exponential), mmc(280, SERVICE, 4)],
  ])('%s waits as the closed form says', (_, draw, { meanWait }) => {
    const { mean, halfWidth } = batchMeans(draw(), 0.1, 20);
    expect(halfWidth / mean).toBeLessThan(0.06);
    expect(Math.abs(mean - meanWait)).toBeLessThan(halfWidth);
  });
});

// Round-robin as its slice shrinks: long runs against processor sharing, which slows down all lengths alike.
import { describe, expect, test } from 'vitest';
import { ms, type Nanos } from '../scenario/nanos.ts';
import type { Length, Scenario } from '../scenario/scenario.ts';
import { expectTheory, responses, whileAllArrive } from '../testing/long-run.ts';
import { open } from '../testing/open-system.ts';
import { mg1, mm1, processorSharing, processorSharingResponse } from '../theory/queues.ts';
import type { Trace } from '../trace/trace.ts';

/** The mean service, ms. */
const S = 10;
/** Per second: a load of 0.6. */
const RATE = 60;
const FIXED = ms(S);
const UNIFORM = { from: 0 as Nanos, to: ms(2 * S) };
const EXPONENTIAL = { mean: ms(S) };

const customers = (duration: Length, machine: Partial<Scenario>, count: number): Trace =>
  open([{ name: 'customer', rate: RATE, count, steps: [{ kind: 'cpu', duration }] }], machine);

const responsesOf = (trace: Trace) => responses(trace, whileAllArrive(trace));

const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;

/**
 * What response times tend to as the slice shrinks, from those with a slice and with half of it: what is missing is in
 * proportion to the slice, so half the slice misses half.
 */
const limit = (whole: readonly number[], half: readonly number[]) =>
  half.map((response, i) => 2 * response - (whole[i] as number));

describe('the smaller the slice, the nearer is round-robin to processor sharing', () => {
  const { meanResponse } = processorSharing(RATE, S);

  test('halving the slice about halves what is missing, from a slice as long as the service on', () => {
    const runs = [10, 5, 2.5, 1.25].map((slice) =>
      responsesOf(customers(FIXED, { slice: ms(slice) }, 200_000)),
    );
    const [whole, , most, least] = runs as [number[], number[], number[], number[]];
    expectTheory(whole, mg1(RATE, S, 0).meanResponse, 0.015);
    expectTheory(limit(most, least), meanResponse, 0.02);
    const missing = runs.map((one) => 1 - mean(one) / meanResponse);
    const ratios = missing.slice(1).map((one, i) => one / (missing[i] as number));
    for (const ratio of ratios) {
      expect(ratio).toBeGreaterThan(0.35);
      expect(ratio).toBeLessThan(0.65);
    }
  });

  test('the mean response time of lengths of 0 to 20 ms, also with a slice that is small but there', () => {
    const [whole, half] = [1.25, 0.625].map((slice) =>
      responsesOf(customers(UNIFORM, { slice: ms(slice) }, 120_000)),
    ) as [number[], number[]];
    expectTheory(half, meanResponse, 0.04);
    expectTheory(limit(whole, half), meanResponse, 0.04);
  });

  test('the mean response time where tasks take turns on one worker', () => {
    const [whole, half] = [2.5, 1.25].map((slice) =>
      responsesOf(customers(FIXED, { workers: 1, runtimeSlice: ms(slice) }, 120_000)),
    ) as [number[], number[]];
    expectTheory(limit(whole, half), meanResponse, 0.03);
  });

  test('each length by itself: 2, 10 and 40 ms are slowed down alike', () => {
    const kinds = [
      { length: 2, rate: 90, precision: 0.05 },
      { length: 10, rate: 24, precision: 0.05 },
      { length: 40, rate: 4.5, precision: 0.06 },
    ];
    const seconds = 1200;
    const [whole, half] = [1, 0.5].map((slice) =>
      open(
        kinds.map(({ length, rate }) => ({
          name: `${length} ms, number `,
          rate,
          count: rate * seconds,
          steps: [{ kind: 'cpu', duration: ms(length) }],
        })),
        { slice: ms(slice) },
      ),
    ) as [Trace, Trace];
    const all = kinds.reduce((sum, { rate }) => sum + rate, 0);
    const average = kinds.reduce((sum, { rate, length }) => sum + (rate / all) * length, 0);
    const until = whileAllArrive(whole);
    for (const [kind, { length, precision }] of kinds.entries()) {
      const theory = processorSharingResponse(all, average, length);
      const found = limit(responses(whole, until, kind), responses(half, until, kind));
      expectTheory(found, theory, precision);
    }
  });
});

test('with exponential lengths any slice leaves the mean response time as it is without', () => {
  // Who has had a turn is as far from the end as one who has had none.
  const found = responsesOf(customers(EXPONENTIAL, { slice: ms(5) }, 300_000));
  expectTheory(found, mm1(RATE, S).meanResponse, 0.03);
});

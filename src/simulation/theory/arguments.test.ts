// Every closed form refuses what makes no sense, by name, and never gives what is not a number.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { asymptoticBounds, meanValueAnalysis } from './closed-network.ts';
import { interactiveResponse, littlesLaw, utilisationLaw } from './laws.ts';
import { forkJoin, meanLongest, meanLongestOf } from './longest.ts';
import * as queues from './queues.ts';
import { amdahlSpeedUp, listSchedulingBounds } from './scaling.ts';

/** Each closed form with arguments that it takes, in order, by name; a list stands for its only item. */
const FORMS: Record<string, [(...values: number[]) => unknown, Record<string, number>]> = {
  mm1: [queues.mm1, { arrivalRate: 50, meanService: 10 }],
  mm1ResponsePercentile: [
    queues.mm1ResponsePercentile,
    { arrivalRate: 50, meanService: 10, share: 0.95 },
  ],
  mmc: [queues.mmc, { arrivalRate: 150, meanService: 10, servers: 2 }],
  mg1: [queues.mg1, { arrivalRate: 50, meanService: 10, squaredVariation: 2 }],
  processorSharing: [queues.processorSharing, { arrivalRate: 50, meanService: 10 }],
  processorSharingResponse: [
    queues.processorSharingResponse,
    { arrivalRate: 50, meanService: 10, size: 3 },
  ],
  meanLongest: [meanLongest, { times: 4, mean: 10 }],
  meanLongestOf: [(mean) => meanLongestOf([mean]), { 'means[0]': 10 }],
  forkJoin: [forkJoin, { arrivalRate: 50, meanService: 10 }],
  littlesLaw: [littlesLaw, { throughput: 50, meanResponse: 10 }],
  utilisationLaw: [utilisationLaw, { throughput: 50, meanService: 10, servers: 2 }],
  interactiveResponse: [interactiveResponse, { users: 10, throughput: 5, think: 1000 }],
  asymptoticBounds: [
    (demand, think, users) => asymptoticBounds([demand], think, users),
    { 'demands[0]': 10, think: 250, users: 3 },
  ],
  meanValueAnalysis: [
    (demand, think, users) => meanValueAnalysis([demand], think, users),
    { 'demands[0]': 10, think: 250, users: 3 },
  ],
  amdahlSpeedUp: [amdahlSpeedUp, { parallelShare: 0.9, cores: 4 }],
  listSchedulingBounds: [
    (length, machines) => listSchedulingBounds([length], machines),
    { 'lengths[0]': 5, machines: 4 },
  ],
};

const cases = Object.entries(FORMS).flatMap(([form, [compute, good]]) =>
  Object.keys(good).map((argument) => ({ form, compute, good, argument })),
);

/** What is thrown by a closed form. */
function refusal(compute: () => unknown): ScenarioError {
  try {
    compute();
  } catch (error) {
    if (error instanceof ScenarioError) return error;
  }
  throw new Error('not refused');
}

/** All numbers in a result. */
const numbersIn = (result: unknown): unknown[] =>
  typeof result === 'object' && result !== null
    ? Object.values(result).flatMap(numbersIn)
    : [result];

describe.each(cases)('$form', ({ compute, good, argument }) => {
  const given = (value: unknown) =>
    compute(...(Object.values({ ...good, [argument]: value }) as number[]));

  test.each([Number.NaN, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY, -1, '5', null])(
    `refuses %s for ${argument}, by name`,
    (value) => {
      expect(refusal(() => given(value)).path).toBe(argument);
    },
  );
});

describe('what is there must be something', () => {
  test.each([
    ['servers', () => queues.mmc(1, 1, 0)],
    ['servers', () => queues.mmc(1, 1, 1.5)],
    ['servers', () => utilisationLaw(1, 1, 0)],
    ['meanService', () => queues.mm1(1, 0)],
    ['users', () => interactiveResponse(0, 1, 1)],
    ['throughput', () => interactiveResponse(1, 0, 1)],
    ['users', () => meanValueAnalysis([1], 1, 0)],
    ['demands[1]', () => meanValueAnalysis([1, 0], 1, 1)],
    ['demands.length', () => asymptoticBounds([], 1, 1)],
    ['times', () => meanLongest(0, 1)],
    ['means', () => meanLongestOf([])],
    ['means[1]', () => meanLongestOf([1, 0])],
    ['meanService', () => forkJoin(1, 0)],
    ['cores', () => amdahlSpeedUp(0.5, 0)],
    ['machines', () => listSchedulingBounds([1], 0)],
    ['lengths', () => listSchedulingBounds([], 1)],
  ])('%s', (path, compute) => {
    expect(refusal(compute).path).toBe(path);
  });
});

test.each([
  ['mm1', () => queues.mm1(100, 10), 100],
  ['mm1ResponsePercentile', () => queues.mm1ResponsePercentile(150, 10, 0.5), 100],
  ['mmc', () => queues.mmc(300, 10, 3), 300],
  ['mg1', () => queues.mg1(100, 10, 0), 100],
  ['forkJoin', () => forkJoin(100, 10), 100],
  ['processorSharing', () => queues.processorSharing(1000, 10), 100],
  ['processorSharingResponse', () => queues.processorSharingResponse(100, 10, 1), 100],
])(
  '%s refuses an arrival rate that its servers cannot serve, and says what they can',
  (_, compute, most) => {
    const { path, allowed } = refusal(compute);
    expect(path).toBe('arrivalRate');
    expect(allowed).toBe(`less than ${most} per second, all that can be served,`);
  },
);

test('a percentile of 100% is refused', () => {
  expect(refusal(() => queues.mm1ResponsePercentile(1, 1, 1)).path).toBe('share');
});

describe('whatever the arguments, the answer is of numbers that are not negative, or a refusal', () => {
  /** Numbers of all sizes, and most often those at the ends of what is taken. */
  const any = fc.oneof(
    fc.constantFrom(
      0,
      1,
      1e-9,
      1e-6,
      1e9,
      2 ** 53 / 1e6,
      1 - Number.EPSILON / 2,
      99.99999999999999,
    ),
    fc.constantFrom(Number.MIN_VALUE, Number.MAX_VALUE, 1e-300),
    fc.integer({ min: -1, max: 200 }),
    fc.double(),
  );

  test.each(Object.entries(FORMS))('%s', (_, [compute, good]) => {
    const count = Object.keys(good).length;
    let answered = 0;
    fc.assert(
      fc.property(fc.array(any, { minLength: count, maxLength: count }), (values) => {
        let result: unknown;
        try {
          result = compute(...values);
        } catch (error) {
          expect(error).toBeInstanceOf(ScenarioError);
          return;
        }
        answered += 1;
        for (const one of numbersIn(result)) {
          expect(Number.isFinite(one)).toBe(true);
          expect(one).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
    expect(answered).toBeGreaterThan(50);
  });
});

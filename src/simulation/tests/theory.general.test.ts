// Queues with other than exponential times, first come, first served: long runs against Pollaczek and Khinchine.
import { describe, test } from 'vitest';
import { ms } from '../scenario/nanos.ts';
import * as observed from '../testing/long-run.ts';
import { open } from '../testing/open-system.ts';
import { mg1 } from '../theory/queues.ts';
import { TASK_STATES } from '../trace/trace.ts';

const { expectTheory } = observed;

/** The mean service, ms. */
const S = 10;

const LENGTHS = {
  'as long': { duration: ms(S), squaredVariation: 0 },
  // The variance of the uniform distribution is the square of its width by 12.
  'of 0 to 20 ms': { duration: { from: ms(0), to: ms(2 * S) }, squaredVariation: 1 / 3 },
} as const;

describe('M/G/1', () => {
  test.each([
    { all: 'as long', load: 0.5, precision: 0.01 },
    { all: 'as long', load: 0.8, precision: 0.04 },
    { all: 'of 0 to 20 ms', load: 0.5, precision: 0.015 },
    { all: 'of 0 to 20 ms', load: 0.8, precision: 0.04 },
  ] as const)('all $all, at a load of $load', ({ all, load, precision }) => {
    const rate = (load * 1000) / S;
    const { duration, squaredVariation } = LENGTHS[all];
    const theory = mg1(rate, S, squaredVariation);
    const steps = [{ kind: 'cpu', duration }] as const;
    const trace = open([{ name: 'customer', rate, count: 300_000, steps }]);
    const until = observed.whileAllArrive(trace);
    expectTheory(observed.responses(trace, until), theory.meanResponse, precision);
    expectTheory(observed.timesIn(trace, until, 'runnable'), theory.meanWait, 2 * precision);
    expectTheory(observed.numberIn(trace, until, ...TASK_STATES), theory.meanNumber, precision);
    expectTheory(observed.coreUtilisation(trace, until), theory.utilisation, 0.01);
  });

  test('many of 2 ms and some of 40: they wait alike, for as long as the variance of all says', () => {
    const kinds = [
      { name: 'short', rate: 90, length: 2 },
      { name: 'long', rate: 10, length: 40 },
    ];
    const moment = (power: number) =>
      kinds.reduce((sum, { rate, length }) => sum + (rate / 100) * length ** power, 0);
    const { meanWait } = mg1(100, moment(1), moment(2) / moment(1) ** 2 - 1);
    const seconds = 5000;
    const trace = open(
      kinds.map(({ name, rate, length }) => ({
        name,
        rate,
        count: rate * seconds,
        steps: [{ kind: 'cpu', duration: ms(length) }],
      })),
    );
    const until = observed.whileAllArrive(trace);
    for (const [kind, { length }] of kinds.entries()) {
      const waits = observed.responses(trace, until, kind).map((response) => response - length);
      expectTheory(waits, meanWait, 0.05);
    }
  });
});

// Milliseconds for people, whole nanoseconds for sums.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ms, type Nanos, toMs } from './nanos.ts';

test('ms are taken with up to six decimals', () => {
  expect([ms(0), ms(5), ms(0.1), ms(0.000001), ms(1234.567891)]).toEqual([
    0, 5_000_000, 100_000, 1, 1_234_567_891,
  ]);
});

test('sums that fail in ms are exact in ns', () => {
  expect(ms(0.1) + ms(0.2)).toBe(ms(0.3));
});

test('up to 2^50 ns (13 days) every whole number of ns survives the way there and back', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 50 }), (n) => {
      expect(ms(toMs(n as Nanos))).toBe(n);
    }),
  );
});

test.each([-1, Number.NaN, Number.POSITIVE_INFINITY, 1e10, 0.0000001, 1.0000001])(
  '%s ms is refused',
  (found) => {
    expect(() => ms(found)).toThrow(RangeError);
    expect(() => ms(found)).toThrow(`Found ${found} ms; a time is a number of ms from 0`);
  },
);

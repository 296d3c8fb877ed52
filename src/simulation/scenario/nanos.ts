// Time: whole nanoseconds, so that sums are exact, and milliseconds for people.

declare const brand: unique symbol;

/** An integer number of nanoseconds, exact up to 2^53. */
export type Nanos = number & { readonly [brand]: 'Nanos' };

/** A number of milliseconds: any number that is not one of nanoseconds. */
export type Milliseconds = number & { readonly [brand]?: never };

const PER_MS = 1_000_000;

/**
 * A number of milliseconds as nanoseconds.
 *
 * @throws RangeError when it is negative, not a number, beyond 2^53 ns, or has more than six decimals
 */
export function ms(milliseconds: Milliseconds): Nanos {
  const nanos = Math.round(milliseconds * PER_MS);
  const exact = Number.isSafeInteger(nanos) && nanos >= 0 && nanos / PER_MS === milliseconds;
  if (!exact) {
    throw new RangeError(
      `Found ${milliseconds} ms; a time is a number of ms from 0 to 9007199254 with at most six decimals.`,
    );
  }
  return nanos as Nanos;
}

/** Nanoseconds as milliseconds. */
export function toMs(nanos: Nanos): number {
  return nanos / PER_MS;
}

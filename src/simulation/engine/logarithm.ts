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
  let sum = 0;
  // |s| is at most 0.172: twelve terms leave less than 1e-18.
  for (let odd = 23; odd >= 1; odd -= 2) sum = sum * squared + 1 / odd;
  return exponent * Math.LN2 + 2 * s * sum;
}

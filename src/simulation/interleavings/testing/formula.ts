// The multinomial formula as it is written, with factorials.

const factorial = (n: number): bigint => (n === 0 ? 1n : BigInt(n) * factorial(n - 1));

/** (Σn)! / Πn!, as it is written. */
export const formula = (lengths: readonly number[]) =>
  factorial(lengths.reduce((a, b) => a + b, 0)) /
  lengths.map(factorial).reduce((a, b) => a * b, 1n);

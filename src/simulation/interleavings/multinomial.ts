// How many interleavings there are of sequences that nothing holds back.

/**
 * In how many orders the steps of several sequences can be done when each keeps its own order: (Σn)! / Πn!.
 *
 * Source: Knuth, The Art of Computer Programming 1, section 1.2.6, "Binomial Coefficients", multinomial coefficients.
 */
export function multinomial(lengths: readonly number[]): bigint {
  let orders = 1n;
  let all = 0n;
  for (const length of lengths) {
    // One more sequence multiplies the orders by a binomial coefficient; after each factor the quotient is whole.
    for (let i = 1n; i <= length; i += 1n) {
      all += 1n;
      orders = (orders * all) / i;
    }
  }
  return orders;
}

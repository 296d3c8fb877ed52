// The generator behind all random numbers: xoroshiro128+ (Blackman and Vigna), on words of 32 bits. It draws what the
// package pure-rand does, which has much beside that no run needs and every lab would load.

export class Generator {
  #highA: number;
  #lowA: number;
  #highB: number;
  #lowB: number;

  /** @param words its state as whole numbers of 32 bits, not all 0: the two halves of one number, then of the other */
  constructor(...[highA, lowA, highB, lowB]: readonly [number, number, number, number]) {
    this.#highA = highA;
    this.#lowA = lowA;
    this.#highB = highB;
    this.#lowB = lowB;
  }

  /** From 0 up to 1, without 1: a multiple of 2^-53. */
  uniform(): number {
    const first = this.#next() & (2 ** 26 - 1);
    const second = this.#next() & (2 ** 27 - 1);
    return first * 2 ** -26 + second * 2 ** -53;
  }

  /** The next 32 bits. */
  #next(): number {
    const highA = this.#highA;
    const lowA = this.#lowA;
    const drawn = (lowA + this.#lowB) | 0;
    const high = this.#highB ^ highA;
    const low = this.#lowB ^ lowA;
    this.#lowA = (lowA << 24) ^ (highA >>> 8) ^ low ^ (low << 16);
    this.#highA = (highA << 24) ^ (lowA >>> 8) ^ high ^ ((high << 16) | (low >>> 16));
    this.#lowB = (high << 5) ^ (low >>> 27);
    this.#highB = (low << 5) ^ (high >>> 27);
    return drawn;
  }
}

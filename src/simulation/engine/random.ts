// Random numbers: a stream for each purpose, so that what is drawn for one never shifts what is drawn for another.
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';
import type { Length } from '../scenario/scenario.ts';
import { naturalLogarithm } from './logarithm.ts';

/** Where four words of a generator's state begin: any four numbers that differ. */
const BASES = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35];
/** The multiplier of FNV-1a (Fowler, Noll, Vo). */
const FNV_PRIME = 0x01000193;

/** What is drawn for one purpose. The same seed and purpose give the same draws. */
export class Stream {
  readonly #generator;

  /** @param purpose what is drawn, with the names that tell it from everything else that is */
  constructor(seed: number, purpose: string) {
    this.#generator = xoroshiro128plusFromState(
      BASES.map((base) => hash(`${seed} ${purpose}`, base)),
    );
  }

  /** From 0 up to 1, without 1. */
  uniform(): number {
    return uniformFloat64(this.#generator);
  }

  /** Exponential, with this mean: by inversion of the distribution function. */
  exponential(mean: number): number {
    return -mean * naturalLogarithm(1 - this.uniform());
  }

  /** A length, whole ns. */
  draw(length: Length): number {
    if (typeof length === 'number') return length;
    if ('mean' in length) return Math.round(this.exponential(length.mean));
    return length.from + Math.floor(this.uniform() * (length.to - length.from + 1));
  }
}

/** 32 bits of a text: FNV-1a from `base`, its bits then mixed so that each depends on all. */
function hash(text: string, base: number): number {
  let bits = base;
  for (let i = 0; i < text.length; i += 1) {
    bits = Math.imul(bits ^ text.charCodeAt(i), FNV_PRIME);
  }
  bits = Math.imul(bits ^ (bits >>> 16), BASES[2] as number);
  bits = Math.imul(bits ^ (bits >>> 13), BASES[3] as number);
  return bits ^ (bits >>> 16);
}

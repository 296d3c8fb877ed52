// Random numbers: a stream for each purpose, so that what is drawn for one never shifts what is drawn for another.
import type { Length } from '../scenario/scenario.ts';
import { Generator } from './generator.ts';
import { naturalLogarithm } from './logarithm.ts';

/** Where the four words of a generator's state begin: any four numbers that differ. */
const BASES = [0x811c9dc5, 0x9e3779b9, 0x85ebca6b, 0xc2b2ae35] as const;
/** The multiplier of FNV-1a (Fowler, Noll, Vo). */
const FNV_PRIME = 0x01000193;

/** What is drawn for one purpose. The same seed and purpose give the same draws. */
export class Stream {
  readonly #generator: Generator;

  /** @param purpose what is drawn, with the names that tell it from everything else that is */
  constructor(seed: number, purpose: string) {
    this.#generator = new Generator(...stateFrom(`${seed} ${purpose}`));
  }

  /** From 0 up to 1, without 1. */
  uniform(): number {
    return this.#generator.uniform();
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

/** Four words of 32 bits from a text: FNV-1a from each base, in one pass, as there may be a stream for each of many users. */
function stateFrom(text: string): [number, number, number, number] {
  let [a, b, c, d]: [number, number, number, number] = [...BASES];
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    a = Math.imul(a ^ code, FNV_PRIME);
    b = Math.imul(b ^ code, FNV_PRIME);
    c = Math.imul(c ^ code, FNV_PRIME);
    d = Math.imul(d ^ code, FNV_PRIME);
  }
  return [mixed(a), mixed(b), mixed(c), mixed(d)];
}

/** Bits mixed so that each depends on all. */
function mixed(word: number): number {
  let bits = word;
  bits = Math.imul(bits ^ (bits >>> 16), BASES[2]);
  bits = Math.imul(bits ^ (bits >>> 13), BASES[3]);
  return bits ^ (bits >>> 16);
}

// Draws of numbers that a reader can reckon with, always the same ones for a seed.
import { Stream } from '@interleave/simulation';

export interface Draw {
  /** One of these. */
  of<T>(list: readonly T[]): T;
  /** These in an order of its own. */
  shuffled<T>(list: readonly T[]): T[];
}

/** @param purpose what is drawn: another purpose, other draws */
export function drawFrom(seed: number, purpose: string): Draw {
  const stream = new Stream(seed, purpose);
  const below = (many: number) => Math.floor(stream.uniform() * many);
  return {
    of: <T>(list: readonly T[]) => list[below(list.length)] as T,
    shuffled: <T>(list: readonly T[]) => {
      const left = [...list];
      return list.map(() => left.splice(below(left.length), 1)[0] as T);
    },
  };
}

/** To the nearest step: 187 in steps of 5 is 185. */
export const inSteps = (value: number, step: number) => Math.round(value / step) * step;

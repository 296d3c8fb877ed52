// How a strip's lanes look, by their number: from one with patterns and numbers to a hundred of a pixel each.
import type { Strip } from './strip.ts';

export interface Layout {
  /** px between lanes. */
  readonly gap: number;
  /** Lanes too low for a pattern are solid. */
  readonly solid: boolean;
  /** Lanes too low for a low band have every state at full height. */
  readonly dense: boolean;
  /** Whether requests have their numbers. */
  readonly numbered: boolean;
  /** Whether there is one lane, with the core's path and the time of each answer. */
  readonly single: boolean;
}

/** px on a phone, where there is least: all that lanes of several workers share, and what each core takes of it. */
const SHARED = 210;
const A_CORE = 31;
/** px: the share of a lane that a wait takes (look: timeline), and what a pattern, a number and a band need. */
const LOW = 13 / 40;
const PATTERN = 6;
const NUMBER = 36;
const BAND = 6;

export function layoutOf({ lanes, cores }: Pick<Strip, 'lanes' | 'cores'>): Layout {
  const single = lanes === 1;
  const pitch = (SHARED - cores * A_CORE) / lanes;
  const gap = pitch >= 12 ? 4 : pitch >= 4 ? 1 : 0;
  const height = pitch - gap;
  return {
    gap,
    solid: !single && height * LOW < PATTERN,
    dense: pitch < BAND,
    numbered: single || height >= NUMBER,
    single,
  };
}

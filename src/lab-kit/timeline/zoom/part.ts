// The part of a clock that is shown: nearer and farther about an instant, on and back, always within the clock.
import { grouped, type Nanos } from '@interleave/simulation';
import { isIn, type Stretch, wholeOf } from '../../scales/percent.ts';
import { unitOf } from '../clock.ts';

/** So many times a clock can be stretched, and no further than to this length, ns. */
const MOST_TIMES = 5000;
const SHORTEST = 1000;
/** Where in a part an instant stands that the part has to go to: near its start, as time goes on from there. */
const AHEAD = 0.1;

export const lengthOf = ({ start, end }: Stretch) => end - start;

/** Whether a part is all of a clock up to `end`. */
export const isWhole = (part: Stretch, end: Nanos) => part.start <= 0 && part.end >= end;

/** A part of this length (ns) from `start`, or as near to there as the clock has it; the whole where it is as long. */
export function fitted(start: number, length: number, end: Nanos): Stretch {
  const kept = Math.round(Math.max(length, Math.min(end, Math.max(end / MOST_TIMES, SHORTEST))));
  if (kept >= end) return wholeOf(end);
  const from = Math.round(Math.min(Math.max(0, start), end - kept));
  return { start: from as Nanos, end: (from + kept) as Nanos };
}

/** The part that shows a clock `factor` times as near, with `about` where it is. */
export function zoomed(part: Stretch, end: Nanos, factor: number, about: number): Stretch {
  const length = lengthOf(fitted(0, lengthOf(part) / factor, end));
  return fitted(about - ((about - part.start) / lengthOf(part)) * length, length, end);
}

/** The part of the same length that begins `by` ns later. */
export const panned = (part: Stretch, end: Nanos, by: number) =>
  fitted(part.start + by, lengthOf(part), end);

/** The same part if an instant is in it, or else the one of its length that begins shortly before the instant. */
export const holding = (part: Stretch, end: Nanos, at: number) =>
  isIn(at, part) ? part : fitted(at - AHEAD * lengthOf(part), lengthOf(part), end);

/** Two fingers: which instant each holds, ns, and where they are now, as shares of the plot's width. */
export interface Pinch {
  readonly held: readonly [number, number];
  readonly at: readonly [number, number];
}

/** The part in which two fingers still hold the instants that they took hold of. */
export function pinched({ held, at }: Pinch, end: Nanos): Stretch {
  const apart = at[1] - at[0];
  // One over the other they say no length.
  const length = Math.abs(apart) < 0.01 ? end : Math.abs((held[1] - held[0]) / apart);
  return fitted(held[0] - at[0] * length, length, end);
}

/** A length of time in words has so many digits as tell its thousandths, ns. */
const grainOf = (length: number) => 10 ** Math.floor(Math.log10(length) - 2);

/** A part's ends, to a hundredth of its length, on a clock up to `end`: "2 to 2.5 s". */
export function endsInWords(part: Stretch, end: Nanos): string {
  const grain = grainOf(lengthOf(part));
  const { name, nanos } = unitOf(end);
  const digits = Math.max(0, Math.round(Math.log10(nanos / grain)));
  const told = (at: number) =>
    grouped(Number(((Math.round(at / grain) * grain) / nanos).toFixed(digits)));
  return `${told(part.start)} to ${told(part.end)}\u00a0${name}`;
}

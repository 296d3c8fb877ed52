// How many of those in a place are shown, and in which words, before any pixel.
import type { Nanos, Stay, Trace } from '@interleave/simulation';
import { legible, unitOf } from '../../timeline/clock.ts';

/** How many tokens a place has room for: in a narrow figure, and in a wide one. */
export interface Room {
  readonly narrow: number;
  readonly wide: number;
}

/** More than these are a crowd: one token stands for all. */
const MOST_IN_SIGHT = 99;

/** Of so many that stand in a place, how many have a token of their own, and for how many one token stands. */
export function shown(standing: number, room: number): { tokens: number; more: number } {
  if (standing <= room) return { tokens: standing, more: 0 };
  if (standing > MOST_IN_SIGHT) return { tokens: 0, more: standing };
  return { tokens: room - 1, more: standing - room + 1 };
}

const ENDINGS: Readonly<Record<string, string>> = { one: 'st', two: 'nd', few: 'rd', other: 'th' };
const ORDINAL = new Intl.PluralRules('en', { type: 'ordinal' });

/** 1st, 2nd, 3rd, 4th. */
export const ordinal = (place: number) => `${place}${ENDINGS[ORDINAL.select(place)]}`;

/**
 * How long a task stays where it is, as it is written beside it: until when, where that is known of the place, else
 * since when. An instant is a number in the unit of the clock.
 *
 * @param clock the clock's end, ns
 * @param hiddenFrom from where on a question holds back what follows, ns, or null
 */
export function lasting(
  trace: Trace,
  { task, place, since, until }: Stay,
  clock: Nanos,
  hiddenFrom: number | null,
): { word: 'since' | 'until'; time: number } {
  const onward = until === trace.end && trace.tasks[task]?.end !== until;
  const told = (place === 'core' || place === 'waiting') && !onward;
  const word = told && (hiddenFrom === null || until <= hiddenFrom) ? 'until' : 'since';
  const time = (word === 'until' ? until : since) / unitOf(clock).nanos;
  return { word, time: legible(time) };
}

// What the opening says: times, counts, and what a change of the setting came to.

import { inSeconds } from '../lab-kit/units.ts';

/** An instant of a run under way: "1.8 s". */
const running = (at: number): string => `${(at / 1e9).toFixed(1)}\u00a0s`;

/** An instant of a run, at its end exactly. */
export const clock = (at: number, end: number): string =>
  at >= end ? inSeconds(end) : running(at);

/** What is heard of a run: "7 of 100 answered after 1.8 s". */
export const heard = (answered: number, of: number, at: number, end: number): string =>
  `${answered} of ${of} answered after ${clock(at, end)}`;

/** What the three cores came to. It holds for runs that end together: the page is not built with others. */
export const NOTHING_CHANGED = 'Three more cores changed nothing.';

/** What the reader's setting came to, beside four cores that take one request at a time. */
export const outcome = (end: number, before: number): string =>
  end === before
    ? `Still ${inSeconds(end)}.`
    : `${inSeconds(end)} instead of ${inSeconds(before)}.`;

// What the opening says: times, counts, and what a change of the setting came to.

const seconds = (nanos: number) => nanos / 1e9;

/** An instant of a run under way: "1.8 s". */
export const running = (at: number): string => `${seconds(at).toFixed(1)}\u00a0s`;

/** When a run ended: "26.0 s", "1.25 s". */
export const ended = (end: number): string =>
  `${seconds(end).toFixed(seconds(end) < 10 ? 2 : 1)}\u00a0s`;

/** An instant of a run, at its end exactly. */
export const clock = (at: number, end: number): string => (at >= end ? ended(end) : running(at));

/** What is heard of a run: "7 of 100 answered after 1.8 s". */
export const heard = (answered: number, of: number, at: number, end: number): string =>
  `${answered} of ${of} answered after ${clock(at, end)}`;

/** What the three cores came to. It holds for runs that end together: the page is not built with others. */
export const NOTHING_CHANGED = 'Three more cores changed nothing.';

/** What the reader's setting came to, beside four cores that take one request at a time. */
export const outcome = (end: number, before: number): string =>
  end === before ? `Still ${ended(end)}.` : `${ended(end)} instead of ${ended(before)}.`;

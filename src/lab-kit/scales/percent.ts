// Instants as places along the clock; every x of a timeline is a percentage, so it is right at any width.
import type { Nanos } from '@interleave/simulation';

/** A share (0..1) as a CSS percentage, short enough for HTML and exact to a hundredth of a pixel. */
export const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;

/** An instant's place on a clock that ends at `end`, as a CSS percentage. */
export const along = (at: Nanos, end: Nanos) => percent(end === 0 ? 0 : at / end);

// Instants as places along the part of a clock that is shown; every x of a timeline is a percentage of that part, so it
// is right at any width.
import type { Nanos } from '@interleave/simulation';

/** A stretch of a run's clock, ns. */
export interface Stretch {
  readonly start: Nanos;
  readonly end: Nanos;
}

/** The whole of a clock up to `end`. */
export const wholeOf = (end: Nanos): Stretch => ({ start: 0 as Nanos, end });

/** A share (0..1) as a CSS percentage, short enough for HTML and exact to a hundredth of a pixel. */
export const percent = (share: number) => `${Number((share * 100).toFixed(4))}%`;

/** Where an instant lies in what is shown: 0 at its start, 1 at its end. */
export const shareOf = (at: number, { start, end }: Stretch) =>
  end === start ? 0 : (at - start) / (end - start);

/** An instant's place in what is shown, as a CSS percentage. */
export const along = (at: number, shown: Stretch) => percent(shareOf(at, shown));

/** As much of a stretch as is shown; null where none of it is. */
export const seenOf = ({ start, end }: Stretch, shown: Stretch): Stretch | null =>
  end <= shown.start || start >= shown.end
    ? null
    : {
        start: Math.max(start, shown.start) as Nanos,
        end: Math.min(end, shown.end) as Nanos,
      };

/** How much of what is shown a stretch takes, 0..1. */
export const breadthOf = ({ start, end }: Stretch, shown: Stretch) =>
  (end - start) / (shown.end - shown.start);

/** Whether an instant is shown. */
export const isIn = (at: number, { start, end }: Stretch) => at >= start && at <= end;

// A playhead that stands where a run ends: for a column whose run is over, and for the page as it was built.
import { type Playhead, PlayheadStore } from '../lab-kit/frame/playhead.ts';
import { answersOf, type Strip } from './strip.ts';

/** The clock of a strip: it flows from answer to answer. */
export const trackOf = (strip: Strip) => ({
  end: strip.end,
  stops: () => [0, ...answersOf(strip)],
  flows: true,
});

export const restingAtEnd = (strip: Strip): Playhead =>
  new PlayheadStore(strip.end).on(trackOf(strip));

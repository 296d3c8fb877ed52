// The playhead's flag on the axis: how wide it is, where it hangs, and which of the axis's numbers step aside for it.
import type { Nanos } from '@interleave/simulation';
import type { Stretch } from '../../scales/percent.ts';
import { inSteps, onClock } from '../clock.ts';
import { textWidth } from './fit.ts';

/** What a flag says on a clock up to `end` of which a part is shown: whole steps of that. */
export const flagText = (at: number, shown: Stretch, end: Nanos) =>
  onClock(Math.min(inSteps(at, shown.end - shown.start), end) as Nanos, end);

/** px: its letters are bold, and there is as much room at either side of them as above. */
export const flagWidth = (text: string) => textWidth(text) + 12;

/** To which side of the playhead a flag hangs, by the playhead's share of the clock. */
export const flagSide = (at: number) => (at < 0.04 ? 'start' : at > 0.97 ? 'end' : 'middle');

/** How far (px, in the style sheet) a flag with a short text reaches to the one side of the playhead, and to the other. */
const REACH = { start: [4, 50], middle: [27, 27], end: [40, 14] } as const;

/**
 * Whether a number of the axis would lie under the flag, or touch it.
 *
 * @param apart from the playhead to the number, px
 */
export function isUnderFlag(apart: number, number: string, at: number, text: string): boolean {
  const [left, right] = REACH[flagSide(at)];
  const more = Math.max(0, flagWidth(text) - left - right);
  const own = textWidth(number) / 2;
  return apart > -left - more - own && apart < right + more + own;
}

// How fast a strip runs: slowly at first, so that a burst of 10 ms can be seen, then ten times as fast.
import { oncePer } from '../lab-kit/once-per.ts';
import { answersOf, type Strip } from './strip.ts';

/** Simulated time by the reader's time: up to the second answer, and after it. */
export const SLOW = 0.25;
export const FAST = 2.5;
const SLOW_ANSWERS = 2;

/** Longer frames (ms of the reader's time) do not make it jump: a page that was hidden goes on where it was. */
const LONGEST_FRAME = 100;

const NANOS_PER_MS = 1e6;

/** Up to when (ns) a strip runs slowly: asked for at each frame. */
const slowUntil = oncePer((strip: Strip) => answersOf(strip)[SLOW_ANSWERS - 1] ?? 0);

export const speedAt = (strip: Strip, at: number): number => (at < slowUntil(strip) ? SLOW : FAST);

/** Where a strip that stands at an instant (ns) stands after a frame of the reader's time (ms). */
export function advance(strip: Strip, at: number, frame: number): number {
  const passed = Math.min(frame, LONGEST_FRAME) * NANOS_PER_MS;
  const slow = slowUntil(strip);
  const slowly = at + passed * SLOW;
  if (slowly <= slow) return Math.min(slowly, strip.end);
  // What of the frame is left once the slow part is over.
  const left = at < slow ? passed - (slow - at) / SLOW : passed;
  return Math.min(Math.max(at, slow) + left * FAST, strip.end);
}

// A short stretch of the core, for the strip: a handful of bursts, and the switches between them.
import type { CoreSegment, CoreState } from '@interleave/simulation';
import { type Setting, SLICE } from './core.ts';

export interface Stretch {
  /** µs. */
  readonly length: number;
  /** What the core does, from 0 to the length, µs. */
  readonly segments: readonly {
    readonly state: CoreState;
    readonly start: number;
    readonly end: number;
    /** The thread's number, from 1; null while the core is idle. */
    readonly thread: number | null;
  }[];
}

/** So many turns on the core at least would have room, one after the other. */
const TURNS = 6;

/** The least of 1, 2, 5, 10, 20 … that is not less. */
function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 5].find((factor) => factor * power >= value * (1 - 1e-9)) ?? 10);
}

/**
 * @param from where the long run begins to count, ns: the stretch begins with the first turn after that
 * @param cost of a switch, µs; null where there is none
 */
export function stretchOf(
  { burst }: Setting,
  segments: readonly CoreSegment[],
  from: number,
  cost: number | null,
): Stretch {
  const length = roundUp(TURNS * (Math.min(burst, SLICE) + (cost ?? 0)));
  const begin =
    segments.find(({ state, start }, i) => {
      if (start < from || state === 'idle') return false;
      return state === 'switching' || segments[i - 1]?.state !== 'switching';
    })?.start ?? from;
  const end = begin + length * 1000;
  return {
    length,
    segments: segments.flatMap((one) =>
      one.end <= begin || one.start >= end
        ? []
        : [
            {
              state: one.state,
              start: (Math.max(one.start, begin) - begin) / 1000,
              end: (Math.min(one.end, end) - begin) / 1000,
              thread: one.task === null ? null : one.task + 1,
            },
          ],
    ),
  };
}

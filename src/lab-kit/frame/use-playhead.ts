// The playhead: an instant that moves by steps from change to change, exactly back, and by itself when asked to.
import type { Nanos } from '@interleave/simulation';
import { useEffect, useState } from 'react';

/** A whole run plays in this time, whatever its length (ms of the reader's time). */
const PLAY_MS = 9000;
/** Under reduced motion playing steps from instant to instant, this far apart (ms of the reader's time). */
const STEP_MS = 1000;

export interface Playhead {
  readonly at: Nanos;
  readonly playing: boolean;
  readonly seek: (at: Nanos) => void;
  /** Goes to the beginning of a stretch, unless it stands in it already. */
  readonly follow: (stretch: { readonly start: Nanos; readonly end: Nanos } | undefined) => void;
  readonly stepForward: () => void;
  readonly stepBack: () => void;
  readonly toStart: () => void;
  readonly togglePlay: () => void;
}

/**
 * @param instants the instants to step through, ascending, from 0 to the end
 * @param initial where it stands at first, ns
 */
export function usePlayhead(instants: readonly Nanos[], initial: Nanos): Playhead {
  const [wanted, setAt] = useState(initial);
  const [playing, setPlaying] = useState(false);
  const end = instants.at(-1) as Nanos;
  const at = Math.min(wanted, end) as Nanos;

  const next = (from: Nanos) => instants.find((instant) => instant > from) ?? end;
  const previous = (from: Nanos) => instants.findLast((instant) => instant < from) ?? (0 as Nanos);

  usePlaying(playing, at, end, next, setAt, () => setPlaying(false));

  const seek = (to: Nanos) => {
    setPlaying(false);
    setAt(to);
  };
  return {
    at,
    playing,
    seek,
    follow: (stretch) => {
      if (stretch !== undefined && (at < stretch.start || at >= stretch.end)) seek(stretch.start);
    },
    stepForward: () => seek(next(at)),
    stepBack: () => seek(previous(at)),
    toStart: () => seek(0 as Nanos),
    togglePlay: () => {
      if (!playing && at >= end) setAt(0 as Nanos);
      setPlaying(!playing);
    },
  };
}

function usePlaying(
  playing: boolean,
  at: Nanos,
  end: Nanos,
  next: (from: Nanos) => Nanos,
  setAt: (at: Nanos) => void,
  stop: () => void,
) {
  // Only the start of playing begins the loop; the loop itself carries the instant along.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!playing) return;
    let now = at >= end ? (0 as Nanos) : at;
    const move = (to: Nanos) => {
      now = Math.min(to, end) as Nanos;
      setAt(now);
      if (now >= end) stop();
    };
    if (matchMedia('(prefers-reduced-motion: reduce)').matches) {
      const timer = setInterval(() => move(next(now)), STEP_MS);
      return () => clearInterval(timer);
    }
    let last: number | undefined;
    let frame = requestAnimationFrame(function tick(time) {
      if (last !== undefined) move((now + Math.round(((time - last) / PLAY_MS) * end)) as Nanos);
      last = time;
      frame = requestAnimationFrame(tick);
    });
    return () => cancelAnimationFrame(frame);
  }, [playing]);
}

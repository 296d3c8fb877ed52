// What makes a strip run: moves its playhead at each frame, by the pace of the opening, until the end or until told.
import { useEffect, useState, useSyncExternalStore } from 'react';
import type { Playhead } from '../lab-kit/frame/playhead.ts';
import { onLessMotion, wantsLessMotion } from '../lab-kit/less-motion.ts';
import { advance } from './pace.ts';
import type { Strip } from './strip.ts';

/** Whether the reader asked their system for less motion: then nothing runs, and each press is a step. */
export const useStill = (): boolean =>
  useSyncExternalStore(onLessMotion, wantsLessMotion, () => false);

/** @returns whether it runs, and how to say that it shall or shall not */
export function useRunner(
  strip: Strip,
  playhead: Playhead,
): [running: boolean, run: (is: boolean) => void] {
  const [running, run] = useState(false);
  useEffect(() => {
    if (!running) return;
    let last: number | undefined;
    let frame = requestAnimationFrame(function tick(time) {
      frame = requestAnimationFrame(tick);
      if (last !== undefined) {
        const at = advance(strip, playhead.at(), time - last);
        playhead.seek(at);
        if (at >= strip.end) run(false);
      }
      last = time;
    });
    return () => cancelAnimationFrame(frame);
  }, [running, strip, playhead]);
  return [running, run];
}

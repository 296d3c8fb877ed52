// What a part of the opening shows of the instant: drawn again only when that changes, not at every frame.
import { useSyncExternalStore } from 'react';
import type { Playhead } from '../lab-kit/frame/playhead.ts';

/** @param read gives a string or a number, by which it is known whether anything has changed */
export function useDerived<T extends string | number>(
  playhead: Playhead,
  read: (at: number) => T,
): T {
  const now = () => read(playhead.at());
  return useSyncExternalStore(playhead.subscribe, now, now);
}

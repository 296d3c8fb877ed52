// How fast playheads move by themselves: one speed for all labs of a page, forgotten with it.
import { useSyncExternalStore } from 'react';

/** Times a playhead's own speed. */
export const SPEEDS: readonly number[] = [0.25, 0.5, 1, 2, 4];

let speed = 1;
const listeners = new Set<() => void>();

export const speedNow = (): number => speed;

export function setSpeed(to: number): void {
  speed = to;
  for (const listener of listeners) listener();
}

/** The next speed up or down; at the last of them it stays. */
export const changeSpeed = (by: 1 | -1): void =>
  setSpeed(SPEEDS[SPEEDS.indexOf(speed) + by] ?? speed);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export const useSpeed = (): number => useSyncExternalStore(subscribe, speedNow, speedNow);

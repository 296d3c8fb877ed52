// The playhead: a place on the clock that moves by steps from stop to stop, exactly back, and by itself when asked to.
// It is kept outside React: while it plays, only what follows it is drawn again.
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { wantsLessMotion } from '../less-motion.ts';

/** A whole clock plays in this time, whatever its length (ms of the reader's time). */
const PLAY_MS = 9000;
/** Where nothing flows, or under reduced motion, playing steps from stop to stop, this far apart (ms). */
const STEP_MS = 1000;

/** What it moves on. */
export interface Track {
  readonly end: number;
  /** Where something changes, ascending, from 0 to the end. */
  stops(): readonly number[];
  /** Whether it flows from one to the next, or jumps. */
  readonly flows: boolean;
}

export interface Playhead {
  at(): number;
  isPlaying(): boolean;
  /** Where it stands, or, while it plays, stood last. */
  restsAt(): number;
  /** Calls `listener` at every move. Returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Goes where the reader wants it; where the clock is shorter, it stands at its end. */
  seek(at: number): void;
  /** Goes to the beginning of a stretch, unless it stands in it already. */
  follow(stretch: { readonly start: number; readonly end: number } | undefined): void;
  stepForward(): void;
  stepBack(): void;
  toStart(): void;
  togglePlay(): void;
}

/** The one playhead of a lab, over all the tracks that its settings give it. */
export class PlayheadStore {
  #wanted: number;
  #rested: number;
  /** Stops playing; null while it does not play. */
  #halt: (() => void) | null = null;
  #track: Track = { end: 0, stops: () => [0], flows: true };
  readonly #listeners = new Set<() => void>();

  constructor(initial: number) {
    this.#wanted = initial;
    this.#rested = initial;
  }

  /** It plays on along this track from now on. */
  follow(track: Track): void {
    this.#track = track;
  }

  halt(): void {
    this.#halt?.();
    this.#halt = null;
  }

  /** The playhead as it stands on a track. */
  on({ end, stops }: Track): Playhead {
    const at = () => Math.min(this.#wanted, end);
    const seek = (to: number) => {
      this.halt();
      this.#rested = to;
      this.#move(to);
    };
    return {
      at,
      isPlaying: () => this.#halt !== null,
      restsAt: () => Math.min(this.#rested, end),
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      seek,
      follow: (stretch) => {
        if (stretch !== undefined && (at() < stretch.start || at() >= stretch.end)) {
          seek(stretch.start);
        }
      },
      stepForward: () => seek(stops().find((stop) => stop > at()) ?? end),
      stepBack: () => seek(stops().findLast((stop) => stop < at()) ?? 0),
      toStart: () => seek(0),
      togglePlay: () => (this.#halt === null ? this.#play(at(), end) : seek(at())),
    };
  }

  #move(to: number) {
    this.#wanted = to;
    for (const listener of this.#listeners) listener();
  }

  #play(from: number, end: number) {
    let now = from >= end ? 0 : from;
    // The end may have moved since: the reader turns knobs while it plays.
    const move = (to: number) => {
      now = Math.min(to, this.#track.end);
      if (now >= this.#track.end) {
        this.halt();
        this.#rested = now;
      }
      this.#move(now);
    };
    this.#halt = this.#steps()
      ? stepping(() => move(this.#track.stops().find((stop) => stop > now) ?? now))
      : flowing((share) => move(now + Math.round(share * this.#track.end)));
    this.#move(now);
  }

  #steps(): boolean {
    return !this.#track.flows || wantsLessMotion();
  }
}

/** Calls `step` again and again. Returns how to stop that. */
function stepping(step: () => void): () => void {
  const timer = setInterval(step, STEP_MS);
  return () => clearInterval(timer);
}

/** Calls `move` at each frame with the share of the clock (0..1) that has passed since the last. Returns how to stop. */
function flowing(move: (share: number) => void): () => void {
  let last: number | undefined;
  let frame = requestAnimationFrame(function tick(time) {
    // Before the move, which may stop it.
    frame = requestAnimationFrame(tick);
    if (last !== undefined) move((time - last) / PLAY_MS);
    last = time;
  });
  return () => cancelAnimationFrame(frame);
}

/** A lab's playhead on the track of its present runs. @param initial where it stands at first */
export function usePlayhead(track: Track, initial: number): Playhead {
  const [store] = useState(() => new PlayheadStore(initial));
  useLayoutEffect(() => store.follow(track), [store, track]);
  useEffect(() => () => store.halt(), [store]);
  return useMemo(() => store.on(track), [store, track]);
}

/** Where a playhead stands: what uses this is drawn again at each move. */
export const useAt = ({ subscribe, at }: Playhead): number =>
  useSyncExternalStore(subscribe, at, at);

export const usePlaying = ({ subscribe, isPlaying }: Playhead): boolean =>
  useSyncExternalStore(subscribe, isPlaying, isPlaying);

/** Where a playhead stands or, while it plays, stood last. */
export const useRest = ({ subscribe, restsAt }: Playhead): number =>
  useSyncExternalStore(subscribe, restsAt, restsAt);

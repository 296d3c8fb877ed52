// The playhead: a place on the clock that moves by steps from stop to stop, exactly back, and by itself when asked to.
// It is kept outside React: while it plays, only what follows it is drawn again.
import { useEffect, useLayoutEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { wantsLessMotion } from '../less-motion.ts';
import { speedNow } from './speed.ts';

/** At its own speed all that is shown of a clock plays in this time, whatever its length (ms of the reader's time). */
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
  /** Where it stands until a reader moves it; 0 where it is left out, and past the end is the end. */
  readonly opensAt?: number;
  /** The stop that is told in the same words as an instant; the instant itself where there is none. */
  told?(at: number): number;
  /** The nearest whole step to an instant, where `length` of the clock is shown. Left out where all places are whole. */
  readonly whole?: ((at: number, length: number) => number) | undefined;
}

/** A part of the clock. */
interface Part {
  readonly start: number;
  readonly end: number;
}

export interface Playhead {
  at(): number;
  isPlaying(): boolean;
  /** Where it stands, or, while it plays, stood last. */
  restsAt(): number;
  /** Where it stands until a reader moves it. */
  opensAt(): number;
  /** Where it stands; on its way in whole steps, which can be read. */
  toldAt(): number;
  /** How far the run is drawn: to the playhead once a reader has moved it; null where the whole of it is shown. */
  drawnTo(): number | null;
  /** Whether it stands where a step has brought it. */
  hasStepped(): boolean;
  /** Calls `listener` at every move. Returns how to stop that. */
  subscribe(listener: () => void): () => void;
  /** Goes where the reader wants it; where the clock is shorter, it stands at its end. */
  seek(at: number): void;
  /**
   * Stands where something opens, which is shown whole: at the stop that is told as this instant, if there is one; null is
   * where the run itself opens, whatever run comes.
   */
  open(at: number | null): void;
  /** Goes to the beginning of a stretch, unless it stands in it already; as much of the run is drawn as before. */
  follow(stretch: Part | undefined): void;
  /** This part of the clock is shown: as much plays in one go. */
  show(part: Part): void;
  stepForward(): void;
  stepBack(): void;
  toStart(): void;
  togglePlay(): void;
}

/** What has brought it where it stands: nothing that the reader did, a choice of a place, a step, or playing. */
type Moved = 'not' | 'put' | 'stepped' | 'playing';

/** The one playhead of a lab, over all the tracks that its settings give it. */
export class PlayheadStore {
  /** Null for where its track opens. */
  #wanted: number | null;
  #rested: number | null;
  /** Whether it was given as it is told, which may be less exact than where it stands. */
  #asTold = false;
  #moved: Moved = 'not';
  #shown: Part | null = null;
  /** Stops playing; null while it does not play. */
  #halt: (() => void) | null = null;
  #track: Track = { end: 0, stops: () => [0], flows: true };
  readonly #listeners = new Set<() => void>();

  constructor(initial: number | null) {
    this.#wanted = initial;
    this.#rested = initial;
  }

  /** It plays on along this track from now on. While it does not play, the whole of a new run is shown. */
  follow(track: Track): void {
    this.#track = track;
    if (this.#halt === null && this.#moved !== 'not') this.#rest(this.#wanted, 'not');
  }

  halt(): void {
    this.#halt?.();
    this.#halt = null;
  }

  /** The playhead as it stands on a track. */
  on({ end, stops, opensAt = 0, whole, told }: Track): Playhead {
    let found: { readonly place: number; readonly at: number } | undefined;
    const exact = (place: number) => {
      if (found?.place !== place) found = { place, at: told?.(place) ?? place };
      return found.at;
    };
    const on = (place: number | null) =>
      Math.min(this.#asTold && place !== null ? exact(place) : (place ?? opensAt), end);
    const at = () => on(this.#wanted);
    const inSteps = () => Math.min(whole?.(at(), this.#pace(end)) ?? at(), end);
    return {
      at,
      isPlaying: () => this.#halt !== null,
      restsAt: () => on(this.#rested),
      opensAt: () => on(null),
      toldAt: () => (this.#halt === null ? at() : inSteps()),
      drawnTo: () => (this.#moved === 'not' || at() >= end ? null : at()),
      hasStepped: () => this.#moved === 'stepped',
      subscribe: (listener) => {
        this.#listeners.add(listener);
        return () => this.#listeners.delete(listener);
      },
      seek: (to) => this.#rest(to, 'put'),
      open: (to) => this.#rest(to, 'not', true),
      follow: (stretch) => {
        if (stretch !== undefined && (at() < stretch.start || at() >= stretch.end)) {
          this.#rest(stretch.start, this.#moved === 'not' ? 'not' : 'put');
        }
      },
      show: (part) => {
        this.#shown = part;
      },
      stepForward: () => this.#rest(stops().find((stop) => stop > at()) ?? end, 'stepped'),
      stepBack: () => this.#rest(stops().findLast((stop) => stop < at()) ?? 0, 'stepped'),
      toStart: () => this.#rest(0, 'put'),
      togglePlay: () =>
        this.#halt === null ? this.#play(this.#playsFrom(at(), end)) : this.#rest(inSteps(), 'put'),
    };
  }

  #rest(at: number | null, moved: Moved, asTold = false) {
    this.halt();
    this.#rested = at;
    this.#move(at, moved, asTold);
  }

  #move(to: number | null, moved: Moved, asTold = false) {
    this.#wanted = to;
    this.#asTold = asTold;
    this.#moved = moved;
    for (const listener of this.#listeners) listener();
  }

  /** How much of a clock up to `end` plays in one go. */
  #pace(end: number): number {
    return this.#shown === null ? end : this.#shown.end - this.#shown.start;
  }

  /** From the start again where it is at the end; with what is shown where it stands outside of that. */
  #playsFrom(at: number, end: number): number {
    if (at >= end) return 0;
    const { start, end: until } = this.#shown ?? { start: 0, end };
    return at < start || at > until ? start : at;
  }

  #play(from: number) {
    let now = from;
    const steps = this.#steps();
    // The end may have moved since: the reader turns knobs while it plays.
    const move = (to: number) => {
      now = Math.min(to, this.#track.end);
      const at = Math.round(now);
      if (now >= this.#track.end) {
        this.halt();
        this.#rested = at;
      }
      this.#move(at, steps ? 'stepped' : 'playing');
    };
    this.#halt = steps
      ? stepping(() => move(this.#track.stops().find((stop) => stop > now) ?? now))
      : flowing((share) => move(now + share * this.#pace(this.#track.end)));
    this.#move(now, 'playing');
  }

  #steps(): boolean {
    return !this.#track.flows || wantsLessMotion();
  }
}

/** Calls `step` again and again. Returns how to stop that. */
function stepping(step: () => void): () => void {
  let timer = setTimeout(function tick() {
    // Before the step, which may be the last.
    timer = setTimeout(tick, STEP_MS / speedNow());
    step();
  }, STEP_MS / speedNow());
  return () => clearTimeout(timer);
}

/** Calls `move` at each frame with the share of what is shown (0..1) that has passed since the last. Returns how to stop. */
function flowing(move: (share: number) => void): () => void {
  let last: number | undefined;
  let frame = requestAnimationFrame(function tick(time) {
    // Before the move, which may stop it.
    frame = requestAnimationFrame(tick);
    if (last !== undefined) move(((time - last) * speedNow()) / PLAY_MS);
    last = time;
  });
  return () => cancelAnimationFrame(frame);
}

/** A lab's playhead on the track of its present runs. @param initial where it stands at first; null for where it opens */
export function usePlayhead(track: Track, initial: number | null): Playhead {
  const [store] = useState(() => new PlayheadStore(initial));
  useLayoutEffect(() => store.follow(track), [store, track]);
  useEffect(() => () => store.halt(), [store]);
  return useMemo(() => store.on(track), [store, track]);
}

/** What is read off a playhead: what uses this is drawn again only when that becomes another. */
export function useOf<T extends string | number | boolean | null>(
  { subscribe }: Playhead,
  read: () => T,
): T {
  return useSyncExternalStore(subscribe, read, read);
}

/** Where a playhead stands: what uses this is drawn again at each move. */
export const useAt = (playhead: Playhead): number => useOf(playhead, playhead.at);

export const usePlaying = (playhead: Playhead): boolean => useOf(playhead, playhead.isPlaying);

/** Where a playhead stands or, while it plays, stood last. */
export const useRest = (playhead: Playhead): number => useOf(playhead, playhead.restsAt);

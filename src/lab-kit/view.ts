// What a view is: figures from the top down on one optional clock. The frame of a lab knows these types and no figure.
import type { Sentence } from '@interleave/simulation';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Playhead } from './frame/playhead.ts';
import type { Run } from './lab.ts';
import type { Value } from './parameters/kinds.ts';
import type { Table } from './tables.ts';

/** A lab's figures, and the clock that they share. C is what a reader can choose in them: a segment, a node. */
export interface View<V, R, C = unknown> {
  /** Over the sentence: what a reader turns to first. */
  readonly top?: readonly Figure<V, R, C>[];
  /** Over the knobs, where a whole is summed up. */
  readonly above?: readonly Figure<V, R, C>[];
  /** The drawing: it moves beside a knob that is held where both do not fit a screen. */
  readonly figures: readonly Figure<V, R, C>[];
  /** Under the reasons of what is chosen. */
  readonly below?: readonly Figure<V, R, C>[];
  readonly clock?: Clock<V, R>;
  /** The result in a sentence or two, where the lab has no words of its own. */
  describe?(run: Run<V, R>): Sentence;
  /** What the second of two runs changes; null where each is better told in its own words. */
  compare?(first: Run<V, R>, second: Run<V, R>): Sentence | null;
  /**
   * What happens at a stop of the clock, where the clock's own words say what is so; null where nothing does.
   */
  changes?(runs: readonly Run<V, R>[], at: number): Changed<C> | null;
  /** Where the two runs are drawn. */
  Legs?(props: { readonly runs: readonly Run<V, R>[] }): ReactNode;
  /** What is chosen: what the reader chose, where these runs still have it, else what the drawing points at itself. */
  chosen?(runs: readonly Run<V, R>[], wanted: C | null): C | null;
}

/** What happens at a stop, and the part of the figures that shows it best, if one does. */
export interface Changed<C> {
  readonly said: Sentence;
  readonly part: C | null;
}

/** The figures of a view, from the top down. */
export const figuresOf = <V, R, C>({
  top = [],
  above = [],
  figures,
  below = [],
}: View<V, R, C>): readonly Figure<V, R, C>[] => [...top, ...above, ...figures, ...below];

/** A drawing of a result. Each part is pure in its stage: whole at build, then live. */
export interface Figure<V, R, C = unknown> {
  /** Unique in its view. */
  readonly id: string;
  Draw(props: StageProps<V, R, C>): ReactNode;
  /** Under the figures, beside the transport where there is one: what its colours mean. */
  Legend?(props: StageProps<V, R, C>): ReactNode;
  /** Under it: the reasons of what is chosen. */
  Reasons?(props: StageProps<V, R, C>): ReactNode;
  /** It covers by itself what a question holds back; any other figure is then left out whole. */
  readonly coversItself?: true;
  /** It draws what other settings give: left out while a question asks for that. */
  readonly looksAhead?: true;
  /** The same in exact figures. @param knobs the names of the parameters that can be set here */
  tables?(runs: readonly Run<V, R>[], knobs: readonly string[]): readonly Table[];
  readonly keys?: readonly Keys<Stage<V, R, C>>[];
}

/** A figure that says itself what of it is drawn in small, as S, where labs are listed. */
export interface DrawnInSmall<V, R, S> extends Figure<V, R> {
  inSmall(run: Run<V, R>): S;
}

/** Keys that are told together, with what each does. */
export interface Keys<T> {
  readonly keys: string;
  readonly does: string;
  readonly press: Readonly<Record<string, Action<T>>>;
}

/** Written as a method, so that the kit can hold labs of any kind in one type. */
type Action<T> = { act(target: T): void }['act'];

/** What the playhead moves on: time in ns, or steps. */
export interface Clock<V, R> {
  /** Where it ends. */
  end(result: R): number;
  /** Where something changes, from 0 to the end: asked for when a reader steps. */
  stops(result: R): readonly number[];
  /** What a link counts in, and how many of the clock that is: "ms", 1e6; "step", 1. */
  readonly unit: string;
  readonly size: number;
  /** Where a link may put the playhead, as a phrase: "an instant in ms, such as 42". */
  readonly allowed: string;
  /** Time flows from stop to stop; steps jump. */
  readonly flows: boolean;
  /**
   * Where a lab opens if nothing else is said, on the clock; 0 where it is left out. Infinity is the end: for what has
   * been done, not for what is going to happen.
   */
  readonly opensAt?: number;
  /** The part that the drawing shows of runs at first, where that is not the whole: there they open at its beginning. */
  opensOn?(runs: readonly Run<V, R>[]): { readonly start: number } | undefined;
  /** An instant on a clock up to `end`: "42 ms", "step 7 of 12". */
  say(at: number, end: number): string;
  /**
   * The nearest whole step to an instant, where `length` of the clock is shown: so a moving playhead is told. Left out
   * where it stands on whole steps only.
   */
  whole?(at: number, length: number): number;
  /** What is so at an instant, and what has just changed. */
  describe(run: Run<V, R>, at: number): Sentence;
}

/** All that a figure sees of its lab. */
export interface Stage<V, R, C> {
  /** One run, or the pinned one and that which the knobs set. */
  readonly runs: readonly Run<V, R>[];
  /** The sentence of the result, as plain text; '' while it is held back. */
  readonly told: string;
  /** Moves while it plays: only its followers, by `useAt`, are drawn again. */
  readonly playhead: Playhead;
  /** The instant from which on a question holds back what is drawn, or null. */
  readonly coveredFrom: number | null;
  /** A question waits for its answer, or a run for its end: meanwhile nothing can be done by hand. */
  readonly closed: boolean;
  readonly chosen: C | null;
  choose(part: C): void;
  /** The names of the parameters that can be set here. */
  readonly knobs: readonly string[];
  set(parameter: string, value: Value): void;
  /** Obeys a key pressed on a figure with these keys, or one of the clock's; others go on to the page. */
  press(event: KeyboardEvent, keys: readonly Keys<Stage<V, R, C>>[]): void;
}

export interface StageProps<V, R, C> {
  readonly stage: Stage<V, R, C>;
}

/** Something to do that is no figure of the result: it stands below the lab, and where a chapter puts it. */
export interface Exercise {
  Draw(): ReactNode;
}

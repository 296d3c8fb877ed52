// A track as data: which places stand over and under it, what has a core, and the ways between, before any pixel.
import type { Stay } from '@interleave/simulation';
import type { DrawnState } from '../../states/states.ts';
import type { Room } from './shown.ts';

/** How often a way was taken, and, of what has just moved, which cores it led to or from. */
export interface Traffic {
  readonly taken: number;
  /** Null for what has no core. Empty: none has just come this way. */
  readonly now: readonly (number | null)[];
}

/** A place beside the track, and who stands in it. */
export interface Place {
  readonly id: string;
  readonly state: DrawnState;
  /** What it is called instead of its state: "timers set". */
  readonly word?: string;
  /** What it is called besides: "the run queue". */
  readonly where?: string;
  /** Of those that are ready the next comes first. */
  readonly stays: readonly Stay[];
  readonly room: keyof typeof ROOMS;
}

/** A core on the track, or what else does one thing at a time. */
export interface Core {
  /** What it is called: "core 1"; beside the state's letter and word where it is the only one. */
  readonly name: string;
  readonly stay: Stay | null;
}

/** A way with its words: "slice over". */
export type Way = readonly [words: string, traffic: Traffic];

export interface Track {
  /** Lines over the track, the nearest to the cores first. */
  readonly above: readonly Place[];
  readonly cores: readonly Core[];
  /** What the cores are called together: "Cores". */
  readonly coresLabel: string;
  /** Under it, the nearest to the cores first. */
  readonly below: readonly Place[];
  /** From the line to a core. */
  readonly takes: Way;
  /** From a core straight back to the line; in words why there is none, where nothing goes that way. */
  readonly loses: Way | string;
  /** From a core to the places below. */
  readonly leaves: readonly Way[];
  /** From the places below to the line. */
  readonly ready: Way;
  /** How many there are, and have ended: "4 of 4 threads arrived, none ended". */
  readonly caption: string;
}

/** What a place has room for: one that has most of a floor, and those that share it. The style sheet has the same. */
export const ROOMS = {
  most: { narrow: 3, wide: 6 },
  half: { narrow: 2, wide: 3 },
  few: { narrow: 1, wide: 3 },
  one: { narrow: 1, wide: 1 },
} satisfies Record<string, Room>;

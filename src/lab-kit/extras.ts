// What a lab may show besides its timeline: tables, charts, measured figures, a scale, an exercise.
import type { TaskState } from '@interleave/simulation';
import type { Parameters, Values } from './parameters/parameters.ts';

/** A table of a result: exact figures, for readers who prefer them to a drawing. */
export interface Table {
  readonly caption: string;
  /** `always`: below the drawing. `asked`: with the event table, behind its disclosure. */
  readonly shown: 'always' | 'asked';
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table's cell: text, or words beside the swatch of a state. */
export type Cell = string | { readonly state: TaskState; readonly words: string };

/** A curve of a chart: a figure over some values of one parameter. */
export interface Series {
  readonly label: string;
  /** `simulated`: dots joined by a line, each dot a run. `ideal`: a thin line, by a formula. */
  readonly kind: 'simulated' | 'ideal';
  /** In ascending order of x. */
  readonly points: readonly { readonly x: number; readonly y: number }[];
}

/** A summary of many runs: how a figure changes with one of the lab's parameters, all others as they are set. */
export interface Chart {
  /** Unique in its lab. */
  readonly id: string;
  readonly title: string;
  /** `parameter` is the one that a chosen point sets: every simulated x is a value that it allows. */
  readonly x: { readonly label: string; readonly unit: string; readonly parameter: string };
  /** `digits` are decimals; `most` is where the axis ends, when that is not the greatest value. */
  readonly y: {
    readonly label: string;
    readonly unit: string;
    readonly digits: number;
    readonly most?: number;
  };
  readonly series: readonly Series[];
}

/** What came out on real machines, to stand beside what is simulated. */
export interface Measured {
  readonly caption: string;
  /** On which machine, and how. */
  readonly source: string;
  /** The simulated figure that stands beside each: a fact, with so many decimals, of the row's preset. */
  readonly fact: string;
  readonly digits: number;
  readonly rows: readonly {
    readonly what: string;
    readonly preset: string;
    readonly measured: string;
  }[];
}

/** A whole laid out by its parts, those that wait first: their share on a scale from 0 to 100%, with a range marked. */
export interface Scale<P extends Parameters = Parameters> {
  readonly label: string;
  parts(values: Values<P>): readonly Part[];
  /** What is drawn at the left and at the right. */
  readonly ends: readonly [string, string];
  /** Shares, 0..1. */
  readonly band: { readonly from: number; readonly to: number; readonly label: string };
}

/** A part of a whole: its lengths are in any unit, the same for all. */
export interface Part {
  readonly label: string;
  readonly state: TaskState;
  readonly length: number;
}

/** An exercise: put each item into one of a few kinds, and read why. */
export interface Sorting {
  readonly ask: string;
  readonly kinds: readonly string[];
  /** `kind` is one of the kinds. */
  readonly items: readonly { readonly what: string; readonly kind: string; readonly why: string }[];
}

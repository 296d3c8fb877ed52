// How a chart is drawn in its axes, where it is not of lines.
import type { ComponentType } from 'react';
import type { Axes } from './axes.ts';
import type { Chart } from './chart.ts';

/** A value of the run that is shown, of the one that it is compared with, or one that is looked at. */
export type MarkKind = 'marked' | 'pinned' | 'looked';

export interface Drawing {
  /** What stands at a value, in words: "a column". */
  readonly point: string;
  /** Pure: the same at build and live. */
  readonly Plot: ComponentType<{ chart: Chart; axes: Axes }>;
  /** Around what stands at a value. */
  readonly Mark: ComponentType<{ at: number; axes: Axes; kind: MarkKind }>;
}

// How a chart is drawn in its axes, where it is not of lines.
import type { ComponentType } from 'react';
import type { Axes } from './axes.ts';
import type { Chart } from './chart.ts';

export interface Drawing {
  /** What stands at a value, in words: "a column". */
  readonly point: string;
  /** Pure: the same at build and live. */
  readonly Plot: ComponentType<{ chart: Chart; axes: Axes }>;
  /** Around what stands at a value: that of the run which is shown, or one that is looked at. */
  readonly Mark: ComponentType<{ at: number; axes: Axes; kind: 'marked' | 'looked' }>;
}

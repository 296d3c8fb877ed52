// Where a chart's axes begin and end, and their ticks: the same for the curves made at build and the live ones.

import { ticks } from '../../scales/ticks.ts';
import type { Chart } from './chart.ts';

/** An axis from `from` to `to`, with its numbered ticks. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly ticks: readonly number[];
}

export interface Axes {
  readonly x: Axis;
  readonly y: Axis;
}

const most = (values: readonly number[]) => Math.max(...values);
const majors = (end: number) => ticks(end).flatMap(({ at, major }) => (major ? [at] : []));

/**
 * The axes of a chart. Across from the least x to the greatest; up from 0 to where the chart says, else to the round
 * number above its greatest value.
 */
export function axesOf({ series, y }: Chart): Axes {
  const points = series.flatMap((one) => one.points);
  const xs = points.map((point) => point.x);
  const from = Math.min(...xs);
  const to = most(xs);
  const greatest = y.most ?? (most(points.map((point) => point.y)) || 1);
  const found = majors(greatest);
  const step = found[1] ?? greatest;
  const top = y.most ?? Math.ceil(greatest / step - 1e-9) * step;
  const inside = majors(to).filter((tick) => tick >= from && tick > 0);
  return {
    // Where the axis begins is said too: a count begins at 1, not at 0.
    x: {
      from,
      to,
      ticks: inside.includes(from) ? inside : [from, ...inside.slice(gap(from, to, inside))],
    },
    y: { from: 0, to: top, ticks: majors(top) },
  };
}

/** How many of the first ticks stand too near to where the axis begins: their numbers would overlap. */
const gap = (from: number, to: number, inside: readonly number[]) =>
  inside.filter((tick) => (tick - from) / (to - from) < 0.06).length;

/** Where a value stands on an axis, 0..1. */
export const shareOf = (value: number, { from, to }: Axis) =>
  to === from ? 0.5 : (value - from) / (to - from);

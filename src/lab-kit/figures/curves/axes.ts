// Where a chart's axes begin and end, and their ticks: the same for the curves made at build and the live ones.

import { ticks } from '../../scales/ticks.ts';
import { type Chart, isOfColumns } from './chart.ts';

/** An axis from `from` to `to`, with its numbered ticks. */
export interface Axis {
  readonly from: number;
  readonly to: number;
  readonly log?: true;
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
 * number above its greatest value. A logarithmic one goes up in decades, or by the names that the chart gives.
 */
export function axesOf(chart: Chart): Axes {
  const { series, x, y, limits = [] } = chart;
  const points = series.flatMap((one) => one.points);
  const xs = points.map((point) => point.x);
  const ys = [
    ...(isOfColumns(chart) ? columnsOf(series) : points.map((point) => point.y)),
    ...limits.map(({ at }) => at),
  ];
  return {
    x: x.names === undefined ? acrossAxis(xs) : namedAxis(xs, x.names, x.padded ? COLUMN : 1),
    y: y.log ? (y.names === undefined ? decadesOf(ys) : between(ys, y.names)) : upAxis(ys, y.most),
  };
}

/** The height of each column: the sum of its parts. */
const columnsOf = (series: Chart['series']) =>
  (series[0]?.points ?? []).map((_, i) =>
    series.reduce((sum, { points }) => sum + (points[i]?.y ?? 0), 0),
  );

/** Names that stand apart on a phone. */
const MOST_NAMES = 6;
/** How many times as much the value at the right of a column is as that in its middle, on a logarithmic axis. */
export const COLUMN = 1.35;

/**
 * A logarithmic axis over these values with every so many of the names, the last one among them.
 *
 * @param room at both ends, as a factor
 */
function namedAxis(
  xs: readonly number[],
  names: Readonly<Record<number, string>>,
  room: number,
): Axis {
  const named = Object.keys(names).map(Number);
  const every = Math.ceil(named.length / MOST_NAMES);
  return {
    from: Math.min(...xs) / room,
    to: most(xs) * room,
    ticks: named.filter((_, i) => (named.length - 1 - i) % every === 0),
    log: true,
  };
}

/** A logarithmic axis from the power of ten below the least value to the one above the greatest. */
function decadesOf(ys: readonly number[]): Axis {
  const first = Math.floor(Math.log10(Math.min(...ys)));
  const last = Math.ceil(Math.log10(most(ys)));
  const ticks = Array.from({ length: last - first + 1 }, (_, i) => 10 ** (first + i));
  return { from: 10 ** first, to: 10 ** last, ticks, log: true };
}

/** A logarithmic axis from the last named value that is below all to the first that is above all. */
function between(ys: readonly number[], names: Readonly<Record<number, string>>): Axis {
  const [least, greatest] = [Math.min(...ys), most(ys)];
  const named = Object.keys(names)
    .map(Number)
    .sort((a, b) => a - b);
  const from = named.findLastIndex((name) => name <= least);
  const to = named.findIndex((name) => name >= greatest);
  const ticks = named.slice(Math.max(0, from), to === -1 ? undefined : to + 1);
  return { from: ticks[0] as number, to: ticks.at(-1) as number, ticks, log: true };
}

function upAxis(ys: readonly number[], end: number | undefined): Axis {
  const greatest = end ?? (most(ys) || 1);
  const found = majors(greatest);
  const step = found[1] ?? greatest;
  const top = end ?? Math.ceil(greatest / step - 1e-9) * step;
  return { from: 0, to: top, ticks: majors(top) };
}

function acrossAxis(xs: readonly number[]): Axis {
  const from = Math.min(...xs);
  const to = most(xs);
  const inside = majors(to).filter((tick) => tick >= from && tick > 0);
  return {
    from,
    to,
    // Where the axis begins is said too: a count begins at 1, not at 0.
    ticks: inside.includes(from) ? inside : [from, ...inside.slice(gap(from, to, inside))],
  };
}

/** How many of the first ticks stand too near to where the axis begins: their numbers would overlap. */
const gap = (from: number, to: number, inside: readonly number[]) =>
  inside.filter((tick) => (tick - from) / (to - from) < 0.06).length;

/** Where a value stands on an axis, 0..1. */
export function shareOf(value: number, { from, to, log }: Axis): number {
  if (to === from) return 0.5;
  return log ? Math.log(value / from) / Math.log(to / from) : (value - from) / (to - from);
}

/** Whether an axis has a place for a value. */
export const isOn = (value: number, { from, to }: Axis) => value >= from && value <= to;

/** How far apart, in shares of an axis, the names at the ends of lines stand: their height in a chart of the usual one. */
const APART = 0.085;

/** Where names stand that belong at these shares of an axis: in their order, and apart from each other. */
export function namesApart(shares: readonly number[]): number[] {
  const order = shares
    .map((_, i) => i)
    .sort((a, b) => (shares[a] as number) - (shares[b] as number));
  const places = [...shares];
  const at = (i: number) => places[order[i] as number] as number;
  // Each pair that is too near parts evenly, again and again: few names settle soon.
  for (let round = 0; round < order.length * 8; round += 1) {
    for (let i = 1; i < order.length; i += 1) {
      const missing = APART - (at(i) - at(i - 1));
      if (missing <= 1e-9) continue;
      places[order[i - 1] as number] = at(i - 1) - missing / 2;
      places[order[i] as number] = at(i) + missing / 2;
    }
  }
  return places;
}

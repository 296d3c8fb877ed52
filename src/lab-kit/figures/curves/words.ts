// A chart in words: the figures at one value, and what its curves do, for those who do not see them.

import { withUnit } from '../../units.ts';
import { type Chart, canBeChosen, type Series } from './chart.ts';

/** A value of the axis across: its name, or with its unit. */
const onAxis = (value: number, { unit, names, say }: Chart['x']) =>
  names?.[value] ?? say?.(value) ?? withUnit(value.toFixed(Number.isInteger(value) ? 0 : 1), unit);

/** A value of a series, with its unit and decimals. */
const ofSeries = (value: number, { unit, digits, say }: Chart['y']) =>
  say?.(value) ?? withUnit(value.toFixed(digits), unit);

/** A value of the axis across, with its label: "Requests in flight 26"; "Requests in flight 26, pinned". */
export const across = ({ x }: Chart, value: number) =>
  `${x.label} ${onAxis(value, x)}${value === x.pinned ? ', pinned' : ''}`;

/** The value of a series at x, or undefined where it has no point. */
export const valueAt = ({ points }: Series, x: number) => points.find((point) => point.x === x)?.y;

/** The figures of the curves at x: "simulated 83.8%, ideal 100.0%"; '' where there are none. */
export function figuresAt({ series, y }: Chart, x: number): string {
  return series
    .flatMap((one) => {
      const value = one.kind === 'measured' ? undefined : valueAt(one, x);
      return value === undefined ? [] : [`${one.label} ${ofSeries(value, y)}`];
    })
    .join(', ');
}

/** The values that can be chosen, ascending. */
export const choices = ({ series }: Chart): readonly number[] =>
  series.find(canBeChosen)?.points.map(({ x }) => x) ?? [];

/** Each curve from its first point to its last, in a sentence; and where on them the pinned run stands. */
export function inWords(chart: Chart): string {
  const { x, y, title, series } = chart;
  const curves = series.flatMap(({ label, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    const figure = (value: number) => ofSeries(value, y);
    const begin = `${label}, ${figure(first.y)} at ${onAxis(first.x, x)}`;
    return first === last ? [begin] : [`${begin} to ${figure(last.y)} at ${onAxis(last.x, x)}`];
  });
  const pinned = x.pinned === undefined ? '' : `; pinned run at ${onAxis(x.pinned, x)}`;
  return `${title}, over ${x.label.toLowerCase()}: ${curves.join('; ')}${pinned}.`;
}

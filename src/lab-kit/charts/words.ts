// A chart in words: the figures at one value, and what its curves do, for those who do not see them.
import type { Chart, Series } from '../define-lab.ts';

/** A number with its unit, as this chart writes it: "83.8%", "39 ms", "72.3/s". */
export function withUnit(value: number, unit: string, digits: number): string {
  const text = value.toFixed(digits);
  return unit === '' || unit === '%' || unit === '×' || unit.startsWith('/')
    ? `${text}${unit}`
    : `${text}\u00a0${unit}`;
}

const decimals = (value: number) => (Number.isInteger(value) ? 0 : 1);

/** A value of the axis across, with its label: "Requests in flight 26". */
export const across = ({ x }: Chart, value: number) =>
  `${x.label} ${withUnit(value, x.unit, decimals(value))}`;

/** The value of a series at x, or undefined where it has no point. */
export const valueAt = ({ points }: Series, x: number) => points.find((point) => point.x === x)?.y;

/** The figures at x: "simulated 83.8%, ideal 100.0%"; '' where there are none. */
export function figuresAt({ series, y }: Chart, x: number): string {
  return series
    .flatMap((one) => {
      const value = valueAt(one, x);
      return value === undefined ? [] : [`${one.label} ${withUnit(value, y.unit, y.digits)}`];
    })
    .join(', ');
}

/** The values that a simulated point stands at, ascending: those that can be chosen. */
export const choices = ({ series }: Chart): readonly number[] =>
  series.find(({ kind }) => kind === 'simulated')?.points.map(({ x }) => x) ?? [];

/** Each curve from its first point to its last, in a sentence. */
export function inWords(chart: Chart): string {
  const { x, y, title, series } = chart;
  const curves = series.flatMap(({ label, points }) => {
    const [first, last] = [points[0], points.at(-1)];
    if (first === undefined || last === undefined) return [];
    const figure = (value: number) => withUnit(value, y.unit, y.digits);
    return [
      `${label}, ${figure(first.y)} at ${withUnit(first.x, x.unit, decimals(first.x))} ` +
        `to ${figure(last.y)} at ${withUnit(last.x, x.unit, decimals(last.x))}`,
    ];
  });
  return `${title}, over ${x.label.toLowerCase()}: ${curves.join('; ')}.`;
}

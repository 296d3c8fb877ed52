// Curves over one of a lab's parameters, as a figure: computed a step behind the run, each point a run to choose.
import { useDeferredValue } from 'react';
import { currentRun, type Run } from '../../lab.ts';
import { oncePer } from '../../once-per.ts';
import type { Table } from '../../tables.ts';
import type { Figure, StageProps } from '../../view.ts';
import { Charts } from './Charts.tsx';
import type { Chart, Series } from './chart.ts';
import type { Drawing } from './drawing.ts';
import { overlaid } from './overlay.ts';
import { valueAt } from './words.ts';

export interface CurvesFigure<V> extends Figure<V, unknown> {
  charts(values: V): readonly Chart[];
}

/**
 * @param charts pure: the same values give the same charts
 * @param drawing how they are drawn, where they are not of lines
 */
export function curves<V extends object>(
  charts: (values: V) => readonly Chart[],
  drawing?: Drawing,
): CurvesFigure<V> {
  const made = oncePer(charts);
  // A lab may give the same charts for other values of the parameter that is their axis.
  const tableOf = oncePer(chartTable);
  /** Of two runs the pinned one's curves lie under the other's. */
  const chartsOf = oncePer((runs: readonly Run<V, unknown>[]) => {
    const [pinned] = runs;
    const own = made(currentRun(runs).values);
    if (pinned === undefined || runs.length < 2) return own;
    const beside = made(pinned.values);
    return own.map((chart) => {
      const same = beside.find(({ id }) => id === chart.id);
      return same === undefined ? chart : overlaid(chart, same, pinned);
    });
  });
  /** A curve over a parameter that cannot be set here would lead nowhere. */
  const shown = (runs: readonly Run<V, unknown>[], knobs: readonly string[]) =>
    chartsOf(runs).filter(({ x }) => x.parameter === undefined || knobs.includes(x.parameter));
  return {
    id: 'curves',
    looksAhead: true,
    charts: made,
    Draw({ stage: { runs, knobs, set } }: StageProps<V, unknown, unknown>) {
      // The run itself is shown first, then what many runs come to.
      const settled = useDeferredValue(runs);
      return (
        <Charts
          charts={shown(settled, knobs)}
          drawing={drawing}
          values={currentRun(settled).values}
          behind={settled !== runs}
          onChoose={set}
        />
      );
    },
    tables: (runs, knobs) => shown(runs, knobs).map(tableOf),
  };
}

/** The exact figures of a chart: a row for each value, a column for each curve; in brackets what was measured of one. */
function chartTable({ title, x, y, series }: Chart): Table {
  const xs = new Set(series.flatMap(({ points }) => points.map((point) => point.x)));
  const columns = series.filter(({ measures }) => measures === undefined);
  const unit = y.unit === '' || y.say !== undefined ? '' : `, ${y.unit}`;
  const brackets = columns.length < series.length ? '; in brackets as measured' : '';
  const written = (one: Series, at: number) => {
    const value = valueAt(one, at);
    return value === undefined ? '' : (y.say?.(value) ?? value.toFixed(y.digits));
  };
  const measured = ({ label }: Series, at: number) => {
    const points = series.find(({ measures }) => measures === label);
    const found = points === undefined ? '' : written(points, at);
    return found === '' ? '' : ` (${found})`;
  };
  return {
    caption: `${title}${unit}${brackets}`,
    shown: 'asked',
    columns: [
      { label: x.unit === '' ? x.label : `${x.label}, ${x.unit}` },
      ...columns.map(({ label }) => ({ label, numeric: true as const })),
    ],
    rows: [...xs]
      .sort((a, b) => a - b)
      .map((at) => [
        x.names?.[at] ?? x.say?.(at) ?? String(at),
        ...columns.map((one) => `${written(one, at)}${measured(one, at)}`),
      ]),
  };
}

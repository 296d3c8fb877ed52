// The exact figures of a lab's charts: a table a chart, a row for each value, a column for each curve.

import type { Chart } from '../../extras.ts';
import { DataTable } from '../../frame/DataTable.tsx';
import { valueAt } from './words.ts';

export function ChartTables({ charts }: { charts: readonly Chart[] }) {
  return charts.map((chart) => <ChartTable key={chart.id} chart={chart} />);
}

function ChartTable({ chart: { title, x, y, series } }: { chart: Chart }) {
  const xs = [...new Set(series.flatMap(({ points }) => points.map((point) => point.x)))];
  return (
    <DataTable
      caption={`${title}${y.unit === '' ? '' : `, ${y.unit}`}`}
      columns={[
        { label: x.unit === '' ? x.label : `${x.label}, ${x.unit}` },
        ...series.map(({ label }) => ({ label, numeric: true })),
      ]}
      rows={xs
        .sort((a, b) => a - b)
        .map((at) => ({
          key: String(at),
          cells: [at, ...series.map((one) => valueAt(one, at)?.toFixed(y.digits) ?? '')],
        }))}
    />
  );
}

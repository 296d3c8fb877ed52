// The charts of a lab: summaries of many runs, in which a point can be looked at, and chosen for the lab to show.
import { memo } from 'react';
import { type Chart, placeOf } from './chart.ts';
import styles from './charts.module.css';
import type { Drawing } from './drawing.ts';
import { OneChart } from './OneChart.tsx';

interface ChartsProps {
  charts: readonly Chart[];
  drawing: Drawing | undefined;
  /** The values that they are of. */
  values: object;
  /** The lab has gone on, and the charts have not followed yet. */
  behind: boolean;
  onChoose: (parameter: string, x: number) => void;
}

export function Charts({ charts, drawing, values, behind, onChoose }: ChartsProps) {
  if (charts.length === 0) return null;
  return (
    <div className={styles.charts} aria-busy={behind || undefined}>
      {charts.map((chart) => (
        <Settled
          key={chart.id}
          chart={chart}
          drawing={drawing}
          marked={placeOf(chart, values)}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** Left alone while the run changes and its chart has not followed yet. */
const Settled = memo(function Settled({
  chart,
  drawing,
  marked,
  onChoose,
}: {
  chart: Chart;
  drawing: Drawing | undefined;
  marked: number | null;
  onChoose: ChartsProps['onChoose'];
}) {
  const { parameter } = chart.x;
  return (
    <OneChart
      chart={chart}
      drawing={drawing}
      marked={marked}
      onChoose={parameter === undefined ? null : (x) => onChoose(parameter, x)}
    />
  );
});

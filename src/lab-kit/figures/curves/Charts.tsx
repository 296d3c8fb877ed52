// The charts of a lab: summaries of many runs, in which a point can be looked at, and chosen for the lab to show.
import { memo } from 'react';
import type { Value } from '../../parameters/kinds.ts';
import type { Chart } from './chart.ts';
import styles from './charts.module.css';
import { OneChart } from './OneChart.tsx';

interface ChartsProps {
  charts: readonly Chart[];
  /** The values that they are of. */
  values: object;
  /** The lab has gone on, and the charts have not followed yet. */
  behind: boolean;
  onChoose: (parameter: string, x: number) => void;
}

export function Charts({ charts, values, behind, onChoose }: ChartsProps) {
  if (charts.length === 0) return null;
  return (
    <div className={styles.charts} aria-busy={behind || undefined}>
      {charts.map((chart) => (
        <Settled
          key={chart.id}
          chart={chart}
          marked={markedIn(chart, values)}
          onChoose={onChoose}
        />
      ))}
    </div>
  );
}

/** Where the run that is shown stands on a chart. */
const markedIn = ({ x: { parameter, here = null } }: Chart, values: object) =>
  parameter === undefined ? here : ((values as Record<string, Value>)[parameter] as number | null);

/** Left alone while the run changes and its chart has not followed yet. */
const Settled = memo(function Settled({
  chart,
  marked,
  onChoose,
}: {
  chart: Chart;
  marked: number | null;
  onChoose: ChartsProps['onChoose'];
}) {
  const { parameter } = chart.x;
  return (
    <OneChart
      chart={chart}
      marked={marked}
      onChoose={parameter === undefined ? null : (x) => onChoose(parameter, x)}
    />
  );
});

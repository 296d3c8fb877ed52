// The charts of a lab: summaries of many runs, in which a point can be looked at, and chosen for the lab to show.
import { memo } from 'react';
import type { Chart } from '../../extras.ts';
import type { Values } from '../../parameters/parameters.ts';
import { OneChart } from './OneChart.tsx';
import './charts.css';

interface ChartsProps {
  charts: readonly Chart[];
  values: Values;
  onChoose: (parameter: string, x: number) => void;
}

/** Left alone while the run changes and its charts have not followed yet. */
export const Charts = memo(function Charts({ charts, values, onChoose }: ChartsProps) {
  return (
    <div className="charts">
      {charts.map((chart) => (
        <OneChart
          key={chart.id}
          chart={chart}
          marked={values[chart.x.parameter] as number}
          onChoose={(x) => onChoose(chart.x.parameter, x)}
        />
      ))}
    </div>
  );
});

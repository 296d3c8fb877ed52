// The curves of a chart as they are built, without scripts, where the live ones will be.

import { percent } from '../../scales/percent.ts';
import { type Axes, shareOf } from './axes.ts';
import { type Chart, DOTS, hasDots } from './chart.ts';
import styles from './charts.module.css';
import { inWords } from './words.ts';

interface StaticCurvesProps {
  chart: Chart;
  axes: Axes;
}

export function StaticCurves({ chart, axes }: StaticCurvesProps) {
  const x = (value: number) => percent(shareOf(value, axes.x));
  const y = (value: number) => percent(1 - shareOf(value, axes.y));
  return (
    <svg className={styles.plot} role="img" aria-label={inWords(chart)}>
      {chart.series.map(({ label, kind, dashed, points }) => (
        <g key={label} className={styles[kind]} data-dashed={dashed}>
          {(kind === 'measured' ? [] : points.slice(1)).map((point, i) => {
            const from = points[i] as (typeof points)[number];
            return (
              <line key={point.x} x1={x(from.x)} y1={y(from.y)} x2={x(point.x)} y2={y(point.y)} />
            );
          })}
          {hasDots(kind) &&
            points.map((point) => (
              <circle key={point.x} cx={x(point.x)} cy={y(point.y)} r={DOTS[kind]} />
            ))}
        </g>
      ))}
    </svg>
  );
}

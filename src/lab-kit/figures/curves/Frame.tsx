// The grid and axes of a chart, in shares of its box: right at any width, with scripts and without.
import { percent } from '../../scales/percent.ts';
import { type Axes, shareOf } from './axes.ts';
import type { Chart } from './chart.ts';
import styles from './charts.module.css';

interface FrameProps {
  axes: Axes;
  chart: Chart;
}

export function Frame({ axes, chart }: FrameProps) {
  const x = (value: number) => percent(shareOf(value, axes.x));
  const y = (value: number) => percent(1 - shareOf(value, axes.y));
  return (
    <svg className={styles.plot} aria-hidden="true">
      <g className={styles.grid}>
        {axes.y.ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
      </g>
      <g className={styles.axis}>
        <line x1="0" x2="100%" y1="100%" y2="100%" />
        {axes.x.ticks.map((tick, i, { length }) => (
          <text
            key={tick}
            className={
              (length - 1 - i) % 2 === 1 ? `${styles.across} ${styles.second}` : styles.across
            }
            x={x(tick)}
            y="100%"
          >
            {chart.x.names?.[tick] ?? tick}
          </text>
        ))}
        {axes.y.ticks.map((tick) => (
          <text key={tick} className={styles.up} x="0" y={y(tick)}>
            {chart.y.names?.[tick] ?? tick}
          </text>
        ))}
      </g>
      {chart.limits?.map(({ label, at }) => (
        <g key={label} className={styles.limit}>
          <line x1="0" x2="100%" y1={y(at)} y2={y(at)} />
          <text x="0" y={y(at)}>
            {label}
          </text>
        </g>
      ))}
    </svg>
  );
}

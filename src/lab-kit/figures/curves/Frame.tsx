// The grid and axes of a chart, in shares of its box: right at any width, with scripts and without.
import { grouped } from '@interleave/simulation';
import { memo } from 'react';
import { percent } from '../../scales/percent.ts';
import { type Axes, isOn, shareOf } from './axes.ts';
import type { Chart } from './chart.ts';
import styles from './charts.module.css';

interface FrameProps {
  axes: Axes;
  chart: Chart;
}

/** The knee's words stand at its left, over the rise, where that leaves them this share of the axis. */
const ROOM_FOR_WORDS = 0.25;

export const Frame = memo(function Frame({ axes, chart }: FrameProps) {
  const { knee } = chart.x;
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
            {chart.x.names?.[tick] ?? grouped(tick)}
          </text>
        ))}
        {axes.y.ticks.map((tick) => (
          <text key={tick} className={styles.up} x="0" y={y(tick)}>
            {chart.y.names?.[tick] ?? grouped(tick)}
          </text>
        ))}
      </g>
      {knee !== undefined && isOn(knee.at, axes.x) && (
        <g className={styles.knee}>
          <line x1={x(knee.at)} x2={x(knee.at)} y1="0" y2="100%" />
          <text
            x={x(knee.at)}
            y="0"
            data-side={shareOf(knee.at, axes.x) < ROOM_FOR_WORDS ? 'right' : 'left'}
          >
            {knee.words}
          </text>
        </g>
      )}
      {chart.limits?.map(({ label, at }) => (
        <g key={label} className={styles.limit}>
          <line x1="0" x2="100%" y1={y(at)} y2={y(at)} />
        </g>
      ))}
    </svg>
  );
});

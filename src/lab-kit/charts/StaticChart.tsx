// A chart as it is built, without scripts: the same axes, curves and colours as the live one, right at any width.
import type { Chart } from '../define-lab.ts';
import { percent } from '../timeline/percent.ts';
import { type Axes, shareOf } from './axes.ts';
import { inWords } from './words.ts';

interface StaticChartProps {
  chart: Chart;
  axes: Axes;
}

export function StaticChart({ chart, axes }: StaticChartProps) {
  const x = (value: number) => percent(shareOf(value, axes.x));
  const y = (value: number) => percent(1 - shareOf(value, axes.y));
  return (
    <svg className="plot" role="img" aria-label={inWords(chart)}>
      <g className="grid">
        {axes.y.ticks.map((tick) => (
          <line key={tick} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
        ))}
      </g>
      <g className="axis">
        <line x1="0" x2="100%" y1="100%" y2="100%" />
        {axes.x.ticks.map((tick) => (
          <text key={tick} className="across" x={x(tick)} y="100%">
            {tick}
          </text>
        ))}
        {axes.y.ticks.map((tick) => (
          <text key={tick} className="up" x="0" y={y(tick)}>
            {tick}
          </text>
        ))}
      </g>
      {chart.series.map(({ label, kind, points }) => (
        <g key={label} className={`curve ${kind}`}>
          {points.slice(1).map((point, i) => {
            const from = points[i] as (typeof points)[number];
            return (
              <line key={point.x} x1={x(from.x)} y1={y(from.y)} x2={x(point.x)} y2={y(point.y)} />
            );
          })}
          {kind === 'simulated' &&
            points.map((point) => <circle key={point.x} cx={x(point.x)} cy={y(point.y)} r="3" />)}
        </g>
      ))}
    </svg>
  );
}

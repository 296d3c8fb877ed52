// The curves of a chart drawn by Recharts, in the very box of the drawing made at build.
import { memo } from 'react';
import { CartesianGrid, Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Chart } from '../define-lab.ts';
import type { Axes } from './axes.ts';
import { inWords, valueAt } from './words.ts';

/** What the axes' numbers take, px: as in charts.css. */
const LEFT = 48;
const BOTTOM = 30;
const TOP = 8;
const RIGHT = 14;

interface LiveChartProps {
  chart: Chart;
  axes: Axes;
}

function LiveChart({ chart, axes }: LiveChartProps) {
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))];
  const data = xs
    .sort((a, b) => a - b)
    .map((x) => ({
      x,
      ...Object.fromEntries(chart.series.map((one, i) => [`y${i}`, valueAt(one, x)])),
    }));
  return (
    <ResponsiveContainer className="live-plot" width="100%" height="100%">
      <LineChart
        data={data}
        margin={{ top: TOP, right: RIGHT, bottom: 0, left: 0 }}
        accessibilityLayer={false}
        role="img"
        aria-label={inWords(chart)}
      >
        <CartesianGrid vertical={false} horizontal syncWithTicks />
        <XAxis
          dataKey="x"
          type="number"
          domain={[axes.x.from, axes.x.to]}
          ticks={[...axes.x.ticks]}
          interval={0}
          height={BOTTOM}
          tickLine={false}
        />
        <YAxis
          type="number"
          domain={[axes.y.from, axes.y.to]}
          ticks={[...axes.y.ticks]}
          interval={0}
          width={LEFT}
          axisLine={false}
          tickLine={false}
        />
        {chart.series.map(({ label, kind }, i) => (
          <Line
            key={label}
            dataKey={`y${i}`}
            name={label}
            type="linear"
            connectNulls
            stroke={kind === 'simulated' ? 'var(--run)' : 'var(--soft)'}
            strokeWidth={kind === 'simulated' ? 2 : 1}
            dot={kind === 'simulated' ? { r: 3, fill: 'var(--run)', stroke: 'none' } : false}
            activeDot={false}
            isAnimationActive={false}
          />
        ))}
      </LineChart>
    </ResponsiveContainer>
  );
}

/** Drawn again only for other curves: a turn of the knob that they are over leaves them as they are. */
export default memo(LiveChart, (before, after) => JSON.stringify(before) === JSON.stringify(after));

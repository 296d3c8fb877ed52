// The curves of a chart drawn by Recharts, in the very box of those drawn at build.
import { memo } from 'react';
import { Line, LineChart, ResponsiveContainer, XAxis, YAxis } from 'recharts';
import type { Axes, Axis } from './axes.ts';
import { type Chart, DOTS, type Series } from './chart.ts';
import styles from './charts.module.css';
import { inWords, valueAt } from './words.ts';

const NO_MARGIN = { top: 0, right: 0, bottom: 0, left: 0 };

const DOTTED = {
  stroke: 'var(--run)',
  strokeWidth: 2,
  dot: { r: DOTS.simulated, fill: 'var(--run)', stroke: 'none' },
};
/** As in the style sheet. */
const DASHES = '8 4';
/** Parts of columns are never drawn here. */
const LINES: Readonly<Record<Exclude<Series['kind'], 'part'>, object>> = {
  simulated: DOTTED,
  ruled: DOTTED,
  formula: { ...DOTTED, dot: false },
  ideal: { stroke: 'var(--soft)', strokeWidth: 1, dot: false },
  pinned: { stroke: 'var(--run-2)', strokeWidth: 1.5, dot: false },
  law: { stroke: 'var(--ink)', strokeWidth: 1, strokeDasharray: '5 4', dot: false },
  measured: {
    stroke: 'none',
    strokeWidth: 2,
    dot: { r: DOTS.measured, fill: 'var(--page)', stroke: 'var(--ink)' },
  },
};

const scaleOf = ({ from, to, log }: Axis) => ({
  domain: [from, to],
  ...(log ? ({ scale: 'log' } as const) : {}),
});

interface LiveCurvesProps {
  chart: Chart;
  axes: Axes;
}

/** Its axes are there for the scales alone: the frame that was built stays, and is quicker to draw. */
function LiveCurves({ chart, axes }: LiveCurvesProps) {
  const xs = [...new Set(chart.series.flatMap(({ points }) => points.map(({ x }) => x)))];
  const data = xs
    .sort((a, b) => a - b)
    .map((x) => ({
      x,
      ...Object.fromEntries(chart.series.map((one, i) => [`y${i}`, valueAt(one, x)])),
    }));
  return (
    <div className={styles.plot}>
      <ResponsiveContainer width="100%" height="100%">
        <LineChart
          data={data}
          margin={NO_MARGIN}
          accessibilityLayer={false}
          role="img"
          aria-label={inWords(chart)}
        >
          <XAxis hide dataKey="x" type="number" {...scaleOf(axes.x)} />
          <YAxis hide type="number" {...scaleOf(axes.y)} />
          {chart.series.map(({ label, kind, dashed }, i) => (
            <Line
              key={label}
              dataKey={`y${i}`}
              name={label}
              type="linear"
              connectNulls
              {...LINES[kind as keyof typeof LINES]}
              {...(dashed && { strokeDasharray: DASHES })}
              activeDot={false}
              isAnimationActive={false}
            />
          ))}
        </LineChart>
      </ResponsiveContainer>
    </div>
  );
}

/** Drawn again only for other curves: a turn of the knob that they are over leaves them as they are. */
export default memo(
  LiveCurves,
  (before, after) =>
    before.chart === after.chart || JSON.stringify(before) === JSON.stringify(after),
);

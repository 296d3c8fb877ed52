// A small drawing of a chart's curves or columns, without numbers, for the list of labs.
import { axesOf, shareOf } from '../lab-kit/figures/curves/axes.ts';
import type { Chart, Series } from '../lab-kit/figures/curves/chart.ts';
import { paint, STATES } from '../lab-kit/states/states.ts';
import styles from './mini-chart.module.css';

/** The box that it is drawn in, whatever its size on the page. */
const SIDE = 100;
/** Of a column's share of the box, what parts it from the next. */
const GAP = 0.2;

const round = (value: number) => Number(value.toFixed(2));

export default function MiniChart({ chart }: { chart: Chart }) {
  const columns = chart.series.filter(({ kind }) => kind === 'part');
  return (
    <svg
      className={styles.mini}
      aria-hidden="true"
      viewBox={`0 0 ${SIDE} ${SIDE}`}
      preserveAspectRatio="none"
    >
      {columns.length > 0 ? <Columns of={columns} chart={chart} /> : <Lines of={chart} />}
      <path className={styles.floor} d={`M0 ${SIDE}H${SIDE}`} />
    </svg>
  );
}

function Lines({ of }: { of: Chart }) {
  const axes = axesOf(of);
  return of.series.map(({ label, kind, points }) => {
    const places = points.map(
      ({ x, y }) => `${round(shareOf(x, axes.x) * SIDE)} ${round((1 - shareOf(y, axes.y)) * SIDE)}`,
    );
    // A single point is no line.
    return places.length < 2 ? null : (
      <path
        key={label}
        className={kind === 'ideal' || kind === 'law' ? styles.thin : styles.line}
        d={`M${places.join('L')}`}
      />
    );
  });
}

function Columns({ of, chart }: { of: readonly Series[]; chart: Chart }) {
  const { y } = axesOf(chart);
  const count = of[0]?.points.length ?? 0;
  const wide = SIDE / count;
  const floors = new Array<number>(count).fill(0);
  return of.map(({ label, state = 'running', points }) => (
    <path
      key={label}
      style={{ fill: paint(STATES[state].ink) }}
      d={points
        .map((point, i) => {
          const high = (point.y / y.to) * SIDE;
          const floor = floors[i] as number;
          floors[i] = floor + high;
          const at = [round((i + GAP / 2) * wide), round(SIDE - floor)];
          return `M${at.join(' ')}v${round(-high)}h${round(wide * (1 - GAP))}v${round(high)}z`;
        })
        .join('')}
    />
  ));
}

// Charts of columns: each a whole by its parts, in the looks of their states, with what is left of the axis idle.
import { useId } from 'react';
import { percent } from '../../scales/percent.ts';
import { Patterns, StateBar } from '../../states/Patterns.tsx';
import { type Axes, type Axis, COLUMN, shareOf } from './axes.ts';
import type { Chart, Series } from './chart.ts';
import styles from './charts.module.css';
import type { Drawing } from './drawing.ts';
import { choices, inWords } from './words.ts';

/** A part lower than this share of the axis shows no pattern. */
const SOLID_BELOW = 0.04;
/** Between columns that stand next to each other, of the distance between 1 and 2. */
const WIDTH = 0.8;

/** Where the column of a value stands across, as CSS lengths. */
function placeOf(at: number, axis: Axis): { x: string; width: string } {
  const half = ((shareOf(at * COLUMN, axis) - shareOf(at, axis)) / Math.log2(COLUMN)) * (WIDTH / 2);
  return { x: percent(shareOf(at, axis) - half), width: percent(2 * half) };
}

function Columns({ chart, axes }: { chart: Chart; axes: Axes }) {
  const patterns = useId();
  return (
    <svg className={`${styles.plot} ${styles.columns}`} role="img" aria-label={inWords(chart)}>
      <Patterns id={patterns} />
      {choices(chart).map((x, i) => {
        const place = placeOf(x, axes.x);
        return (
          <g key={x}>
            <rect className={styles.rest} style={place} height="100%" />
            {stacked(chart.series, i).map(({ state, from, to }) => (
              <svg
                key={state}
                y={percent(1 - to / axes.y.to)}
                height={percent((to - from) / axes.y.to)}
                aria-hidden="true"
              >
                <StateBar
                  state={state}
                  patterns={patterns}
                  assumed={false}
                  {...place}
                  solid={(to - from) / axes.y.to < SOLID_BELOW}
                />
              </svg>
            ))}
          </g>
        );
      })}
    </svg>
  );
}

/** How a chart of columns is drawn, with a ring around the one that is shown, and around the one looked at. */
export const columns: Drawing = {
  point: 'a column',
  Plot: Columns,
  Mark: ({ at, axes, kind }) => (
    <rect className={`${styles.ring} ${styles[kind]}`} style={placeOf(at, axes.x)} />
  ),
};

/** The parts of a column from the floor up, by its place: those that are there. */
function stacked(series: readonly Series[], column: number) {
  let from = 0;
  return series.flatMap(({ state, points }) => {
    const height = points[column]?.y ?? 0;
    if (state === undefined || height === 0) return [];
    const part = { state, from, to: from + height };
    from += height;
    return [part];
  });
}

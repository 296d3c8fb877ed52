// The bars of a strip on their floors, with the grid and the core's path beneath them.
import type { CSSProperties } from 'react';
import { HEIGHTS, Patterns, StateBar } from '../../states/Patterns.tsx';
import { STATES } from '../../states/states.ts';
import { along, tallOf, topOf } from './layout.ts';
import styles from './strip.module.css';
import { corePath, gridEvery, type Strip } from './strip.ts';

/** A stretch below this share of the clock is under 6 px on most screens: too short for its pattern. */
const SOLID_BELOW = 0.012;

interface BarsProps {
  strip: Strip;
  /** Keeps the patterns apart from those of other drawings on the page. */
  id: string;
}

export function Bars({ strip, id }: BarsProps) {
  const { steps, rows } = strip;
  const at = (step: number) => along(step, steps.length);
  const every = gridEvery(strip);
  const lines = steps.flatMap((_, i) => ((i + 1) % every === 0 ? [i + 1] : []));
  return (
    <svg className={styles.bars} aria-hidden="true">
      <Patterns id={id} />
      {[0, ...lines].map((step) => (
        <rect key={step} className={styles.grid} x={at(step)} />
      ))}
      {corePath(strip).map(({ after, from, to }) => {
        const [upper, lower] = [Math.min(from, to), Math.max(from, to)];
        const style = {
          '--upper': topOf(rows, upper),
          '--upper-tall': tallOf(rows[upper] as Strip['rows'][number]),
          '--lower': topOf(rows, lower),
        } as CSSProperties;
        return <rect key={after} className={styles.path} x={at(after)} style={style} />;
      })}
      {rows.map((row, r) => (
        <g
          key={row.label}
          className={row.kind === 'lane' ? styles.row : `${styles.row} ${styles.band}`}
          style={{ '--y': topOf(rows, r) } as CSSProperties}
        >
          <rect className={styles.floor} x="0" width="100%" />
          {row.cells.map(({ from, to, state, hollow }, c) => {
            const length = to - from + 1;
            return (
              <g key={from}>
                <StateBar
                  state={state}
                  patterns={id}
                  assumed={false}
                  hollow={hollow !== undefined}
                  x={at(from - 1)}
                  width={at(length)}
                  solid={length / steps.length < SOLID_BELOW}
                />
                {row.cells[c - 1]?.to === from - 1 && (
                  <rect
                    className={`${styles.cut} ${HEIGHTS[STATES[state].height]}`}
                    x={at(from - 1)}
                  />
                )}
              </g>
            );
          })}
        </g>
      ))}
    </svg>
  );
}

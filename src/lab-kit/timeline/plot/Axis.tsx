// The clock above the lanes: its ticks, numbers and grid.
import { grouped, type Nanos } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { type Playhead, useAt } from '../../frame/playhead.ts';
import { isIn, percent, type Stretch, shareOf } from '../../scales/percent.ts';
import { ticks } from '../../scales/ticks.ts';
import { onClock, unitOf } from '../clock.ts';
import styles from './axis.module.css';
import { PLOTS, textWidth } from './fit.ts';
import { flagSide, isUnderFlag } from './flag.ts';

/** Of a part the numbers are longer: fewer have room on a phone. */
const PART_INTERVALS = 4;

interface AxisProps {
  /** Where the clock ends, which says how its instants are written. */
  end: Nanos;
  shown: Stretch;
  playhead: Playhead;
  /** The instant after which no tick shows, or null: where the clock ends can be the answer to a question. */
  hiddenFrom: Nanos | null;
}

export function Axis({ end, shown, playhead, hiddenFrom }: AxisProps) {
  const at = useAt(playhead);
  const unit = unitOf(end);
  const found = ticks(
    shown.end / unit.nanos,
    shown.start / unit.nanos,
    shown.end - shown.start < end ? PART_INTERVALS : undefined,
  ).filter((tick) => hiddenFrom === null || tick.at * unit.nanos <= hiddenFrom);
  const head = shareOf(at, shown);
  const last = found.findLast(({ major }) => major);
  return (
    <g data-mark="axis" aria-hidden="true">
      <rect className={styles.line} x="0" width="100%" />
      {found.map((tick) => {
        const share = shareOf(tick.at * unit.nanos, shown);
        const x = percent(share);
        const number = grouped(tick.at);
        const under = (plot: number) =>
          isIn(at, shown) &&
          isUnderFlag((share - head) * plot, number, head, onClock(at as Nanos, end));
        const aside = `${under(PLOTS.wide) ? styles.aside : ''} ${under(PLOTS.narrow) ? styles['aside-narrow'] : ''}`;
        return (
          <g key={tick.at}>
            {tick.major && <rect className={styles.grid} x={x} />}
            <rect className={tick.major ? `${styles.tick} ${styles.major}` : styles.tick} x={x} />
            {tick.major && (
              <text
                className={`${styles.number} ${aside}`}
                x={x}
                style={{ '--before': `${beforeTick(number, unit.name, share)}px` } as CSSProperties}
              >
                <tspan>{number}</tspan>
                {tick === last && <tspan className={styles.unit}>{` ${unit.name}`}</tspan>}
              </text>
            )}
          </g>
        );
      })}
    </g>
  );
}

/** px that are free beyond the end of the clock, for the unit. */
const BEYOND = 30;

/** How far (px) a number with its unit begins before its tick: half of itself, and more where the unit would have no room. */
function beforeTick(number: string, unit: string, share: number): number {
  const over = textWidth(`${number} ${unit}`) - BEYOND;
  return Math.max(textWidth(number) / 2, flagSide(share) === 'end' ? over : 0);
}

/** Where the playhead is dragged; it lies over all else. */
export const AxisHit = () => <rect className={styles.hit} x="0" width="100%" data-axis="" />;

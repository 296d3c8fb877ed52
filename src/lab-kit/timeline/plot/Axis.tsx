// The clock above the lanes: its ticks, numbers and grid.
import { grouped, type Nanos } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { type Playhead, useOf } from '../../frame/playhead.ts';
import { isIn, percent, type Stretch, shareOf } from '../../scales/percent.ts';
import { ticks } from '../../scales/ticks.ts';
import { unitOf } from '../clock.ts';
import styles from './axis.module.css';
import { PLOTS, textWidth } from './fit.ts';
import { flagSide, flagText, isUnderFlag } from './flag.ts';

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
  const unit = unitOf(end);
  const found = ticks(
    shown.end / unit.nanos,
    shown.start / unit.nanos,
    shown.end - shown.start < end ? PART_INTERVALS : undefined,
  ).filter((tick) => hiddenFrom === null || tick.at * unit.nanos <= hiddenFrom);
  // The numbers that step aside in a wide lab, and those in a narrow one: what is drawn again only when that changes.
  const asides = useOf(playhead, () => {
    const at = playhead.at();
    if (!isIn(at, shown)) return '';
    const head = shareOf(at, shown);
    const text = flagText(at, shown, end);
    return found
      .map((tick) => {
        const apart = shareOf(tick.at * unit.nanos, shown) - head;
        const lies = (plot: number) => isUnderFlag(apart * plot, grouped(tick.at), head, text);
        return `${lies(PLOTS.wide) ? styles.aside : ''} ${lies(PLOTS.narrow) ? styles['aside-narrow'] : ''}`;
      })
      .join();
  }).split(',');
  const last = found.findLast(({ major }) => major);
  return (
    <g data-mark="axis" aria-hidden="true">
      <rect className={styles.line} x="0" width="100%" />
      {found.map((tick, t) => {
        const share = shareOf(tick.at * unit.nanos, shown);
        const x = percent(share);
        const number = grouped(tick.at);
        return (
          <g key={tick.at}>
            {tick.major && <rect className={styles.grid} x={x} />}
            <rect className={tick.major ? `${styles.tick} ${styles.major}` : styles.tick} x={x} />
            {tick.major && (
              <text
                className={`${styles.number} ${asides[t] ?? ''}`}
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

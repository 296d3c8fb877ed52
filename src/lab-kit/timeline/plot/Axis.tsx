// The clock above the lanes: its ticks, numbers and grid.
import { grouped, type Nanos } from '@interleave/simulation';
import { type Playhead, useAt } from '../../frame/playhead.ts';
import { percent } from '../../scales/percent.ts';
import { ticks } from '../../scales/ticks.ts';
import { onClock, unitOf } from '../clock.ts';
import styles from './axis.module.css';
import { PLOTS } from './fit.ts';
import { isUnderFlag } from './flag.ts';

interface AxisProps {
  end: Nanos;
  playhead: Playhead;
  /** The instant after which no tick shows, or null: where the clock ends can be the answer to a question. */
  hiddenFrom: Nanos | null;
}

export function Axis({ end, playhead, hiddenFrom }: AxisProps) {
  const at = useAt(playhead);
  const unit = unitOf(end);
  const total = end / unit.nanos;
  const found = ticks(total).filter(
    (tick) => hiddenFrom === null || tick.at * unit.nanos <= hiddenFrom,
  );
  const last = found.findLast(({ major }) => major);
  return (
    <g data-mark="axis" aria-hidden="true">
      <rect className={styles.line} x="0" width="100%" />
      {found.map((tick) => {
        const share = tick.at / total;
        const x = percent(share);
        const number = grouped(tick.at);
        const under = (plot: number) =>
          isUnderFlag((share - at / end) * plot, number, at / end, onClock(at as Nanos, end));
        const aside = `${under(PLOTS.wide) ? styles.aside : ''} ${under(PLOTS.narrow) ? styles['aside-narrow'] : ''}`;
        return (
          <g key={tick.at}>
            {tick.major && <rect className={styles.grid} x={x} />}
            <rect className={tick.major ? `${styles.tick} ${styles.major}` : styles.tick} x={x} />
            {tick.major && (
              <text className={`${styles.number} ${aside}`} x={x}>
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

/** Where the playhead is dragged; it lies over all else. */
export const AxisHit = () => <rect className={styles.hit} x="0" width="100%" data-axis="" />;

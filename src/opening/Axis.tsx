// The clock above a strip: ticks half a second apart that move with the window, and the flag of the playhead.
import type { Playhead } from '../lab-kit/frame/playhead.ts';
import { percent } from '../lab-kit/scales/percent.ts';
import styles from './opening-strip.module.css';
import { useDerived } from './use-derived.ts';
import { beginsAt, LENGTH } from './view-window.ts';
import { clock } from './words.ts';

const STEP = 0.5e9;

/** px: half of the flag, and a number beside it. */
const UNDER_FLAG = 42;
/** px that the unit takes beside a number. */
const UNIT = 12;
/** px: how wide the window is, about, on phones and where there is room. */
const PLOT = { narrow: 290, wide: 700 } as const;

interface AxisProps {
  playhead: Playhead;
  end: number;
  /** The stretch (ns) in which ticks are drawn. */
  from: number;
  to: number;
}

/** The ticks, in the window's own measure. */
export function Ticks({ playhead, end, from, to }: AxisProps) {
  const first = Math.max(0, Math.ceil(from / STEP));
  const count = Math.floor(to / STEP) - first + 1;
  const ticks = Array.from({ length: count }, (_, i) => (first + i) * STEP);
  return (
    <svg data-mark="axis" aria-hidden="true">
      {ticks.map((at) => (
        <Tick key={at} at={at} playhead={playhead} end={end} />
      ))}
    </svg>
  );
}

function Tick({ at, playhead, end }: { at: number; playhead: Playhead; end: number }) {
  const place = useDerived(playhead, (now) =>
    (['wide', 'narrow'] as const).map((width) => standing(at, now, end, width)).join(' '),
  );
  const x = percent(at / LENGTH.wide);
  return (
    <g data-place={place}>
      <rect className={styles.grid} x={x} />
      <rect className={styles.tick} x={x} />
      <text className={styles.number} x={x}>
        <tspan>{at / 1e9}</tspan>
        <tspan className={styles.unit}> s</tspan>
      </text>
    </g>
  );
}

/**
 * Whether a tick is out of the window, or its number steps aside for the flag, or is the last in the window, which has the
 * unit.
 */
function standing(at: number, now: number, end: number, width: keyof typeof LENGTH): string {
  const length = LENGTH[width];
  const from = beginsAt(now, end, length);
  const to = from + length;
  const pixel = length / PLOT[width];
  if (at < from || at > to) return `${width}-out`;
  const flag = Math.min(now, to - (UNDER_FLAG / 2) * pixel);
  if (Math.abs(at - flag) < UNDER_FLAG * pixel) return `${width}-aside`;
  const isLast = at + STEP > to - UNIT * pixel && at <= to - UNIT * pixel;
  return isLast ? `${width}-last` : '';
}

/** The line of the playhead and its flag. */
export function Head({ playhead, end }: { playhead: Playhead; end: number }) {
  const text = useDerived(playhead, (at) => clock(at, end));
  return (
    <>
      <div className={styles.head} data-moves="head" data-mark="playhead" />
      <div className={styles.flag} data-moves="flag" data-mark="flag">
        <span>{text}</span>
      </div>
    </>
  );
}

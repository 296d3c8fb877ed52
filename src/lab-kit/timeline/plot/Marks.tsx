// What is drawn over the bars: the core's path, brackets and dimension lines, the playhead and the ring of a selection.
import type { Nanos } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { type Playhead as PlayheadOnClock, useAt } from '../../frame/playhead.ts';
import { useDrawnTo } from '../../frame/use-drawn.ts';
import {
  along,
  breadthOf,
  isIn,
  percent,
  type Stretch,
  seenOf,
  shareOf,
} from '../../scales/percent.ts';
import { HEIGHTS } from '../../states/Patterns.tsx';
import { STATES } from '../../states/states.ts';
import { barAt, type Drawing, type Mark, type Place, rowAt } from '../drawing/drawing.ts';
import { markedUntil } from '../drawing/progress.ts';
import { PLOTS, textWidth } from './fit.ts';
import { flagSide, flagText, flagWidth } from './flag.ts';
import type { PlacedPanel } from './layout.ts';
import styles from './marks.module.css';
import { InPanel, rowAttributes } from './Panels.tsx';

const SIDES = { start: styles.start, middle: styles.middle, end: styles.end } as const;

/**
 * The path of the one core, or the direct hand-overs of several.
 *
 * @param hiddenFrom the instant after which nothing is drawn, or null
 */
export function CorePath({
  drawing,
  shown,
  hiddenFrom,
}: {
  drawing: Drawing;
  shown: Stretch;
  hiddenFrom: Nanos | null;
}) {
  const lanes = drawing.panels[0]?.rows.length ?? 0;
  const steps = drawing.path.filter(
    ({ at }) => isIn(at, shown) && (hiddenFrom === null || at <= hiddenFrom),
  );
  return steps.map(({ at, from, to }) => {
    const ends = [from ?? lanes, to ?? lanes] as const;
    const down = Math.max(...ends);
    const style = { '--upper': Math.min(...ends), '--lower': down } as CSSProperties;
    return (
      <rect
        key={`${at}-${from}-${to}`}
        className={`${styles.path} ${down === lanes ? styles['to-core'] : ''}`}
        x={along(at, shown)}
        style={style}
      />
    );
  });
}

/**
 * Where a mark's words stand so that they stay inside the clock, on a phone too.
 *
 * @param start and `end` of the mark, shares of the clock
 */
export function anchor(start: number, end: number, text: string) {
  // From above: bold words are narrower than this, if not by much.
  const wide = textWidth(text) / PLOTS.narrow;
  if (start < 0.2) return { x: Math.max(0, Math.min(start, 1 - wide)), side: 'start' } as const;
  if (end > 0.8) return { x: Math.min(1, Math.max(end, wide)), side: 'end' } as const;
  const half = Math.min(wide / 2, 0.5);
  const middle = (start + end) / 2;
  return { x: Math.min(Math.max(middle, half), 1 - half), side: 'middle' } as const;
}

export function Marks({ drawing, ...at }: { drawing: Drawing } & OnClockProps) {
  return (
    <g data-mark="remarks">
      {drawing.marks.map((mark) => (
        <OneMark key={`${mark.kind}-${mark.line}`} mark={mark} {...at} />
      ))}
    </g>
  );
}

function OneMark({ mark, shown, playhead }: { mark: Mark } & OnClockProps) {
  const until = useDrawnTo(playhead, (to) => markedUntil(mark, to));
  const seen = seenOf({ ...mark, end: until }, shown);
  if (seen === null || until <= mark.start) return null;
  const share = { start: shareOf(seen.start, shown), end: shareOf(seen.end, shown) };
  // Its words stand where they will stay.
  const text = anchor(share.start, shareOf((seenOf(mark, shown) ?? seen).end, shown), mark.text);
  return (
    <g
      className={mark.kind === 'dimension' ? `${styles.mark} ${styles.dimension}` : styles.mark}
      data-shows="result"
      style={{ '--nth': mark.line } as CSSProperties}
      aria-hidden="true"
    >
      <rect
        className={styles.span}
        x={percent(share.start)}
        style={{ width: percent(share.end - share.start) }}
      />
      {seen.start === mark.start && <rect className={styles.foot} x={percent(share.start)} />}
      {seen.end === mark.end && (
        <rect className={`${styles.foot} ${styles.last}`} x={percent(share.end)} />
      )}
      <text className={SIDES[text.side]} x={percent(text.x)}>
        {mark.text}
      </text>
    </g>
  );
}

export interface OnClockProps {
  playhead: PlayheadOnClock;
  /** What is shown of the clock. */
  shown: Stretch;
}

export function Playhead({ playhead, shown }: OnClockProps) {
  const at = useAt(playhead);
  if (!isIn(at, shown)) return null;
  return (
    <g className={styles.playhead} data-live="only" data-mark="playhead" aria-hidden="true">
      <rect className={styles.casing} x={along(at, shown)} />
      <rect className={styles.line} x={along(at, shown)} />
    </g>
  );
}

/** @param end where the clock ends, which says how its instants are written */
export function Flag({ playhead, shown, end }: OnClockProps & { end: Nanos }) {
  const at = useAt(playhead);
  if (!isIn(at, shown)) return null;
  const text = flagText(at, shown, end);
  const side = flagSide(shareOf(at, shown));
  return (
    <g
      className={`${styles.flag} ${SIDES[side]}`}
      data-live="only"
      style={{ '--needed': `${flagWidth(text)}px` } as CSSProperties}
      data-mark="flag"
      aria-hidden="true"
    >
      <rect x={along(at, shown)} />
      <text x={along(at, shown)}>{text}</text>
    </g>
  );
}

/** A ring around each of the places that show what is selected. */
export function Ring({
  drawing,
  shown,
  placed,
  places,
}: {
  drawing: Drawing;
  shown: Stretch;
  placed: readonly PlacedPanel[];
  places: readonly Place[];
}) {
  return places.map((place) => {
    const bar = barAt(drawing, place);
    const found = rowAt(drawing, place.row);
    const panel = placed.find((one) => one.panel === found?.panel);
    const seen = bar && seenOf(bar, shown);
    if (!seen || found === undefined || panel === undefined) return null;
    const width = `max(2px, ${percent(breadthOf(seen, shown))})`;
    const box = { x: along(seen.start, shown), width };
    // Thin rows show all states at full height, or nearly.
    const height = HEIGHTS[panel.rowHeight === null ? STATES[bar.state].height : 'full'];
    return (
      <InPanel key={`${place.row}-${place.bar}`} placed={panel}>
        <g {...rowAttributes(found.panel, found.row)} aria-hidden="true">
          <g className={styles.ring} data-mark="ring">
            <rect className={`${styles.casing} ${height}`} style={box} />
            <rect className={`${styles.line} ${height}`} style={box} />
          </g>
        </g>
      </InPanel>
    );
  });
}

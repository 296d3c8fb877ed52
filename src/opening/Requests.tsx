// The requests and cores of a strip: those in line, those in progress and those answered, each drawn as the states are.
import { type CSSProperties, memo } from 'react';
import { percent } from '../lab-kit/scales/percent.ts';
import { StateBar } from '../lab-kit/states/Patterns.tsx';
import type { DrawnState } from '../lab-kit/states/states.ts';
import type { Layout } from './layout.ts';
import styles from './opening-strip.module.css';
import type { Strip } from './strip.ts';
import { LENGTH } from './view-window.ts';

/** A burst of 10 ms is 3 px where there is room, and less on phones. */
const LEAST_BLINK = '2.5px';

const along = (at: number) => percent(at / LENGTH.wide);

interface RequestProps {
  strip: Strip;
  /** Its index. */
  request: number;
  layout: Layout;
  /** The id of the patterns. */
  patterns: string;
}

const inLane = ({ lane }: Strip, request: number) =>
  ({ '--lane': lane[request] ?? 0 }) as CSSProperties;

const numberOf = (request: number) => String(request + 1);

export type Stage = 'line' | 'progress' | 'answered';

/** What of a request lies ahead of the playhead, its place in line and what is to come, and its number. */
export const Ahead = memo(function Ahead({
  strip,
  request,
  layout,
  patterns,
  stage,
}: RequestProps & { stage: Stage }) {
  const [taken, started, computed, answered] = timesOf(strip, request);
  const number = numberOf(request);
  const apart = layout.single ? 3 : layout.gap > 0 ? 1 : 0;
  return (
    <g className={styles.lane} style={inLane(strip, request)}>
      {stage === 'line' && (
        <>
          <StateBar
            state="queued"
            patterns={patterns}
            assumed={false}
            x={`calc(${along(taken)} + ${apart}px)`}
            width={`max(1px, calc(${along(answered - taken)} - ${apart + Math.min(apart, 2)}px))`}
            solid={layout.solid}
          />
          {layout.numbered && <InLine number={number} x={along(taken)} room={answered - taken} />}
        </>
      )}
      {stage === 'progress' && !layout.solid && (
        <rect
          className={styles.coming}
          style={{
            x: `calc(${along(computed)} + 3px)`,
            width: `max(0px, calc(${along(answered - computed)} - 7px))`,
          }}
        />
      )}
      {stage !== 'line' && layout.numbered && (
        <text
          className={`${styles.of} ${stage === 'progress' ? styles.now : ''} ${fitting(answered - started)}`}
          x={along(started)}
        >
          {number}
        </text>
      )}
    </g>
  );
});

/** ns of a window: what a number needs, where there is room and on phones. */
const NUMBER_NEEDS = { wide: 0.1e9, narrow: 0.24e9 } as const;

/** Classes that leave a number out where its request is too short for it. */
function fitting(length: number): string {
  if (length < NUMBER_NEEDS.wide) return styles.unfit as string;
  return length < NUMBER_NEEDS.narrow ? (styles['wide-only'] as string) : '';
}

function InLine({ number, x, room }: { number: string; x: string; room: number }) {
  const style = { '--wide': `${number.length * 9 + 6}px` } as CSSProperties;
  return (
    <g className={`${styles['in-line']} ${fitting(room)}`} style={style}>
      <rect x={x} />
      <text x={x}>{number}</text>
    </g>
  );
}

/** What a request did: seen as far as the playhead has come. */
export const Done = memo(function Done({
  strip,
  request,
  layout,
  patterns,
  last,
}: RequestProps & { last: boolean }) {
  const [taken, started, computed, answered] = timesOf(strip, request);
  const bar = (state: DrawnState, from: number, to: number, least = '0px') =>
    to > from && (
      <StateBar
        state={state}
        patterns={patterns}
        assumed={false}
        x={along(from)}
        width={`max(${least}, ${along(to - from)})`}
        solid={layout.solid}
      />
    );
  return (
    <>
      <g className={styles.lane} style={inLane(strip, request)}>
        {bar('runnable', taken, started)}
        {bar('waiting', computed, answered)}
        {bar('running', started, computed, LEAST_BLINK)}
        {layout.single && (
          <>
            <rect className={styles.path} x={along(started)} />
            <rect className={styles.answer} x={along(answered)} />
            <text
              className={`${styles.time} ${last ? styles.last : ''} ${last ? '' : fittingTime(answered - started)}`}
              x={along(answered)}
            >
              {(answered / 1e9).toFixed(2)}
            </text>
          </>
        )}
      </g>
      <g className={styles.core} style={{ '--core': strip.core[request] ?? 0 } as CSSProperties}>
        {bar('running', started, computed, LEAST_BLINK)}
      </g>
    </>
  );
});

/** The time of an answer stands where there is room for it; never on phones. */
const fittingTime = (length: number) =>
  (length < 0.17e9 ? styles.unfit : styles['wide-only']) as string;

const timesOf = (strip: Strip, request: number) =>
  [strip.taken, strip.started, strip.computed, strip.answered].map(
    (times) => times[request] ?? 0,
  ) as [number, number, number, number];

// A whole laid out by its parts, those that wait first, so that their share stands on a scale with a range marked.
import type { TaskState } from '@interleave/simulation';
import { type CSSProperties, useId } from 'react';
import { currentRun } from '../../lab.ts';
import { percent } from '../../scales/percent.ts';
import { Patterns, StateBar } from '../../states/Patterns.tsx';
import { paint, STATES } from '../../states/states.ts';
import type { Figure } from '../../view.ts';
import styles from './share-bar.module.css';

/** Narrower than this part of the whole, a pattern does not show on a phone. */
const SOLID_BELOW = 0.02;

/** A part of a whole: its lengths are in any unit, the same for all. */
export interface SharePart {
  readonly label: string;
  readonly state: TaskState;
  readonly length: number;
}

/** A whole laid out by its parts, those that wait first: their share on a scale from 0 to 100%, with a range marked. */
export interface ShareBarData<V> {
  readonly label: string;
  parts(values: V): readonly SharePart[];
  /** What is drawn at the left and at the right. */
  readonly ends: readonly [string, string];
  /** Shares, 0..1. */
  readonly band: { readonly from: number; readonly to: number; readonly label: string };
}

/** Of two runs the bar is that of the last, which the knobs set. */
export const shareBar = <V,>(data: ShareBarData<V>): Figure<V, unknown> & ShareBarData<V> => ({
  ...data,
  id: 'share-bar',
  Draw: ({ stage: { runs } }) => (
    <ShareBar data={data} parts={data.parts(currentRun(runs).values)} />
  ),
});

interface ShareBarProps<V> {
  data: ShareBarData<V>;
  parts: readonly SharePart[];
}

function ShareBar<V>({ data: { label, ends, band }, parts }: ShareBarProps<V>) {
  const patterns = useId();
  const whole = lengthOf(parts);
  const laid = laidOut(parts, whole);
  const waits = parts.filter(({ state }) => state === 'waiting');
  const share = whole === 0 ? 0 : lengthOf(waits) / whole;
  const figure = `${Number((share * 100).toFixed(1))}%`;
  const range = `${band.from * 100}–${band.to * 100}%`;
  const style = {
    '--share': percent(share),
    '--from': percent(band.from),
    '--to': percent(band.to),
  } as CSSProperties;
  return (
    <div
      className={styles.scale}
      role="img"
      aria-label={`${label}: ${figure}. ${band.label}: ${range}.`}
      style={style}
    >
      <p className={styles.label}>
        <span>{`${label}: `}</span>
        <b>{figure}</b>
      </p>
      <div className={styles.bar}>
        <svg aria-hidden="true">
          <Patterns id={patterns} />
          {laid.map(({ part, from, width }) => (
            <g key={part.label}>
              <StateBar
                state={part.state}
                patterns={patterns}
                assumed={false}
                x={percent(from)}
                width={percent(width)}
                solid={width < SOLID_BELOW}
              />
              {from > 0 && <rect className={styles.cut} style={{ x: percent(from) }} />}
            </g>
          ))}
        </svg>
        {laid.map(({ part, from, width }) => (
          <span
            key={part.label}
            className={
              STATES[part.state].height === 'low' ? `${styles.name} ${styles.low}` : styles.name
            }
            style={{
              left: percent(from),
              width: percent(width),
              color: paint(STATES[part.state].text),
            }}
          >
            <span>{part.label}</span>
          </span>
        ))}
        <span className={styles.band} />
        <span className={styles.here} />
      </div>
      <p className={styles.ends}>
        <span>{ends[0]}</span>
        <span className={styles['band-label']}>{`${band.label}, ${range}`}</span>
        <span>{ends[1]}</span>
      </p>
    </div>
  );
}

const lengthOf = (parts: readonly SharePart[]) =>
  parts.reduce((sum, { length }) => sum + length, 0);

/** Each part with where it begins and how wide it is, as shares of the whole: those that wait first. */
function laidOut(parts: readonly SharePart[], whole: number) {
  let before = 0;
  return [...parts]
    .sort((a, b) => Number(b.state === 'waiting') - Number(a.state === 'waiting'))
    .map((part) => {
      const from = before / whole;
      before += part.length;
      return { part, from, width: part.length / whole };
    });
}

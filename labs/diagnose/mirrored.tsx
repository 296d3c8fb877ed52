// How long answers take, before above and after below, with how far apart the two 95% are.
import { capital, grouped } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import { counted } from '../../src/lab-kit/units.ts';
import { time } from './in-words.ts';
import type { Latencies, Outcome } from './kinds.ts';
import { type Mirror, mirrorOf } from './mirror.ts';
import styles from './mirrored.module.css';

/** From this length on (ms) the axis counts seconds. */
const LONG = 5000;

interface MirroredProps {
  before: Latencies;
  of: Outcome;
}

export function Mirrored({ before, of: { label, latencies } }: MirroredProps) {
  const mirror = mirrorOf(before, latencies);
  const { end, numbers } = mirror;
  const [from, to] = [before.p95 / end, latencies.p95 / end];
  const [unit, size] = end >= LONG ? (['s', 1000] as const) : (['ms', 1] as const);
  return (
    <div className={styles.mirrored}>
      <p>
        <b>{`${capital(label)}:`}</b>{' '}
        <span>how long answers take, before above and after below</span>
      </p>
      <div
        className={styles.plot}
        role="img"
        aria-label={`How long answers take. Before: ${inWords(before)}. With ${label}: ${inWords(latencies)}.`}
        style={{ '--before': percent(from), '--after': percent(to) } as CSSProperties}
      >
        <div className={styles.axis}>
          {numbers.map((number) => (
            <span key={number} style={{ left: percent(number / end) }}>
              {grouped(number / size)}
              {number === numbers.at(-1) && <i>{` ${unit}`}</i>}
            </span>
          ))}
        </div>
        <svg
          className={styles.columns}
          viewBox="0 0 30 2"
          preserveAspectRatio="none"
          aria-hidden="true"
        >
          <path className={styles.above} d={columns(mirror.before, -1)} />
          <path className={styles.below} d={columns(mirror.after, 1)} />
        </svg>
        <span className={styles.middle} />
        <span className={styles.side}>before</span>
        <span className={`${styles.side} ${styles.under}`}>after</span>
        <span className={`${styles.line} ${styles.first}`} />
        <span className={`${styles.line} ${styles.second}`} />
        <span className={styles.dimension} />
        <Label at={from} className={styles.top} text={`95% within ${time(before.p95)}`} />
        <Label at={to} className={styles.bottom} text={afterInWords(before, latencies)} />
      </div>
      <Beyond mirror={mirror} />
    </div>
  );
}

/** px, about, that a letter of a label takes: it keeps inside the plot. */
const LETTER = 7.2;
/** Farther along than this share of the axis, a label stands before its line. */
const FAR = 0.55;

interface LabelProps {
  /** Where its line is, as a share of the axis. */
  at: number;
  className: string | undefined;
  text: string;
}

function Label({ at, className, text }: LabelProps) {
  const wide = `100% - ${text.length * LETTER}px`;
  const style =
    at > FAR
      ? { right: `max(0px, min(${percent(1 - at)} + 6px, ${wide}))` }
      : { left: `max(0px, min(${percent(at)} + 6px, ${wide}))` };
  return (
    <span className={`${styles.label} ${className}`} style={style}>
      {text}
    </span>
  );
}

function afterInWords({ p95: before }: Latencies, { p95: after }: Latencies): string {
  const within = `within ${time(after)}`;
  const apart = time(Math.abs(after - before));
  if (apart === time(0)) return `${within}, as before`;
  return `${within}: ${apart} ${after < before ? 'less' : 'more'}`;
}

const inWords = ({ p50, p95, p99 }: Latencies) =>
  `50% within ${time(p50)}, 95% within ${time(p95)}, 99% within ${time(p99)}`;

/** Columns as one outline, from the middle up or down. */
const columns = (shares: readonly number[], way: 1 | -1) =>
  shares
    .map((share, i) => (share === 0 ? '' : `M${i + 0.04} 1v${way * Math.max(0.01, share)}h0.92V1z`))
    .join('');

/** What the axis has no room for. */
function Beyond({ mirror: { beyond, end } }: { mirror: Mirror }) {
  const told = [
    ...(beyond.before > 0 ? [`${counted(beyond.before, 'request')} before`] : []),
    ...(beyond.after > 0 ? [`${counted(beyond.after, 'request')} after`] : []),
  ];
  if (told.length === 0) return null;
  return (
    <p className={styles.beyond}>
      {`Not drawn: ${told.join(' and ')} that took longer than ${time(end)}.`}
    </p>
  );
}

// The rails between the places, each with how often it was taken; those just taken are marked.
import type { CSSProperties } from 'react';
import styles from './places.module.css';
import type { Track, Traffic, Way } from './track.ts';

/** The lines; what they say stands in Labels. */
export function Rails({ track }: { track: Track }) {
  const { length: cores } = track.cores;
  const [, takes] = track.takes;
  const [, ready] = track.ready;
  const losing = typeof track.loses === 'string' ? [] : track.loses[1].now;
  const down = track.leaves.flatMap(([, { now }]) => now);
  const all = Array.from({ length: cores }, (_, core) => core);
  const any = (now: Traffic['now'], leads: (core: number) => boolean) =>
    now.some((core) => core !== null && leads(core));
  return (
    <div aria-hidden="true">
      <Line name="floor" />
      <Line name="to" now={takes.now.length > 0} />
      <Line name="lower" />
      <Line name="entry" now={down.length > 0} />
      <Line name="back" now={ready.now.length > 0} />
      <Line name="up" now={losing.length > 0} never={typeof track.loses === 'string'} />
      {all.map((core) => (
        <div key={core} className={styles.core} style={{ '--core': core } as CSSProperties}>
          <Line name="in" now={any(takes.now, (one) => one === core)} />
          <Line name="out" now={any([...losing, ...down], (one) => one === core)} />
          {/* From this core's rail to the next one's, or to the floor below. */}
          <Line
            name={core === cores - 1 ? 'down' : 'side'}
            now={any(losing, (one) => one > core) || any(down, (one) => one <= core)}
          />
          {core < cores - 1 && <Line name="fork" now={any(takes.now, (one) => one > core)} />}
        </div>
      ))}
    </div>
  );
}

function Line({
  name,
  now = false,
  never = false,
}: {
  name: string;
  now?: boolean;
  never?: boolean;
}) {
  return (
    <span
      className={[styles.rail, styles[name], never ? styles.never : ''].join(' ')}
      data-now={now || undefined}
    />
  );
}

interface LabelsProps {
  track: Track;
  /** A question holds back what follows: that a way is never taken could be its answer. */
  covered: boolean;
}

/** What each way is called, and how often it was taken. */
export function Labels({ track: { loses, takes, leaves, ready }, covered }: LabelsProps) {
  return (
    <>
      {typeof loses === 'string' ? (
        <p
          className={`${styles.label} ${styles.loses} ${styles.never}`}
          data-live={covered ? 'never' : undefined}
        >
          {loses}
        </p>
      ) : (
        <Label name="loses" ways={[loses]} />
      )}
      <Label name="takes" ways={[takes]} />
      <Label name="waits" ways={leaves} />
      <Label name="ready" ways={[ready]} />
    </>
  );
}

function Label({ name, ways }: { name: string; ways: readonly Way[] }) {
  return (
    <p className={`${styles.label} ${styles[name]}`}>
      {ways.map(([words, { taken, now }]) => (
        <span key={words} data-now={now.length > 0 || undefined}>
          <span className={styles.words}>{`${words} `}</span>
          <b>{`${taken.toLocaleString('en')}×`}</b>
        </span>
      ))}
    </p>
  );
}

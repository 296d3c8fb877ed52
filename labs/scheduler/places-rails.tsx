// The rails between the places, each with how often it was taken; those just taken are marked.
import type { Scenario } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import styles from './places.module.css';
import { lossOf, type Rail, type Traffic } from './places-shown.ts';

interface RailsProps {
  scenario: Scenario;
  traffic: Readonly<Record<Rail, Traffic>>;
  /** How many cores are drawn. */
  cores: number;
}

/** The lines; what they say stands in Labels. */
export function Rails({
  scenario,
  traffic: { takes, loses, waits, blocks, ready },
  cores,
}: RailsProps) {
  const down = [...waits.now, ...blocks.now];
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
      <Line name="up" now={loses.now.length > 0} never={lossOf(scenario) === null} />
      {all.map((core) => (
        <div key={core} className={styles.core} style={{ '--core': core } as CSSProperties}>
          <Line name="in" now={any(takes.now, (one) => one === core)} />
          <Line name="out" now={any([...loses.now, ...down], (one) => one === core)} />
          {/* From this core's rail to the next one's, or to the floor below. */}
          <Line
            name={core === cores - 1 ? 'down' : 'side'}
            now={any(loses.now, (one) => one > core) || any(down, (one) => one <= core)}
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

/** What each way is called, and how often it was taken. */
export function Labels({ scenario, traffic }: Omit<RailsProps, 'cores'>) {
  const { takes, loses, waits, blocks, ready } = traffic;
  const loss = lossOf(scenario);
  return (
    <>
      {loss === null ? (
        <p className={`${styles.label} ${styles.loses} ${styles.never}`}>
          nothing takes the core away
        </p>
      ) : (
        <Label name="loses" ways={[[loss, loses]]} />
      )}
      <Label name="takes" ways={[['takes the core', takes]]} />
      <Label
        name="waits"
        ways={[['waits', waits], ...(blocks.taken > 0 ? [['blocks', blocks] as const] : [])]}
      />
      <Label name="ready" ways={[['ready', ready]]} />
    </>
  );
}

function Label({ name, ways }: { name: string; ways: readonly (readonly [string, Traffic])[] }) {
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

// Every remedy on the same requests, as bars on one scale: from the time within which half of the requests finish to that
// of 95%, and a tick at 99%.
import type { CSSProperties } from 'react';
import { percent } from '../../src/lab-kit/scales/percent.ts';
import styles from './diagnosis.module.css';
import { length } from './in-words.ts';
import type { Diagnosis, Latencies, RemedyId } from './kinds.ts';

interface EveryRemedyProps {
  of: Diagnosis;
  /** The remedy that is drawn beside it. */
  shown: RemedyId;
}

export function EveryRemedy({ of: { before, outcomes, right }, shown }: EveryRemedyProps) {
  const longest = Math.max(before.p99, ...outcomes.map(({ latencies }) => latencies.p99));
  return (
    <div className={styles.every}>
      <table>
        <caption>
          <b>Every remedy, on the same requests</b>
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="visually-hidden">remedy</span>
            </th>
            <th scope="col">50 to 95%, tick 99%</th>
            <th scope="col">95%, ms</th>
          </tr>
        </thead>
        <tbody>
          <Row label="as it is" latencies={before} longest={longest} />
          {outcomes.map(({ id, label, latencies }) => (
            <Row
              key={id}
              label={label}
              latencies={latencies}
              longest={longest}
              shown={id === shown}
              best={id === right}
            />
          ))}
        </tbody>
      </table>
      <p>Each remedy is simulated by itself, with the same requests at the same instants.</p>
    </div>
  );
}

interface RowProps {
  label: string;
  latencies: Latencies;
  longest: number;
  shown?: boolean;
  best?: boolean;
}

function Row({ label, latencies, longest, shown = false, best = false }: RowProps) {
  const { p50, p95, p99 } = latencies;
  const style = {
    '--p50': percent(p50 / longest),
    '--p95': percent(p95 / longest),
    '--p99': percent(p99 / longest),
  } as CSSProperties;
  return (
    <tr className={shown ? styles.shown : undefined}>
      <th scope="row">
        {label}
        {best && <i>helps most</i>}
      </th>
      <td>
        <span
          className={styles.range}
          style={style}
          role="img"
          aria-label={`50% within ${length(p50)} ms, 95% ${length(p95)} ms, 99% ${length(p99)} ms`}
        />
      </td>
      <td>{length(p95)}</td>
    </tr>
  );
}

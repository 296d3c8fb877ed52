// Of two runs: what differs, task by task, as it is told of each run.
import { capital } from '@interleave/simulation';
import type { ReactNode } from 'react';
import styles from './why.module.css';

interface Differing {
  readonly key: string | number;
  /** The task's name. */
  readonly name: string;
  /** What is told of it in either run. */
  readonly told: readonly [ReactNode, ReactNode];
}

export function Difference({ tasks }: { tasks: readonly Differing[] }) {
  if (tasks.length === 0) return null;
  return (
    <section className={styles.why} aria-label="The difference">
      <div>
        <b>The difference</b>
      </div>
      {tasks.map(({ key, name, told: [first, second] }) => (
        <p key={key}>
          <b>{capital(name)}</b>
          <br />
          {first}
          <br />
          {second}
        </p>
      ))}
    </section>
  );
}

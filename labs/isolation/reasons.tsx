// Why the bad write is stopped or goes through, and what the other one would have met.
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import type { Handing, Setting } from './handing.ts';
import styles from './isolation.module.css';
import { reasons } from './reasons-words.ts';

export function Reasons({ stage: { runs } }: StageProps<Setting, Handing, unknown>) {
  const { who, what, isStopped, stopped, through } = reasons(currentRun(runs));
  return (
    <section className={styles.why} aria-label="Why">
      <div>
        <b>{who}</b>
        <span>{what}</span>
      </div>
      <p>
        <b>{isStopped ? 'Stopped' : 'Would be stopped'}</b> <span>at the page table</span>
        <br />
        <span>{stopped}</span>
      </p>
      <p>
        <b>Not stopped</b> <span>inside</span>
        <br />
        <span>{through}</span>
      </p>
    </section>
  );
}

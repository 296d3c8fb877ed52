// Two tables under the drawing: the same tasks in four ways, and ten thousand of them on a machine that pays for switches.
import { useDeferredValue } from 'react';
import { Measured } from '../../src/lab-kit/frame/Measured.tsx';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure, StageProps } from '../../src/lab-kit/view.ts';
import styles from './many-on-few.module.css';
import { fourWays, TEN_THOUSAND } from './tables.ts';
import type { Setting } from './work.ts';

export const ways: Figure<Setting, unknown> = { id: 'ways', looksAhead: true, Draw: Ways };

/** The same whatever is set: drawn once. */
const SAME = (
  <>
    <Measured {...TEN_THOUSAND} />
    <div className={styles.practice}>
      <p>
        Java’s virtual threads (JEP 444) hold their worker while they wait in native code and, up to
        Java 23, inside synchronized (JEP 491).
      </p>
      <p>
        A goroutine that waits for the network frees its worker. While one is in a system call, Go
        gives its place to another thread. Since Go 1.14, one that computes for 10&nbsp;ms is
        interrupted.
      </p>
    </div>
  </>
);

function Ways({ stage: { runs } }: StageProps<Setting, unknown, unknown>) {
  // As all tables do, it follows a step behind the drawing.
  const { values } = useDeferredValue(currentRun(runs));
  return (
    <div className={styles.ways}>
      <Measured {...fourWays(values)} />
      {SAME}
    </div>
  );
}

// Two tables under the drawing: the same tasks in four ways, and ten thousand of them on a machine that pays for switches.
import { Measured } from '../../src/lab-kit/frame/Measured.tsx';
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import styles from './many-on-few.module.css';
import { fourWays, TEN_THOUSAND } from './tables.ts';
import type { Setting } from './work.ts';

export const ways: Figure<Setting, unknown> = {
  id: 'ways',
  looksAhead: true,
  Draw: ({ stage: { runs } }) => (
    <div className={styles.ways}>
      <Measured {...fourWays(currentRun(runs).values)} />
      <Measured {...TEN_THOUSAND} />
      <div className={styles.practice}>
        <p>
          <b>Java.</b> Up to Java 23 a virtual thread (JEP 444) that waits inside{' '}
          <code>synchronized</code> holds its worker, as C and D do. Since Java 24 it lets go (JEP
          491). A call into native code still holds it.
        </p>
        <p>
          <b>Go.</b> A goroutine that waits for the network frees its worker. One that stays in a
          system call holds it, and the runtime goes on with another. Since Go 1.14 the runtime
          interrupts a goroutine that has computed for 10 ms.
        </p>
      </div>
    </div>
  ),
};

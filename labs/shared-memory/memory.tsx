// The memory between the two listings: each thread's register, and the counter that both use.
import { useAt } from '../../src/lab-kit/frame/playhead.ts';
import { currentRun } from '../../src/lab-kit/lab.ts';
import { type Stepped, standingAt } from '../../src/lab-kit/stepped/program.ts';
import type { StageProps } from '../../src/lab-kit/view.ts';
import { NAMES, type Setting } from './program.ts';
import styles from './shared-memory.module.css';

export function Memory({ stage }: StageProps<Setting, Stepped, unknown>) {
  const { walk } = currentRun(stage.runs).result;
  const { registers, variables, move } = standingAt(walk, useAt(stage.playhead));
  const stored = move !== null && move.written !== null;
  const before = stored ? move.variable?.before : undefined;
  return (
    <dl className={styles.memory}>
      {NAMES.map((name, thread) => (
        <div
          key={name}
          className={move?.thread === thread && !stored ? styles.written : undefined}
          data-thread={name}
        >
          <dt>{`${name}’s r`}</dt>
          <dd>{String(registers[thread])}</dd>
        </div>
      ))}
      <div className={stored ? `${styles.shared} ${styles.written}` : styles.shared}>
        <dt>
          <b>counter</b>
          <span>, shared</span>
        </dt>
        <dd>
          <span>{String(variables.counter)}</span>
          <small>{before === undefined ? '' : `was ${before}`}</small>
        </dd>
      </div>
    </dl>
  );
}

// Under the curves: why they differ at this setting.
import { currentRun } from '../../src/lab-kit/lab.ts';
import type { Figure } from '../../src/lab-kit/view.ts';
import styles from './lock-convoy.module.css';
import type { Setting } from './server.ts';
import { whyTheyDiffer } from './words.ts';

export const differ: Figure<Setting, unknown> = {
  id: 'differ',
  looksAhead: true,
  Draw: ({ stage }) => (
    <p className={styles.differ}>{whyTheyDiffer(currentRun(stage.runs).values)}</p>
  ),
};

// What is true of all orders, beside what stands for them in real code.
import type { Figure } from '../../src/lab-kit/view.ts';
import { Aside } from './aside.tsx';
import { Field } from './field.tsx';
import styles from './orders-all.module.css';
import type { Result, Setting } from './program.ts';
import { ordersTable } from './words.ts';

export const all: Figure<Setting, Result> = {
  id: 'all',
  looksAhead: true,
  Draw: ({ stage }) => (
    <div className={styles.all}>
      <Field stage={stage} />
      <Aside stage={stage} />
    </div>
  ),
  tables: (runs) => runs.map(({ result, tag }) => ordersTable(result, tag)),
};

// What was measured on real machines, beside the simulated figure, with the source.
import type { MeasuredTable } from '../measured.ts';
import { DataTable } from './DataTable.tsx';
import styles from './tables.module.css';

export function Measured({ table, source }: MeasuredTable) {
  return (
    <div className={styles.measured}>
      <DataTable table={table} />
      <p className={styles.source}>{source}</p>
    </div>
  );
}

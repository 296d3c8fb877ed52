// What was measured on real machines, beside the simulated figure, with the source.
import type { MeasuredTable } from '../measured.ts';
import { DataTable } from './DataTable.tsx';

export function Measured({ table, source }: MeasuredTable) {
  return (
    <div className="measured">
      <DataTable table={table} />
      <p className="source">{source}</p>
    </div>
  );
}

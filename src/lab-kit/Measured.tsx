// What was measured on real machines, beside the simulated figure, with the source.
import { DataTable } from './DataTable.tsx';
import type { AnyLab } from './define-lab.ts';
import type { Measured as MeasuredData } from './extras.ts';
import { factText } from './facts.ts';

const COLUMNS = [
  { label: 'Setting' },
  { label: 'in the lab', numeric: true },
  { label: 'measured', numeric: true },
];

export function Measured({ lab, measured }: { lab: AnyLab; measured: MeasuredData }) {
  return (
    <div className="measured">
      <DataTable
        caption={measured.caption}
        columns={COLUMNS}
        rows={measured.rows.map(
          ({ what, simulated: { preset, fact, digits }, measured: figure }) => ({
            key: what,
            cells: [what, factText(lab, preset, fact, digits), figure],
          }),
        )}
      />
      <p className="source">{measured.source}</p>
    </div>
  );
}

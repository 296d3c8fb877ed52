// What was measured on real machines, beside the simulated figure, with the source.

import type { Measured as MeasuredData } from '../../extras.ts';
import { factText } from '../../facts.ts';
import { DataTable } from '../../frame/DataTable.tsx';
import type { AnyLab } from '../../lab.ts';

const COLUMNS = [
  { label: 'Setting' },
  { label: 'in the lab', numeric: true },
  { label: 'measured', numeric: true },
];

export function Measured({ lab, measured }: { lab: AnyLab; measured: MeasuredData }) {
  const { caption, source, fact, digits, rows } = measured;
  return (
    <div className="measured">
      <DataTable
        caption={caption}
        columns={COLUMNS}
        rows={rows.map((row) => ({
          key: row.what,
          cells: [row.what, factText(lab, row.preset, fact, digits), row.measured],
        }))}
      />
      <p className="source">{source}</p>
    </div>
  );
}

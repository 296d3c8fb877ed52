// The tables that a lab declares, of each run; a cell that speaks of a state has its swatch.

import type { Cell, Table } from '../extras.ts';
import type { AnyLab } from '../lab.ts';
import { Swatch } from '../states/Patterns.tsx';
import { DataTable } from './DataTable.tsx';
import type { Run } from './use-lab.ts';

interface LabTablesProps {
  lab: AnyLab;
  runs: readonly Run[];
  shown: Table['shown'];
}

export function LabTables({ lab, runs, shown }: LabTablesProps) {
  return runs.map(({ trace, words, values, tag }) =>
    lab
      .tables(trace, words, values)
      .filter((table) => table.shown === shown)
      .map(({ caption, columns, rows }) => (
        <DataTable
          key={`${tag} ${caption}`}
          caption={tag === '' ? caption : `${tag}: ${caption}`}
          columns={columns}
          rows={rows.map((cells) => ({ key: JSON.stringify(cells), cells: cells.map(drawn) }))}
        />
      )),
  );
}

const drawn = (cell: Cell) =>
  typeof cell === 'string' ? (
    cell
  ) : (
    <span className="state" key={cell.words}>
      <Swatch state={cell.state} /> <span>{cell.words}</span>
    </span>
  );

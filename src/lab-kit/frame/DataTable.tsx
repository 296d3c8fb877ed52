// A lab's table of exact figures: a caption, columns, numbers at the right.
import type { ReactNode } from 'react';
import type { Table } from '../extras.ts';
import './tables.css';

interface DataTableProps {
  caption: string;
  columns: Table['columns'];
  rows: readonly {
    readonly key: string;
    readonly cells: readonly ReactNode[];
    readonly assumed?: boolean;
  }[];
}

export function DataTable({ caption, columns, rows }: DataTableProps) {
  return (
    <table className="data">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th scope="col" key={label} className={numeric ? 'numeric' : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ key, cells, assumed }) => (
          <tr key={key} className={assumed ? 'assumed' : undefined}>
            {cells.map((cell, i) => (
              <td key={columns[i]?.label} className={columns[i]?.numeric ? 'numeric' : undefined}>
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

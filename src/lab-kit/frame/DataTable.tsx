// Draws a table: a caption, columns, numbers at the right; a cell that speaks of a state has its swatch.
import { Swatch } from '../states/Patterns.tsx';
import { type Cell, type Table, textOf } from '../tables.ts';
import styles from './tables.module.css';

export function DataTable({ table: { caption, columns, rows, note } }: { table: Table }) {
  return (
    <table className={styles.data}>
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ label, numeric }) => (
            <th scope="col" key={label} className={numeric ? styles.numeric : undefined}>
              {label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((cells, r) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows keep nothing of their own, and may be equal
          <tr key={`${r}`} className={cells.some(isAssumed) ? styles.assumed : undefined}>
            {columns.map(({ label, numeric, groups }, c) => {
              const cell = cells[c] as Cell;
              const above = rows[r - 1]?.[c];
              const repeated = groups && above !== undefined && textOf(above) === textOf(cell);
              return (
                <td key={label} className={numeric ? styles.numeric : undefined}>
                  {typeof cell === 'string' && !groups ? (
                    cell
                  ) : (
                    <Content of={cell} repeated={repeated === true} />
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {note !== undefined && (
        <tfoot>
          <tr>
            <td colSpan={columns.length}>{note}</td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}

const isAssumed = (cell: Cell) => typeof cell !== 'string' && cell.assumed === true;

/** @param repeated whether a group's cell says what the one above says */
function Content({ of, repeated }: { of: Cell; repeated: boolean }) {
  if (typeof of !== 'string') {
    return (
      <span className={styles.state}>
        <Swatch state={of.state} assumed={of.assumed} /> <span>{of.text}</span>
      </span>
    );
  }
  return <span className={repeated ? 'visually-hidden' : undefined}>{of}</span>;
}

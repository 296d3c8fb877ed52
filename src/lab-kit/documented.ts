// A table as a chapter states it, held against the one of the same heads that the lab computes.

import { tablesOf } from './frame/tables-of.ts';
import type { AnyLab, Run } from './lab.ts';
import { type Cell, type Column, type Table, textOf } from './tables.ts';

/** A table that an author wrote. */
export interface StatedTable {
  readonly heads: readonly string[];
  readonly rows: readonly StatedRow[];
}

export interface StatedRow {
  readonly cells: readonly string[];
  /** Where the row stands: "content/chapter.mdx:57". */
  readonly place: string;
}

/** A table of the run and, for each stated head, the index of its column. */
interface Match {
  readonly table: Table;
  readonly columns: readonly number[];
}

const headOf = ({ label }: Column) => label.toLowerCase();

/** @throws Error with the heads that there are when no table has all that are stated */
function matching(lab: AnyLab, run: Run, heads: readonly string[]): Match {
  const tables = tablesOf(lab, [run], Object.keys(lab.parameters));
  for (const table of tables) {
    const columns = heads.map((head) =>
      table.columns.findIndex((column) => headOf(column) === head.toLowerCase()),
    );
    if (columns.every((column) => column !== -1)) return { table, columns };
  }
  const known = tables.map(({ columns }) => columns.map(headOf).join(', '));
  throw new Error(
    `found the heads ${heads.join(', ')}; the tables of this run have ${known.join('; or ')}.`,
  );
}

const plain = (text: string) => text.replaceAll('\u00a0', ' ').trim();

/** Whether a cell says what was stated: its text, its state, or the same number. */
function says(cell: Cell, stated: string): boolean {
  if (typeof cell !== 'string') return [cell.state, cell.text].includes(stated);
  const text = plain(cell);
  return text === stated || (stated !== '' && Number(text) === Number(stated));
}

/** Cells after the first, as an error tells them: "running, 0, 5". */
const told = (cells: readonly string[]) => cells.slice(1).join(', ');

/** A computed row as it would be stated: of a cell with a state, that state, unless its words were meant. */
const asStated = (row: readonly Cell[], { columns }: Match) =>
  columns.map((column) => {
    const cell = row[column] as Cell;
    return typeof cell === 'string' ? plain(cell) : cell.state;
  });

/**
 * The computed rows that were stated, as a table of the run: those of each first cell that is stated, all of them and
 * no others.
 *
 * @throws Error with a line for each place where stated rows and the run differ
 */
export function documentedTable(lab: AnyLab, run: Run, stated: StatedTable): Table {
  const match = matching(lab, run, stated.heads);
  const { table, columns } = match;
  const [group = 0] = columns;
  const keyOf = (row: readonly Cell[]) => plain(textOf(row[group] as Cell));
  const found: string[] = [];
  const seen = new Map<string, number>();
  for (const { cells, place } of stated.rows) {
    const key = cells[0] ?? '';
    const computed = table.rows.filter((row) => keyOf(row) === key);
    if (computed.length === 0) {
      const keys = [...new Set(table.rows.map(keyOf))].join(', ');
      found.push(`${place}: found ${stated.heads[0]} "${key}"; there are ${keys}.`);
      continue;
    }
    const index = seen.get(key) ?? 0;
    seen.set(key, index + 1);
    const row = computed[index];
    if (
      row !== undefined &&
      cells.every((cell, c) => says(row[columns[c] as number] as Cell, cell))
    )
      continue;
    const got = row === undefined ? `nothing more of ${key}` : told(asStated(row, match));
    found.push(`${place}: ${key}, row ${index + 1}: expected ${told(cells)}, got ${got}.`);
  }
  const last = stated.rows.at(-1)?.place ?? '';
  for (const [key, count] of seen) {
    for (const row of table.rows.filter((one) => keyOf(one) === key).slice(count)) {
      found.push(`${last}: ${key}: expected no more rows, got ${told(asStated(row, match))}.`);
    }
  }
  if (found.length > 0) throw new Error(found.join('\n'));
  return { ...table, rows: table.rows.filter((row) => seen.has(keyOf(row))) };
}

// A table as plain data: exact figures, for readers who prefer them to a drawing, and for chapters to be checked against.
import type { Run } from './lab.ts';
import type { DrawnState } from './states/states.ts';

export interface Table {
  readonly caption: string;
  /** `always`: below the drawing. `asked`: behind the disclosure. */
  readonly shown: 'always' | 'asked';
  /** The record of the whole result, which stands first and gives the disclosure its name: "Event table". */
  readonly name?: string;
  /** A record of many rows: the disclosure stays closed where no script runs, too. */
  readonly long?: true;
  /** What it tells is drawn, and it would fill sheets: paper leaves it out. */
  readonly screen?: true;
  readonly columns: readonly Column[];
  readonly rows: readonly (readonly Cell[])[];
  /** Under it: where its figures come from. */
  readonly note?: string;
}

export interface Column {
  readonly label: string;
  readonly numeric?: true;
  /** Rows with the same belong together: heard in each, and seen in the first. */
  readonly groups?: true;
}

/** A table's cell: text, or text beside the swatch of a state. */
export type Cell =
  | string
  | {
      readonly state: DrawnState;
      readonly text: string;
      /** The lesson assumes what this row tells: set apart. */
      readonly assumed?: boolean;
    };

/** A cell as text. */
export const textOf = (cell: Cell) => (typeof cell === 'string' ? cell : cell.text);

/** The tables of each of several runs, with what the run is called. */
export function tablesOfEach<V, R>(
  runs: readonly Run<V, R>[],
  tables: (run: Run<V, R>) => readonly Table[],
): Table[] {
  return runs.flatMap((run) =>
    tables(run).map((table) =>
      run.tag === '' ? table : { ...table, caption: `${run.tag}: ${table.caption}` },
    ),
  );
}

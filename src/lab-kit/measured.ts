// What was measured on real machines or stated of them, with the simulated figure that stands beside each.
import { factText } from './facts.ts';
import type { AnyLab } from './lab.ts';
import type { Table } from './tables.ts';

export interface Measured {
  readonly caption: string;
  /** On which machine, and how. */
  readonly source: string;
  /** The simulated figure that stands beside each: a fact, with so many decimals, of the row's preset. */
  readonly fact: string;
  readonly digits: number;
  /** What stands beside the lab's figure; "measured" when left out. */
  readonly beside?: string;
  readonly rows: readonly {
    readonly what: string;
    readonly preset: string;
    readonly measured: string;
  }[];
}

/** A lab's measured figures as they are shown: made at build, since they never change. */
export interface MeasuredTable {
  readonly table: Table;
  readonly source: string;
}

/** The table of what a lab says was measured, or null. @throws as `factText` does */
export function measuredTable(lab: AnyLab): MeasuredTable | null {
  if (lab.measured === undefined) return null;
  const { caption, source, fact, digits, beside = 'measured', rows } = lab.measured;
  return {
    source,
    table: {
      caption,
      shown: 'always',
      columns: [
        { label: 'Setting' },
        { label: 'in the lab', numeric: true },
        { label: beside, numeric: true },
      ],
      rows: rows.map(({ what, preset, measured }) => [
        what,
        factText(lab, preset, fact, digits),
        measured,
      ]),
    },
  };
}

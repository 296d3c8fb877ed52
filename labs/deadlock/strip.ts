// The strip of the moves, in the words of its case.
import type { Cell, Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import { stripOf } from '../../src/lab-kit/stepped/strip-of.ts';
import type { Made } from './setting.ts';

/** While moves are made it stays as wide, but where a thread begins again; once nothing more can be done, it shows that. */
export function movesStrip(made: Made): Strip {
  const { program, walk } = made;
  const all = program.threads.reduce((sum, { steps }) => sum + steps.length, 0);
  const slots = walk.status === 'can-go-on' ? all : 0;
  const strip = stripOf(made, { slots, brackets: [] });
  return {
    ...strip,
    rows: strip.rows.map((row) => ({
      ...row,
      label: labelOf(made, row.label),
      cells: row.cells.map((cell) =>
        cell.state === 'running'
          ? { ...cell, text: cell.text.replace(/ (row|fork) /, ' '), short: shortOf(made, cell) }
          : cell,
      ),
    })),
  };
}

/** "+x" for what takes x, "−x" for what gives it back: a telephone has room for that, but where moves are as many as those of transactions. */
function shortOf({ explored: { which } }: Made, { text, short = text }: Cell): string {
  if (which.case === 'transactions') return short;
  const taken = TAKES.exec(text);
  if (taken !== null) return text.endsWith(': no') ? 'no' : `+${taken[1]}`;
  const given = GIVES.exec(text);
  return given === null ? (SHORT[short] ?? short) : `−${given[1]}`;
}

const SHORT: Readonly<Record<string, string>> = { read: 'rd', write: 'wr' };

/** A line that takes a lock or gives it back, and the letter or number of that. */
const TAKES = /^(?:lock|try|take) (?:fork )?(\w)(?=$|[,:])/;
const GIVES = /^(?:unlock|(?:back: |eat, )?put) (?:fork )?(\w)$/;

/** What the short words mean; null where there are none. */
export function shortsInWords({ explored: { which } }: Made): string | null {
  switch (which.case) {
    case 'threads':
      return '+x locks x, −x unlocks it; rd reads, wr writes';
    case 'transactions':
      return null;
    case 'philosophers':
      return '+1 takes fork 1, −1 puts it down';
  }
}

/** A row, a fork and a waiter are locks by their names. */
const labelOf = ({ explored: { which } }: Made, label: string) =>
  which.case === 'threads'
    ? label
    : label.replace(/^lock (the )?/, '').replace(/’s permission$/, '');

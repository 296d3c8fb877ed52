// The strip of the moves, in the words of its case.
import type { Strip } from '../../src/lab-kit/figures/strip/strip.ts';
import { stripOf } from '../../src/lab-kit/stepped/strip-of.ts';
import type { Made } from './setting.ts';

/** While moves are made it stays as wide, but where a thread begins again; once nothing more can be done, it shows that. */
export function movesStrip(made: Made): Strip {
  const { program, walk } = made;
  const all = program.threads.reduce((sum, { steps }) => sum + steps.length, 0);
  const slots = walk.status === 'can-go-on' ? all : 0;
  const strip = stripOf(made, { slots, brackets: [] });
  return { ...strip, rows: strip.rows.map((row) => ({ ...row, label: labelOf(made, row.label) })) };
}

/** A row, a fork and a waiter are locks by their names. */
const labelOf = ({ explored: { which } }: Made, label: string) =>
  which.case === 'threads' ? label : label.replace(/^lock (the )?/, '').replace(/’s leave$/, '');

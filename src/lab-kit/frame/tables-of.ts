// The tables of a lab's runs, its figures' and its own, as data: what is drawn, and what chapters are checked against.
import type { AnyLab, Run } from '../lab.ts';
import { type Table, tablesOfEach } from '../tables.ts';
import { figuresOf } from '../view.ts';

/**
 * All tables of runs: the record of the whole, the lab's own, those of its other figures.
 *
 * @param knobs the names of the parameters that can be set
 */
export function tablesOf(
  { view, tables }: AnyLab,
  runs: readonly Run[],
  knobs: readonly string[],
): readonly Table[] {
  const drawn = figuresOf(view).flatMap((figure) => figure.tables?.(runs, knobs) ?? []);
  return [
    ...drawn.filter(({ name }) => name !== undefined),
    ...(tables === undefined ? [] : tablesOfEach(runs, tables)),
    ...drawn.filter(({ name }) => name === undefined),
  ];
}

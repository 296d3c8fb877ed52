// Which knobs of a lab are in sight.
import { type AnyLab, presetValues, type Run } from '../lab.ts';
import { knobsOf } from '../parameters/kinds.ts';

/**
 * The knobs of the page, and those of what was set otherwise than the lab opened, by a preset or a pinned run: so that
 * what makes the difference is in sight.
 */
export function shownKnobs(
  lab: AnyLab,
  knobs: readonly string[],
  { runs, opened }: { runs: readonly Run[]; opened: string },
): readonly string[] {
  if (knobs.length === 0) return knobs;
  const usual = presetValues(lab, opened);
  const others = knobsOf(lab.parameters).filter(
    (name) => !knobs.includes(name) && runs.some(({ values }) => values[name] !== usual[name]),
  );
  return others.length === 0 ? knobs : [...knobs, ...others];
}

// What runs beside each other are called.
import { type AnyLab, firstPreset, presetValues, type Run } from '../lab.ts';
import type { Values } from '../parameters/kinds.ts';
import { drawnAs, sameValues, say } from '../parameters/values.ts';

/** With more of them a list of values is no name: it would fill lines. */
const MOST_NAMED = 2;

/** Letters: a value in more words is no name where there is a preset's. */
const LONGEST = 30;

/** What a run is called beside a pinned one, that has no shorter name. */
const UNNAMED = 'the knobs’ setting';

/** What a pinned run is called that has no shorter name. */
export const UNNAMED_PINNED = 'pinned run';

/** The preset that a setting is, whatever is drawn of it; undefined where it is none. */
export const presetOf = (lab: AnyLab, values: Values) =>
  Object.keys(lab.presets).find((id) =>
    sameValues(drawnAs(lab.parameters, presetValues(lab, id), values), values),
  );

const labelOf = (lab: AnyLab, values: Values) => lab.presets[presetOf(lab, values) ?? '']?.label;

/** The values in which a setting differs from another, in words; undefined of none, and of many. */
function differing(lab: AnyLab, values: Values, other: Values, most: number): string | undefined {
  const all = Object.entries(lab.parameters).filter(
    ([name, { ofDrawing }]) => !ofDrawing && values[name] !== other[name],
  );
  if (all.length === 0 || all.length > most) return undefined;
  return all.map(([name, parameter]) => say(parameter, values[name] as never)).join(', ');
}

/**
 * What a pinned run is called, whatever stands beside it: as its preset, else by the values in which it differs from how
 * the lab opens.
 */
const nameOfPinned = (lab: AnyLab, values: Values): string =>
  labelOf(lab, values) ??
  differing(lab, values, presetValues(lab, firstPreset(lab)), MOST_NAMED) ??
  UNNAMED_PINNED;

/** What the run that the knobs set is called beside a pinned one: by what tells it from that. */
function nameBeside(lab: AnyLab, values: Values, pinned: Values): string {
  if (sameValues(values, pinned)) return UNNAMED;
  const one = differing(lab, values, pinned, 1);
  if (one !== undefined && one.length <= LONGEST) return one;
  return labelOf(lab, values) ?? differing(lab, values, pinned, MOST_NAMED) ?? UNNAMED;
}

/** The runs with their names: of one alone, none. @param pinned null where there is none */
export function named(
  lab: AnyLab,
  shown: Omit<Run, 'tag'>,
  pinned: Omit<Run, 'tag'> | null,
): readonly Run[] {
  if (pinned === null) return [{ ...shown, tag: '' }];
  const values = drawnAs(lab.parameters, pinned.values, shown.values);
  return [
    { ...pinned, values, tag: nameOfPinned(lab, values) },
    { ...shown, tag: nameBeside(lab, shown.values, values) },
  ];
}

// How much room a lab's sentence needs: the longest that its knobs make of it, computed at build.
import { toText } from '@interleave/simulation';
import { named } from './frame/names.ts';
import { result } from './frame/result.ts';
import { type AnyLab, presetValues, type Run, runOf } from './lab.ts';
import type { Parameter, Values } from './parameters/kinds.ts';
import { endsOf } from './parameters/values.ts';

/** The longest sentences, of a run alone and of one beside a pinned one. */
export type Room = readonly [alone: string, beside: string];

const made = new WeakMap<AnyLab, Map<string, Run | null>>();

/** Null where the run takes too long, or there is none. */
function runOnce(lab: AnyLab, values: Values): Run | null {
  const known = made.get(lab) ?? new Map<string, Run | null>();
  made.set(lab, known);
  const key = JSON.stringify(values);
  let run = known.get(key);
  if (run === undefined) {
    try {
      run = lab.model.away?.longWork(values) ? null : runOf(lab, values);
    } catch {
      run = null;
    }
    known.set(key, run);
  }
  return run;
}

const longest = (texts: readonly string[]) =>
  texts.reduce((most, text) => (text.length > most.length ? text : most), '');

/**
 * @param given.presets those from which the knobs are turned
 * @param given.pinned the preset beside which they are compared
 */
export function roomOf(
  lab: AnyLab,
  { presets, pinned, knobs }: Record<'presets' | 'knobs', readonly string[]> & { pinned: string },
): Room {
  const runs = [...new Set(presets)].flatMap((preset) => {
    const values = presetValues(lab, preset);
    const turned = knobs.flatMap((name) =>
      endsOf(lab.parameters[name] as Parameter).map((value) => ({ ...values, [name]: value })),
    );
    return [values, ...turned].flatMap((one) => runOnce(lab, one) ?? []);
  });
  const first = runOnce(lab, presetValues(lab, pinned));
  const said = (shown: Run, beside: Run | null) => toText(result(lab, named(lab, shown, beside)));
  const alone = runs.map((run) => said(run, null));
  return [
    longest(alone),
    longest([...alone, ...(first === null ? [] : runs.map((run) => said(run, first)))]),
  ];
}

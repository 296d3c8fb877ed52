// A lab's named figures as text, rounded for people.
import { type AnyLab, presetRun } from './lab.ts';
import { withUnit } from './units.ts';

/**
 * A fact of a lab under one of its presets, as a number rounded to `digits` decimals.
 *
 * @throws Error naming the facts when the lab has none of this name, or when the run has no such figure
 */
export function factValue(lab: AnyLab, preset: string, name: string, digits: number): string {
  const fact = Object.hasOwn(lab.facts, name) ? lab.facts[name] : undefined;
  if (fact === undefined) {
    const names = Object.keys(lab.facts).join(', ');
    throw new Error(`Lab ${lab.id} has no fact "${name}"; its facts are ${names}.`);
  }
  const value = fact.value(presetRun(lab, preset));
  if (!Number.isFinite(value)) {
    throw new Error(
      `Lab ${lab.id}, preset ${preset}: the run has no figure for "${name}" (${fact.label}).`,
    );
  }
  return value.toFixed(digits);
}

/** A fact with its unit, which never breaks from it: "55 ms", "83.3%", "48,620 orders". @throws as `factValue` does */
export function factText(lab: AnyLab, preset: string, name: string, digits: number): string {
  const value = factValue(lab, preset, name, digits);
  const written = Number(value).toLocaleString('en', {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  return withUnit(written, lab.facts[name]?.unit ?? '');
}

/**
 * Holds a figure that a sentence relies on against the lab's, at the digits that are shown or, where more of them are
 * stated, at those.
 *
 * @throws Error with both where they differ, and as `factValue` does
 */
export function checkStated(
  lab: AnyLab,
  {
    preset,
    name,
    digits,
    stated,
  }: { preset: string; name: string; digits: number; stated: number },
): void {
  const own = /\.(\d+)$/.exec(String(stated))?.[1]?.length ?? 0;
  const compared = Math.max(digits, own);
  const value = factValue(lab, preset, name, compared);
  if (stated.toFixed(compared) === value) return;
  throw new Error(
    `<Fact> ${name} of lab ${lab.id}, preset ${preset}: expected ${stated.toFixed(compared)}, got ${value}.`,
  );
}

// What the build refuses of a declaration: what its page could not say of itself, or could not take back from a link.
import { atPlace } from './at-place.ts';
import { type AnyLab, presetRun } from './lab.ts';
import { RESERVED } from './later/read-link.ts';
import { allowed, parse } from './later/read-value.ts';
import type { Parameter, Value, Values } from './parameters/kinds.ts';
import { asFarAsPossible, defaults, format } from './parameters/values.ts';

/** @throws Error naming the lab, the place in its declaration, what was found and what would do */
export function checkDeclaration(lab: AnyLab): void {
  const { id, parameters, presets } = lab;
  const names = Object.keys(parameters).join(', ');
  for (const [name, parameter] of Object.entries(parameters)) {
    if (RESERVED.includes(name)) {
      throw new Error(
        `Lab ${id}: found a parameter "${name}"; ${RESERVED.join(', ')} have a meaning of their own in links, any other name would do.`,
      );
    }
    checkValue(`Lab ${id}, default of ${name}`, parameter, parameter.default);
  }
  if (Object.keys(presets).length === 0) {
    throw new Error(`Lab ${id}: found no preset; the first is the one that the lab opens with.`);
  }
  const labels = new Set<string>();
  for (const [preset, { label, values }] of Object.entries(presets)) {
    const place = `Lab ${id}, preset ${preset}`;
    if (labels.has(label)) {
      throw new Error(`${place}: found the label "${label}" again; each preset has its own.`);
    }
    labels.add(label);
    for (const [name, value] of Object.entries(values)) {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (parameter === undefined) {
        throw new Error(`${place}: found a value for "${name}"; the parameters are ${names}.`);
      }
      checkValue(`${place}, ${name}`, parameter, value as Value);
    }
    const { leftOut } = asFarAsPossible(parameters, {
      ...defaults(parameters),
      ...(values as Values),
    });
    if (leftOut.length > 0) throw new Error(`${place}: ${leftOut.join(' ')}`);
  }
}

/** A value must be what its own link is read back as. */
function checkValue(place: string, parameter: Parameter, value: Value) {
  if (parse(parameter, format(parameter, value)) === value) return;
  throw new Error(`${place}: found ${JSON.stringify(value)}; allowed: ${allowed(parameter)}.`);
}

/**
 * Runs each preset and reads each fact of it.
 *
 * @throws Error naming the preset, and the fact, with what the lab's own code threw as its cause
 */
export function checkRuns(lab: AnyLab): void {
  for (const preset of Object.keys(lab.presets)) {
    const place = `Lab ${lab.id}, preset ${preset}`;
    const run = atPlace(place, () => presetRun(lab, preset));
    for (const [name, { value }] of Object.entries(lab.facts)) {
      atPlace(`${place}, fact ${name}`, () => value(run));
    }
  }
}

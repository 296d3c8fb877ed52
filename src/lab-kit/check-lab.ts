// What is wrong with a lab's declaration: what its page could not say of itself, or could not take back from a link; and,
// where its runs are made, what its model and its facts cannot do.
import type { Trace } from '@interleave/simulation';
import { type AnyLab, presetRun, type Run, runOf } from './lab.ts';
import { RESERVED } from './later/read-link.ts';
import { allowed, parse } from './later/read-value.ts';
import type { Parameter, Value, Values } from './parameters/kinds.ts';
import { asFarAsPossible, defaults, endsOf, format } from './parameters/values.ts';
import type { Naming } from './timeline/naming.ts';

/** Words that links use; `v` will tell their versions apart. */
const TAKEN = [...RESERVED, 'v'];

const NAME = /^[a-z][a-z-]*$/;

/** What is wrong with a declaration, each with its lab and place, what was found and what would do. Nothing is run. */
export function wrongInDeclaration(lab: AnyLab): string[] {
  const { id, parameters, presets } = lab;
  const names = Object.keys(parameters).join(', ');
  const wrong: string[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    if (TAKEN.includes(name)) {
      wrong.push(
        `Lab ${id}: found a parameter "${name}"; ${TAKEN.join(', ')} have a meaning of their own in links, any other name would do.`,
      );
    }
    if (!NAME.test(name)) {
      wrong.push(
        `Lab ${id}: found a parameter "${name}"; small letters, with hyphens between words, would do: "pool-size".`,
      );
    }
    wrong.push(...wrongValue(`Lab ${id}, default of ${name}`, parameter, parameter.default));
    if (parameter.kind === 'choice' || parameter.kind === 'stops') {
      const labels = parameter.options.map(({ label }) => label);
      wrong.push(...twice(`Lab ${id}, parameter ${name}`, labels, 'each option has its own'));
    }
  }
  const labels = Object.values(parameters).map(({ label }) => label);
  wrong.push(...twice(`Lab ${id}`, labels, 'each parameter has its own'));
  if (Object.keys(presets).length === 0) {
    wrong.push(`Lab ${id}: found no preset; the first is the one that the lab opens with.`);
  }
  const seen = new Set<string>();
  for (const [preset, { label, values }] of Object.entries(presets)) {
    const place = `Lab ${id}, preset ${preset}`;
    if (seen.has(label)) {
      wrong.push(`${place}: found the label "${label}" again; each preset has its own.`);
    }
    seen.add(label);
    for (const [name, value] of Object.entries(values)) {
      const parameter = Object.hasOwn(parameters, name) ? parameters[name] : undefined;
      if (parameter === undefined) {
        wrong.push(`${place}: found a value for "${name}"; the parameters are ${names}.`);
      } else wrong.push(...wrongValue(`${place}, ${name}`, parameter, value as Value));
    }
    const { leftOut } = asFarAsPossible(parameters, {
      ...defaults(parameters),
      ...(values as Values),
    });
    wrong.push(...leftOut.map((why) => `${place}: ${why}`));
  }
  return wrong;
}

/** A value must be what its own link is read back as. */
function wrongValue(place: string, parameter: Parameter, value: Value): string[] {
  if (parse(parameter, format(parameter, value)) === value) return [];
  return [`${place}: found ${JSON.stringify(value)}; allowed: ${allowed(parameter)}.`];
}

const twice = (place: string, labels: readonly string[], rule: string) =>
  labels
    .filter((label, index) => labels.indexOf(label) < index)
    .map((label) => `${place}: found the label "${label}" again; ${rule}.`);

/**
 * What is wrong with a lab's runs: a preset, or an end of a knob, that its model does not accept; a fact that never
 * has a figure; a task that is named and is in no preset's run. Every run is made, which takes seconds.
 */
export function wrongInRuns(lab: AnyLab): string[] {
  const wrong: string[] = [];
  /** What this gives; undefined, and told, where it throws. */
  const tried = <T>(place: string, make: () => T): T | undefined => {
    try {
      return make();
    } catch (error) {
      wrong.push(`${place}: ${(error as Error).message}`);
      return undefined;
    }
  };
  const runs: Run[] = [];
  /** Facts that have had no figure yet: with some presets there may be none, such as the fewest changes of a case that is mended. */
  const without = new Set(Object.keys(lab.facts));
  for (const preset of Object.keys(lab.presets)) {
    const place = `Lab ${lab.id}, preset ${preset}`;
    const run = tried(place, () => presetRun(lab, preset));
    if (run === undefined) continue;
    runs.push(run);
    for (const [name, { value }] of Object.entries(lab.facts)) {
      const figure = tried(`${place}, fact ${name}`, () => value(run));
      if (Number.isFinite(figure)) without.delete(name);
    }
  }
  for (const name of without) {
    wrong.push(`Lab ${lab.id}, fact ${name}: found no figure with any preset; one would do.`);
  }
  for (const [name, parameter] of Object.entries(lab.parameters)) {
    for (const end of endsOf(parameter)) {
      const wanted = { ...defaults(lab.parameters), [name]: end };
      const { values } = asFarAsPossible(lab.parameters, wanted);
      tried(`Lab ${lab.id}, ${name} at ${format(parameter, end)}`, () => runOf(lab, values));
    }
  }
  return [...wrong, ...unfoundTasks(lab, runs)];
}

/** The tasks that a timeline has names for, and that no run has. */
function unfoundTasks({ id, view }: AnyLab, runs: readonly Run[]): string[] {
  const { naming } = view as { naming?: Naming };
  if (naming === undefined) return [];
  const there = new Set(
    runs.flatMap(({ result }) => ((result as Partial<Trace>).tasks ?? []).map(({ name }) => name)),
  );
  // What its model makes is then no trace of tasks.
  if (there.size === 0) return [];
  return [...new Set([...Object.keys(naming.tasks), ...naming.subjects])]
    .filter((name) => !there.has(name))
    .map(
      (name) =>
        `Lab ${id}: found a name for task "${name}", which is in no preset's run; the tasks are ${[...there].slice(0, 12).join(', ')}.`,
    );
}

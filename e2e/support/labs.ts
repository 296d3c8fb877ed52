// Every lab, found by its folder, and what its declaration promises: the sentence, the tables and the address of a setting.
import { globSync } from 'node:fs';
import { simulate, toText } from '@interleave/simulation';
import { result } from '../../src/lab-kit/frame/result.ts';
import { type AnyLab, wordsFor } from '../../src/lab-kit/lab.ts';
import { writeLink } from '../../src/lab-kit/parameters/link.ts';
import type { Parameter, Value, Values } from '../../src/lab-kit/parameters/parameters.ts';

const ROOT = new URL('../../', import.meta.url);

/** All labs there are, in the order of their ids. */
export const labs: readonly AnyLab[] = await Promise.all(
  globSync('labs/*/index.ts', { cwd: ROOT })
    .sort()
    .map(async (file) => (await import(new URL(file, ROOT).href)).default as AnyLab),
);

function runOf(lab: AnyLab, values: Values) {
  const trace = simulate(lab.scenario(values));
  return { trace, words: wordsFor(lab, trace), values, tag: '' };
}

/** What a lab says of a setting. */
export const sentence = (lab: AnyLab, values: Values) =>
  toText(result(lab, [runOf(lab, values)], false));

/** The tables that a lab has of a setting, besides the one of events. */
export function tables(lab: AnyLab, values: Values) {
  const { trace, words } = runOf(lab, values);
  return lab.tables(trace, words, values);
}

/** The query of a setting's address. */
export const query = (lab: AnyLab, values: Values) =>
  writeLink(lab, { values, compare: null, at: null });

/** Whether a knob changes anything beside these values. */
export const applies = ({ applies }: Parameter, values: Values) => applies?.(values) ?? true;

/** The value that is one press of an arrow key to the right, or at the end of a scale to the left. */
export function next(parameter: Parameter, value: Value): Value {
  switch (parameter.kind) {
    case 'toggle':
      return value !== true;
    case 'choice': {
      const values = parameter.options.map((option) => option.value);
      return values[(values.indexOf(value as never) + 1) % values.length] as Value;
    }
    case 'range':
    case 'optional-range': {
      const { min, max, step } = parameter;
      if (value === null) return min;
      return (value as number) + (value === max ? -step : step);
    }
  }
}

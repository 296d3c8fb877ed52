// Every lab, found by its folder, and what its declaration promises: the sentence, the tables and the address of a setting.
import { toText } from '@interleave/simulation';
import type { Chart } from '../../src/lab-kit/figures/curves/chart.ts';
import type { CurvesFigure } from '../../src/lab-kit/figures/curves/curves.tsx';
import type { ShareBarData } from '../../src/lab-kit/figures/share-bar/share-bar.tsx';
import { named } from '../../src/lab-kit/frame/names.ts';
import { result } from '../../src/lab-kit/frame/result.ts';
import { tablesOf } from '../../src/lab-kit/frame/tables-of.ts';
import { type AnyLab, runOf } from '../../src/lab-kit/lab.ts';
import {
  type Knobbed,
  knobsOf,
  type Parameter,
  type Value,
  type Values,
} from '../../src/lab-kit/parameters/kinds.ts';
import { writeLink } from '../../src/lab-kit/parameters/link.ts';
import { figuresOf } from '../../src/lab-kit/view.ts';
import { readLabs } from '../../src/tools/read-labs.ts';

/** All labs there are, in the order of their ids. */
export const labs: readonly AnyLab[] = await readLabs();

/** What a lab says of a setting, or of one beside another that is pinned. */
export const sentence = (lab: AnyLab, values: Values, pinned: Values | null = null) =>
  toText(result(lab, named(lab, runOf(lab, values), pinned && runOf(lab, pinned))));

/** All tables that a lab has of a setting. */
export const tables = (lab: AnyLab, values: Values) =>
  tablesOf(lab, [runOf(lab, values)], knobsOf(lab.parameters));

/** Whether a lab's runs are drawn as a timeline. */
export const hasTimeline = ({ view }: AnyLab) => 'naming' in view;

/** The charts of a lab under a setting. */
export const charts = (lab: AnyLab, values: Values): readonly Chart[] =>
  figuresOf(lab.view).flatMap((figure) =>
    'charts' in figure ? (figure as CurvesFigure<Values>).charts(values) : [],
  );

/** The labels of a lab's share bars. */
export const shareBars = (lab: AnyLab): string[] =>
  figuresOf(lab.view).flatMap((figure) =>
    'band' in figure ? [(figure as unknown as ShareBarData<Values>).label] : [],
  );

/** The query of a setting's address. */
export const query = (lab: AnyLab, values: Values) =>
  writeLink(lab, { values, compare: null, at: null });

/** Whether a knob changes anything beside these values. */
export const applies = ({ applies }: Parameter, values: Values) => applies?.(values) ?? true;

/** The value that is one press of an arrow key to the right, or at the end of a scale to the left. */
export function next(parameter: Knobbed, value: Value): Value {
  switch (parameter.kind) {
    case 'toggle':
      return value !== true;
    case 'choice': {
      const values = parameter.options.map((option) => option.value);
      return values[(values.indexOf(value as never) + 1) % values.length] as Value;
    }
    case 'stops': {
      const values = parameter.options.map((option) => option.value);
      const at = values.indexOf(value as never);
      return values[at === values.length - 1 ? at - 1 : at + 1] as Value;
    }
    case 'range':
    case 'optional-range': {
      const { min, max, step } = parameter;
      if (value === null) return min;
      return (value as number) + (value === max ? -step : step);
    }
  }
}

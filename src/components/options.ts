// What can be answered to a question: which option is right, and why each of the others is not. The build refuses a
// wrong option without its reason.

import { factValue } from '../lab-kit/facts.ts';
import type { AnyLab } from '../lab-kit/lab.ts';
import { keepTogether } from '../typography.ts';

/** An option as it is written in a chapter. */
export interface WrittenOption<T> {
  readonly is: T;
  /** Of a wrong option: the misconception behind it, and why it fails. */
  readonly why?: string;
}

/** An option as it is shown. */
export interface Option {
  readonly label: string;
  readonly right: boolean;
  /** What is said to those who choose it; '' of the right one, whose explanation is the question's own. */
  readonly why: string;
}

export interface FigureQuestion {
  lab: AnyLab;
  preset: string;
  fact: string;
  /** The figures to choose from, in the fact's unit. */
  options: readonly WrittenOption<number>[];
  /** How a figure reads as an answer, with {} in its place: "{} ms". */
  label: string;
  /** Decimals to which the figure is rounded before it is looked for among the options; 6 when left out. */
  digits?: number | undefined;
}

/** Figures as options. @throws Error when the model's is not among them, or an option's reason is missing or too much */
export function figureOptions(question: FigureQuestion): Option[] {
  const { lab, preset, fact, options, label, digits = 6 } = question;
  enough(options);
  if (label.split('{}').length !== 2) {
    throw new Error(`found label="${label}"; {} once, where the figure goes, would do: "{} ms".`);
  }
  const value = Number(factValue(lab, preset, fact, digits));
  if (!options.some(({ is }) => is === value)) {
    const found = options.map(({ is }) => is).join(', ');
    throw new Error(
      `the options are ${found}, but ${fact} of lab ${lab.id}, preset ${preset}, is ${value}.`,
    );
  }
  return options.map(({ is, why }) =>
    checked({
      label: label.replace('{}', written(is)).replace(/ (?=\S+$)/, '\u00a0'),
      right: is === value,
      why,
    }),
  );
}

/** A figure as an answer: "61", "4,000". */
const written = (figure: number) =>
  figure < 1000 ? String(figure) : figure.toLocaleString('en', { maximumFractionDigits: 6 });

/** Sentences as options, of which the author says which is right. @throws Error as `figureOptions` does */
export function sentenceOptions(
  options: readonly (WrittenOption<string> & { readonly right?: true })[],
): Option[] {
  enough(options);
  const right = options.filter((option) => option.right);
  if (right.length !== 1) {
    throw new Error(
      `found ${right.length} right options; one with right: true, and a why at each other, would do.`,
    );
  }
  return options.map(({ is, why, right = false }) =>
    checked({ label: keepTogether(is), right, why }),
  );
}

/** @throws Error when there is nothing to choose from, or an option stands twice */
function enough(options: readonly WrittenOption<unknown>[]) {
  const found = options.map(({ is }) => is);
  if (found.length < 2 || new Set(found).size < found.length) {
    throw new Error(
      `found the options ${found.join(', ') || 'none'}; two or more, each once, would do.`,
    );
  }
}

interface Unchecked extends Omit<Option, 'why'> {
  readonly why: string | undefined;
}

function checked({ label, right, why = '' }: Unchecked): Option {
  if (right && why !== '') {
    throw new Error(
      `found a why at the right option, "${label}"; its explanation is the text inside the question.`,
    );
  }
  if (!right && why.trim() === '') {
    throw new Error(
      `found no why at the wrong option "${label}"; the misconception behind it and why it fails would do, such as why: '6.5 s is 26 / 4: that assumes four requests run at once.'`,
    );
  }
  return { label, right, why: keepTogether(why) };
}

// The answers of a question whose answer is a figure: numbers, of which the model says which is right.

import { factValue } from '../lab-kit/facts.ts';
import type { AnyLab } from '../lab-kit/lab.ts';

export interface FigureQuestion {
  lab: AnyLab;
  preset: string;
  fact: string;
  /** The figures to choose from, in the fact's unit. */
  options: readonly number[];
  /** How a figure reads as an answer, with {} in its place: "At {} ms". */
  label: string;
  /** Decimals to which the figure is rounded before it is looked for among the options; 6 when left out. */
  digits?: number | undefined;
  /** Where the question stands, for the error. */
  place: string;
}

/** The options with the right one marked. @throws Error when the model's figure is not among them */
export function figureOptions(question: FigureQuestion) {
  const { lab, preset, fact, options, label, digits = 6, place } = question;
  const value = Number(factValue(lab, preset, fact, digits));
  if (!options.includes(value)) {
    throw new Error(
      `${place}: the options are ${options.join(', ')}, but ${fact} of lab ${lab.id}, preset ${preset}, is ${value}.`,
    );
  }
  return options.map((option) => ({
    label: label.replace('{}', String(option)).replace(/ (?=\S+$)/, '\u00a0'),
    right: option === value,
  }));
}

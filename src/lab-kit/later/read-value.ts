// A parameter's value as a link's text says it, and what a link may say.
import type { Moves, OptionalRange, Parameter, Range, Value } from '../parameters/kinds.ts';
import { isOnScale } from '../parameters/values.ts';

/** The value that a link's text stands for, or undefined when the parameter allows no such text. */
export function parse(parameter: Parameter, text: string): Value | undefined {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return parameter.options.find(({ value }) => String(value) === text)?.value;
    case 'toggle':
      return text === 'on' ? true : text === 'off' ? false : undefined;
    case 'optional-range':
      return text === parameter.none ? null : parseNumber(parameter, text);
    case 'range':
      return parseNumber(parameter, text);
    case 'moves':
      return parseMoves(parameter, text);
  }
}

function parseNumber(parameter: Range | OptionalRange, text: string): number | undefined {
  // Plain decimals only: Number() alone would also read '', ' 4 ', '0x4' and '1e1'.
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined;
  const value = Number(text);
  return isOnScale(parameter, value) ? value : undefined;
}

/** No reader makes more moves than that. */
const MOST_MOVES = 1000;

function parseMoves({ letters }: Moves, text: string): string | undefined {
  return text.length <= MOST_MOVES && [...text].every((letter) => letters.includes(letter))
    ? text
    : undefined;
}

/** "1, 2, 3 or 4" */
const oneOf = (values: readonly (string | number)[]) =>
  `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;

/** What a parameter allows, in words: "1, 2, 3 or 4"; "1 to 20 (ms, in steps of 1), or none". */
export function allowed(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return oneOf(parameter.options.map(({ value }) => value));
    case 'toggle':
      return 'on or off';
    case 'range':
    case 'optional-range': {
      const { min, max, step, unit } = parameter;
      const none = parameter.kind === 'optional-range' ? `, or ${parameter.none}` : '';
      const steps = `in steps of ${step}`;
      return `${min} to ${max} (${unit === '' ? steps : `${unit}, ${steps}`})${none}`;
    }
    case 'moves':
      return `at most ${MOST_MOVES} letters, each ${oneOf(parameter.letters)}`;
  }
}

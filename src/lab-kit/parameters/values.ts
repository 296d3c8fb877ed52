// A parameter's values: how each reads from a link, writes to one, and is said in words.
import { withUnit } from '../units.ts';
import type { Moves, OptionalRange, Parameter, Parameters, Range, Value, Values } from './kinds.ts';

/** Every parameter's default. */
export function defaults<P extends Parameters>(parameters: P): Values<P> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as Values<P>;
}

/** The moves that a change of a parameter takes back, as values: none made. */
export const begunAnew = (parameters: Parameters, changed: string): Values =>
  Object.fromEntries(
    Object.entries(parameters).flatMap(([name, parameter]) =>
      parameter.kind === 'moves' && parameter.anewAfter.includes(changed) ? [[name, '']] : [],
    ),
  );

/** Whether two settings are the same one. */
export const sameValues = (a: Values, b: Values) =>
  Object.keys(a).every((name) => a[name] === b[name]);

/** Moves with one more: made after the first `at` of them, it replaces what followed. */
export const withMove = (moves: string, at: number, move: string) => moves.slice(0, at) + move;

/**
 * A setting whose choices go with each other, with its moves as far as they can be made, and what was left out, a sentence
 * each. The same object where nothing was.
 */
export function asFarAsPossible(
  parameters: Parameters,
  values: Values,
): { values: Values; leftOut: readonly string[] } {
  let possible = values;
  const leftOut: string[] = [];
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== 'choice') continue;
    const value = values[name] as string | number;
    if (parameter.fits?.(value, values) ?? true) continue;
    possible = { ...possible, [name]: parameter.default };
    leftOut.push(
      `${parameter.label}: “${say(parameter, value)}” does not go with the other settings, so it is left out.`,
    );
  }
  for (const [name, parameter] of Object.entries(parameters)) {
    if (parameter.kind !== 'moves') continue;
    const moves = values[name] as string;
    const refused = parameter.refused(moves, possible);
    if (refused === null) continue;
    const { at, why } = refused;
    possible = { ...possible, [name]: moves.slice(0, at) };
    const made =
      at === 0 ? 'No move is made.' : at === 1 ? 'The first is made.' : `The first ${at} are made.`;
    leftOut.push(`Move ${at + 1} of ${moves.length}, ${moves[at]}, cannot be made: ${why} ${made}`);
  }
  return { values: possible, leftOut };
}

/** The value as it stands in a link. */
export function format(parameter: Parameter, value: Value): string {
  if (parameter.kind === 'toggle') return value === true ? 'on' : 'off';
  if (parameter.kind === 'optional-range' && value === null) return parameter.none;
  return String(value);
}

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
  const { min, max, step } = parameter;
  const value = Number(text);
  // Three tenths are not three times a tenth to a computer.
  const steps = (value - min) / step;
  const isStep = Math.abs(steps - Math.round(steps)) < 1e-9;
  return value >= min && value <= max && isStep ? value : undefined;
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

/** The value as the control shows it: "35 ms", "none", "on", an option's label. */
export function display(parameter: Parameter, value: Value): string {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return parameter.options.find((option) => option.value === value)?.label ?? String(value);
    case 'toggle':
      return format(parameter, value);
    case 'range':
    case 'optional-range':
      return value === null ? format(parameter, value) : withUnit(String(value), parameter.unit);
    case 'moves':
      return value === '' ? 'none' : String(value);
  }
}

/** One value as a setting in words: "2 cores", "run to block". */
export function say(parameter: Parameter, value: Value): string {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return parameter.options.find((option) => option.value === value)?.said ?? String(value);
    case 'toggle':
      return parameter.said[Number(value)] as string;
    case 'range':
      return parameter.said(value as number);
    case 'optional-range':
      return parameter.said(value as number | null);
    case 'moves':
      return parameter.said(value as string);
  }
}

/** A whole setting in words, without what changes nothing beside the rest: "1 core, run to block, database 35 ms". */
export function inWords(parameters: Parameters, values: Values): string {
  return Object.entries(parameters)
    .filter(([, { applies }]) => applies?.(values) ?? true)
    .map(([name, parameter]) => say(parameter, values[name] as Value))
    .join(', ');
}

// A parameter's values: how each is written to a link, and said in words.
import { withUnit } from '../units.ts';
import type { OptionalRange, Parameter, Parameters, Range, Value, Values } from './kinds.ts';

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

/** Whether a number is one that a slider can stand at. */
export function isOnScale({ min, max, step }: Range | OptionalRange, value: number): boolean {
  // Three tenths are not three times a tenth to a computer.
  const steps = (value - min) / step;
  return value >= min && value <= max && Math.abs(steps - Math.round(steps)) < 1e-9;
}

/** Whether two settings are the same one. */
export const sameValues = (a: Values, b: Values) =>
  Object.keys(a).every((name) => a[name] === b[name]);

/** A setting with what another chooses to be drawn. */
export const drawnAs = (parameters: Parameters, values: Values, as: Values): Values => ({
  ...values,
  ...Object.fromEntries(
    Object.entries(parameters).flatMap(([name, { ofDrawing }]) =>
      ofDrawing ? [[name, as[name] as Value]] : [],
    ),
  ),
});

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

/** Where a knob comes to while it goes from end to end: all options of one that has some, else its ends, the greatest last. */
export function endsOf(parameter: Parameter): readonly Value[] {
  switch (parameter.kind) {
    case 'choice':
    case 'stops':
      return parameter.options.map(({ value }) => value);
    case 'toggle':
      return [false, true];
    case 'range':
      return [parameter.min, parameter.max];
    case 'optional-range':
      return [null, parameter.min, parameter.max];
    case 'moves':
      return [parameter.default];
  }
}

// The kinds of public parameter a lab can have: how each reads from a link, writes to one, and is said in words.
import { withUnit } from '../units.ts';

/** What every parameter declares. */
interface Common<T> {
  /** The name above the control. */
  readonly label: string;
  readonly default: T;
  /** The value as a setting in words, without the label: "2 cores", "run to block". */
  words(value: T): string;
  /** Whether it changes anything beside these other values; always, where it is left out. */
  applies?(values: Readonly<Record<string, Value>>): boolean;
}

/** One of a few values, set with joined buttons. */
export interface Choice<T extends string | number = string | number> extends Common<T> {
  readonly kind: 'choice';
  readonly options: readonly { readonly value: T; readonly label: string }[];
}

/** A number of a unit, set with a slider; `none`, where given, is the value that means "not at all". */
export interface Range extends Common<number> {
  readonly kind: 'range';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A number of a unit or nothing at all (null), set with a slider whose first stop is nothing. */
export interface OptionalRange extends Common<number | null> {
  readonly kind: 'optional-range';
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
  /** The public word for null: "none". */
  readonly none: string;
}

/** On or off. */
export interface Toggle extends Common<boolean> {
  readonly kind: 'toggle';
  /** What is switched on, beside the switch. */
  readonly note: string;
}

export type Parameter = Choice | Range | OptionalRange | Toggle;
export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = string | number | boolean | null;

type ValueOf<P> = P extends { readonly default: infer T } ? T : never;

/** The values of a set of parameters, each of its parameter's type. */
export type Values<P extends Parameters = Parameters> = {
  readonly [K in keyof P]: ValueOf<P[K]>;
};

type Declared<P> = Omit<P, 'kind'>;

/** Declares a choice; the values keep their literal types. */
export const choice = <const T extends string | number>(
  declared: Declared<Choice<T>>,
): Choice<T> => ({ kind: 'choice', ...declared });

/** Declares a number with a range. */
export const range = (declared: Declared<Range>): Range => ({ kind: 'range', ...declared });

/** Declares a number with a range that can be left out. */
export const optionalRange = (declared: Declared<OptionalRange>): OptionalRange => ({
  kind: 'optional-range',
  ...declared,
});

/** Declares a switch. */
export const toggle = (declared: Declared<Toggle>): Toggle => ({ kind: 'toggle', ...declared });

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
      return parameter.options.find(({ value }) => String(value) === text)?.value;
    case 'toggle':
      return text === 'on' ? true : text === 'off' ? false : undefined;
    case 'optional-range':
      return text === parameter.none ? null : parseNumber(parameter, text);
    case 'range':
      return parseNumber(parameter, text);
  }
}

function parseNumber(parameter: Range | OptionalRange, text: string): number | undefined {
  // Plain decimals only: Number() alone would also read '', ' 4 ', '0x4' and '1e1'.
  if (!/^\d{1,9}(\.\d{1,6})?$/.test(text)) return undefined;
  const { min, max, step } = parameter;
  const value = Number(text);
  return value >= min && value <= max && Number.isInteger((value - min) / step) ? value : undefined;
}

/** What a parameter allows, in words: "1, 2, 3 or 4"; "1 to 20 ms in steps of 1, or none". */
export function allowed(parameter: Parameter): string {
  switch (parameter.kind) {
    case 'choice': {
      const values = parameter.options.map(({ value }) => String(value));
      return `${values.slice(0, -1).join(', ')} or ${values.at(-1)}`;
    }
    case 'toggle':
      return 'on or off';
    case 'range':
    case 'optional-range': {
      const { min, max, step, unit } = parameter;
      const none = parameter.kind === 'optional-range' ? `, or ${parameter.none}` : '';
      return `${min} to ${max} (${unit}, in steps of ${step})${none}`;
    }
  }
}

/** The value as the control shows it: "35 ms", "none", "on", an option's label. */
export function display(parameter: Parameter, value: Value): string {
  switch (parameter.kind) {
    case 'choice':
      return parameter.options.find((option) => option.value === value)?.label ?? String(value);
    case 'toggle':
      return format(parameter, value);
    case 'range':
    case 'optional-range':
      return value === null ? format(parameter, value) : withUnit(String(value), parameter.unit);
  }
}

/** A whole setting in words: "1 core, run to block, database 35 ms". */
export function inWords(parameters: Parameters, values: Values): string {
  return Object.entries(parameters)
    .map(([name, parameter]) => say(parameter, values[name] as Value))
    .join(', ');
}

/** One value in words. */
export function say(parameter: Parameter, value: Value): string {
  return (parameter as Common<Value>).words(value);
}

/** Every parameter's default. */
export function defaults<P extends Parameters>(parameters: P): Values<P> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as Values<P>;
}

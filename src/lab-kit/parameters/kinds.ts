// The kinds of public parameter a lab can have, and how each is declared in a few lines.

/** What every parameter declares. */
interface Common<T> {
  /** The name above the control. */
  readonly label: string;
  readonly default: T;
  /** Whether it changes anything beside these other values; always, where it is left out. */
  applies?(values: Readonly<Record<string, Value>>): boolean;
  /** A figure of the lab sets it, and shows more of its values than a control could: it has no knob. */
  readonly byFigure?: true;
  /** It chooses what is drawn of a run, and is no setting of it: presets leave it, and two runs have the same. */
  readonly ofDrawing?: true;
}

/** One of the values of a choice. */
export interface Option<T extends string | number = string | number> {
  readonly value: T;
  /** On its button. */
  readonly label: string;
  /** As a setting in words, without the parameter's label: "2 cores". */
  readonly said: string;
}

/** One of a few values, set with joined buttons. */
export interface Choice<T extends string | number = string | number> extends Common<T> {
  readonly kind: 'choice';
  /** Whether a value can be had beside the other values; any can, where it is left out. */
  fits?(value: string | number, values: Readonly<Record<string, Value>>): boolean;
  readonly options: readonly Option<T>[];
}

/** One of several values in ascending order, each mostly a multiple of the one before, set with a slider that stops at them. */
export interface Stops<T extends string | number = string | number> extends Common<T> {
  readonly kind: 'stops';
  readonly options: readonly Option<T>[];
  /** The values that are named under the slider, with short names, ascending: it then takes a row of its own. */
  readonly marks?: readonly (readonly [value: T, name: string])[];
}

interface Scale {
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly step: number;
}

/** A number of a unit, set with a slider. */
export interface Range extends Common<number>, Scale {
  readonly kind: 'range';
  /** The value as a setting in words: "database 35 ms". */
  said(value: number): string;
}

/** A number of a unit or nothing at all (null), set with a slider whose first stop is nothing. */
export interface OptionalRange extends Common<number | null>, Scale {
  readonly kind: 'optional-range';
  /** The public word for null: "none". */
  readonly none: string;
  said(value: number | null): string;
}

/** On or off. */
export interface Toggle extends Common<boolean> {
  readonly kind: 'toggle';
  /** What is switched on, beside the switch. */
  readonly note: string;
  /** Off and on as a setting in words. */
  readonly said: readonly [string, string];
}

/**
 * What a reader has done by hand, a letter a move: "ABAABB". It has no knob: a figure sets it, and link, preset,
 * comparison, facts and Back hold for it as for any other.
 */
export interface Moves extends Common<string> {
  readonly kind: 'moves';
  /** The letters that a move can be, one character each. */
  readonly letters: readonly string[];
  /** The parameters whose change begins anew: moves of another program say nothing of this one. */
  readonly anewAfter: readonly string[];
  /** The first move that cannot be made beside the other values; null where all can. */
  refused(moves: string, values: Readonly<Record<string, Value>>): Refused | null;
  said(moves: string): string;
}

/** A move that cannot be made. */
export interface Refused {
  /** Which, counted from 0. */
  readonly at: number;
  /** Why not, as a sentence: "A has ended." */
  readonly why: string;
}

/** A parameter that has a knob. */
export type Knobbed = Choice | Stops | Range | OptionalRange | Toggle;
export type Parameter = Knobbed | Moves;
export type Parameters = Readonly<Record<string, Parameter>>;
export type Value = string | number | boolean | null;

type ValueOf<P> = P extends { readonly default: infer T } ? T : never;

/** The values of a set of parameters, each of its parameter's type. */
export type Values<P extends Parameters = Parameters> = {
  readonly [K in keyof P]: ValueOf<P[K]>;
};

type Declared<P> = Omit<P, 'kind' | 'said' | 'options'>;

/** Values with their labels and how they are said, as labs list them. */
type Listed<T> = readonly (readonly [value: T, label: string, said: string])[];

const asOptions = <T extends string | number>(listed: Listed<T>): Option<T>[] =>
  listed.map(([value, label, said]) => ({ value, label, said }));

/**
 * Declares a choice; the values keep their literal types.
 *
 * @param options each value with its label and how it is said: `['disk', 'on disk', 'file on disk']`
 */
export const choice = <const T extends string | number>(
  declared: Declared<Choice<NoInfer<T>>>,
  options: Listed<T>,
): Choice<T> => ({ kind: 'choice', options: asOptions(options), ...declared });

/**
 * Declares a slider over values of its own, such as sizes that double.
 *
 * @param options each value, ascending, with its label and how it is said: `[1024, '1 KiB', 'a message of 1 KiB']`
 */
export const stops = <T extends string | number>(
  declared: Declared<Stops<NoInfer<T>>>,
  options: Listed<T>,
): Stops<T> => ({ kind: 'stops', options: asOptions(options), ...declared });

/** Declares a number with a range. @param said the value as a setting in words */
export const range = (declared: Declared<Range>, said: Range['said']): Range => ({
  kind: 'range',
  said,
  ...declared,
});

/** Declares a number with a range that can be left out. @param said the value, or null, as a setting in words */
export const optionalRange = (
  declared: Declared<OptionalRange>,
  said: OptionalRange['said'],
): OptionalRange => ({ kind: 'optional-range', said, ...declared });

/** Declares a switch. @param said off and on as a setting in words */
export const toggle = (declared: Declared<Toggle>, said: Toggle['said']): Toggle => ({
  kind: 'toggle',
  said,
  ...declared,
});

/** Declares what a figure lets its reader do by hand. @param said the moves as a setting in words */
export const moves = (declared: Declared<Moves>, said: Moves['said']): Moves => ({
  kind: 'moves',
  said,
  ...declared,
});

const hasKnob = (parameter: Parameter): parameter is Knobbed =>
  parameter.kind !== 'moves' && !parameter.byFigure;

/** The parameters that have a knob, by name, in their order. */
export const knobbed = (parameters: Parameters): [string, Knobbed][] =>
  Object.entries(parameters).flatMap(([name, parameter]): [string, Knobbed][] =>
    hasKnob(parameter) ? [[name, parameter]] : [],
  );

/** The names of the parameters that have a knob, in their order. */
export const knobsOf = (parameters: Parameters): string[] =>
  knobbed(parameters).map(([name]) => name);

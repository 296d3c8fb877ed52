// What a lab is: a model, a view, and plain declarations from which the kit makes its page, embed, link, knobs and checks.
import type { Sentence } from '@interleave/simulation';
import type { Measured } from './measured.ts';
import type { Parameters, Values } from './parameters/kinds.ts';
import { defaults } from './parameters/values.ts';
import type { Table } from './tables.ts';
import type { Exercise, View } from './view.ts';

/** What a model made of a setting. */
export interface Run<V = Values, R = unknown> {
  readonly values: V;
  readonly result: R;
  /** What it is called beside another: "2 cores"; '' alone. */
  readonly tag: string;
}

/** Of runs beside each other, the one that the reader sets. */
export const currentRun = <V, R>(runs: readonly Run<V, R>[]) => runs.at(-1) as Run<V, R>;

/** From values to a result: pure, the same values give the same result. */
export interface Model<V, R> {
  /** @throws Error when these values have no result, with the reason */
  run(values: V): R;
  /** How results that take long are made without holding up the page. */
  readonly away?: Away<V, R>;
  /**
   * What charts and tables of many runs are made of, each made and kept as it is taken: they follow the run when all of
   * it is there, and the page is not held up meanwhile.
   */
  ahead?(values: V): Iterable<unknown>;
}

/** Makes long results away from the page. */
export interface Away<V, R> {
  /** What is to be done for these values, where that takes long: "1,000,000 tasks"; null where it does not. */
  longWork(values: V): string | null;
  /** Begins. Returns what gives it up: after that nothing more is heard of it. */
  start(values: V, listener: Listener<R>): () => void;
}

/** What is heard of a result that is made away from the page. */
export interface Listener<R> {
  /** 0..1, again and again. */
  onProgress(share: number): void;
  /** Once, at the end; or else the next. */
  onDone(result: R): void;
  /** @param reason what went wrong, in a sentence */
  onFailed(reason: string): void;
}

/** A named setting of the parameters; what it leaves out has its default. */
export interface Preset<P extends Parameters = Parameters> {
  readonly label: string;
  readonly values: Partial<Values<P>>;
  /** For chapters to quote: it has no tab in the lab. */
  readonly quoted?: true;
}

/** Which of a lab's cases a setting belongs to. */
export interface CaseName {
  readonly preset: string;
  /** "case 3 of 12" */
  readonly said: string;
}

/** A figure that chapters may quote. */
export interface Fact<P extends Parameters = Parameters, R = unknown> {
  /** What the figure is, as a phrase: "the instant at which A ends". */
  readonly label: string;
  /** "ms", "s", "%", "" and so on: written after the figure. */
  readonly unit: string;
  /** The figure in its unit. */
  value(run: Run<Values<P>, R>): number;
}

/**
 * A lab, as its folder's index.ts declares it.
 *
 * P are its parameters, R what its model makes, C what its reader can choose in its figures.
 */
export interface Lab<P extends Parameters = Parameters, R = unknown, C = unknown> {
  /** The folder's name, and the name in links. */
  readonly id: string;
  readonly title: string;
  /** The question that the lab lets its reader answer. */
  readonly question: string;
  /** The id of the chapter that explains it. */
  readonly chapter: string;
  readonly parameters: P;
  /** The first preset is the one that the lab opens with. */
  readonly presets: Readonly<Record<string, Preset<P>>>;
  /**
   * For presets that are cases, in which a reader does something: the case that a setting belongs to. Its tab stays
   * marked whatever is done in it, and the lab is named after it. Two of its runs are not put beside each other.
   */
  caseOf?(values: Values<P>): CaseName;
  readonly model: Model<Values<P>, R>;
  readonly view: View<Values<P>, NoInfer<R>, C>;
  readonly facts: Readonly<Record<string, Fact<P, R>>>;
  /** A sentence or two about a result; the view's own where it is left out. */
  describe?(run: Run<Values<P>, R>): Sentence;
  /** The same without what other settings would give, where it says that: said while a question asks for it. */
  known?(run: Run<Values<P>, R>): Sentence;
  /** What it leaves out that a real server has, in a sentence or two; said under it, wherever it stands. */
  readonly simplified?: string;
  /** Tables besides those of its figures. */
  tables?(run: Run<Values<P>, R>): readonly Table[];
  readonly measured?: Measured;
  readonly exercise?: Exercise;
  /** Its results are given, not set: where they come from, in a sentence. It has no presets to show and no address. */
  readonly source?: string;
}

/** A lab whose parameters, result and parts are not known to the compiler, as the kit handles it. */
export type AnyLab = Lab;

/** Declares a lab; the build checks what is declared. */
export const defineLab = <const P extends Parameters, R, C>(lab: Lab<P, R, C>): Lab<P, R, C> => lab;

/** The preset that a lab opens with. */
export const firstPreset = (lab: Pick<AnyLab, 'presets'>) => Object.keys(lab.presets)[0] as string;

/**
 * The full setting of a preset.
 *
 * @throws Error naming the presets when the lab has none of this name
 */
export function presetValues<P extends Parameters, R, C>(
  lab: Lab<P, R, C>,
  preset: string,
): Values<P> {
  const found = Object.hasOwn(lab.presets, preset) ? lab.presets[preset] : undefined;
  if (found === undefined) {
    const names = Object.keys(lab.presets).join(', ');
    throw new Error(`Lab ${lab.id} has no preset "${preset}"; its presets are ${names}.`);
  }
  return { ...defaults(lab.parameters), ...found.values };
}

/** The run of a setting, by itself. @throws Error as the lab's model does */
export const runOf = <P extends Parameters, R, C>(
  lab: Lab<P, R, C>,
  values: Values<P>,
): Run<Values<P>, R> => ({ values, result: lab.model.run(values), tag: '' });

/** A preset's run. @throws Error as `presetValues` and the lab's model do */
export const presetRun = <P extends Parameters, R, C>(
  lab: Lab<P, R, C>,
  preset: string,
): Run<Values<P>, R> => runOf(lab, presetValues(lab, preset));

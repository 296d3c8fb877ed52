// What a lab is: plain declarations from which the kit makes its page, embed, link, controls, tables and checks.
import {
  type Scenario,
  type Sentence,
  simulate,
  type Trace,
  type Words,
} from '@interleave/simulation';
import { defaults, type Parameters, type Values } from './parameters.ts';

/** A named setting of the parameters; what it leaves out has its default. */
export interface Preset<P extends Parameters = Parameters> {
  readonly label: string;
  readonly values: Partial<Values<P>>;
}

/** A figure that chapters may quote. */
export interface Fact {
  /** What the figure is, as a phrase: "the instant at which A ends". */
  readonly label: string;
  readonly unit: 'ms' | '%' | '';
  /** The figure in its unit. */
  readonly value: (trace: Trace) => number;
}

/** How a task is shown beside its lane. */
export interface LaneWords {
  /** The lane's name: "request A". */
  readonly label: string;
  /** The task's name in sentences and on core lanes; by default the scenario's. */
  readonly name?: string;
  /** True for a task that the lesson assumes and does not state: drawn apart, and said so. */
  readonly assumed?: boolean;
}

/** A table of a result: exact figures, for readers who prefer them to a drawing. */
export interface Table {
  readonly caption: string;
  readonly columns: readonly { readonly label: string; readonly numeric?: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A lab, as its folder's index.ts declares it. */
export interface Lab<P extends Parameters = Parameters> {
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
  /** What is simulated: pure, the same values give the same scenario. */
  scenario(values: Values<P>): Scenario;
  /** The tasks that the sentences speak of, by name. */
  readonly subjects: readonly string[];
  readonly facts: Readonly<Record<string, Fact>>;
  /** One sentence or two about a result; `subjects` are indices of the trace's tasks. */
  readonly describe: (trace: Trace, words: Words, subjects: readonly number[]) => Sentence;
  /** Tables besides the event table, which every lab has. */
  readonly tables: (trace: Trace, words: Words) => readonly Table[];
  /** How the standard view, the timeline, names things; tasks by the scenario's names. */
  readonly view: {
    readonly tasks: Readonly<Record<string, LaneWords>>;
    /** What waiting tasks wait for, with its article. */
    readonly awaited: string;
  };
}

/** A lab whose parameters' names are not known to the compiler, as the kit handles it. */
export type AnyLab = Lab<Parameters>;

/**
 * Declares a lab.
 *
 * @throws Error when a preset sets a parameter that the lab does not have
 */
export function defineLab<const P extends Parameters>(lab: Lab<P>): Lab<P> {
  for (const [preset, { values }] of Object.entries(lab.presets)) {
    for (const name of Object.keys(values)) {
      if (!(name in lab.parameters)) {
        const names = Object.keys(lab.parameters).join(', ');
        throw new Error(
          `Lab ${lab.id}, preset ${preset}: found a value for "${name}"; the parameters are ${names}.`,
        );
      }
    }
  }
  return lab;
}

/** The preset that a lab opens with. */
export const firstPreset = (lab: AnyLab) => Object.keys(lab.presets)[0] as string;

/**
 * The full setting of a preset.
 *
 * @throws Error naming the presets when the lab has none of this name
 */
export function presetValues(lab: AnyLab, preset: string): Values {
  const found = Object.hasOwn(lab.presets, preset) ? lab.presets[preset] : undefined;
  if (found === undefined) {
    const names = Object.keys(lab.presets).join(', ');
    throw new Error(`Lab ${lab.id} has no preset "${preset}"; its presets are ${names}.`);
  }
  return { ...defaults(lab.parameters), ...found.values } as Values;
}

/** A preset's run. @throws Error as `presetValues` does */
export const presetRun = (lab: AnyLab, preset: string): Trace =>
  simulate(lab.scenario(presetValues(lab, preset)));

/** The names that a lab's sentences use for the tasks of a trace. */
export function wordsFor(lab: AnyLab, trace: Trace): Words {
  return {
    tasks: trace.tasks.map(({ name }) => lab.view.tasks[name]?.name ?? name),
    awaited: lab.view.awaited,
  };
}

/** The subjects of a lab's sentences, as indices of a trace's tasks. */
export function subjectsOf(lab: AnyLab, trace: Trace): number[] {
  return lab.subjects.flatMap((name) => {
    const task = trace.tasks.find((candidate) => candidate.name === name);
    return task === undefined ? [] : [task.index];
  });
}

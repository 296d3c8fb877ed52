// What a lab is: plain declarations from which the kit makes its page, embed, link, controls, tables and checks.
import {
  type Scenario,
  type Sentence,
  simulate,
  type Trace,
  type Words,
} from '@interleave/simulation';
import type { Chart, Measured, Scale, Sorting, Table } from './extras.ts';
import { defaults, type Parameters, type Values } from './parameters/parameters.ts';

/** A named setting of the parameters; what it leaves out has its default. */
export interface Preset<P extends Parameters = Parameters> {
  readonly label: string;
  readonly values: Partial<Values<P>>;
  /** For chapters to quote: it has no tab in the lab. */
  readonly quoted?: true;
}

/** A figure that chapters may quote. */
export interface Fact<P extends Parameters = Parameters> {
  /** What the figure is, as a phrase: "the instant at which A ends". */
  readonly label: string;
  /** "ms", "s", "%", "" and so on: written after the figure. */
  readonly unit: string;
  /** The figure in its unit. */
  value(trace: Trace, values: Values<P>): number;
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
  readonly facts: Readonly<Record<string, Fact<P>>>;
  /** One sentence or two about a result; `subjects` are indices of the trace's tasks. */
  describe(trace: Trace, words: Words, subjects: readonly number[], values: Values<P>): Sentence;
  /** Tables besides the event table, which every lab has. */
  tables(trace: Trace, words: Words, values: Values<P>): readonly Table[];
  /** Summary curves: pure, the same values give the same curves. */
  charts?(values: Values<P>): readonly Chart[];
  readonly measured?: Measured;
  readonly scale?: Scale<P>;
  readonly sorting?: Sorting;
  /** How the standard view, the timeline, names things; tasks by the scenario's names. */
  readonly view: {
    readonly tasks: Readonly<Record<string, LaneWords>>;
    /** What waiting tasks wait for, with its article. */
    readonly awaited: string;
    /** What the tasks are called together: "requests". */
    readonly many: string;
    /** What stands first below the knobs. */
    readonly first: 'timeline' | 'charts';
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

/** How a task of a trace is shown: as the lab says, or by its name; of a copy the number stands apart: "request 7". */
export function laneWords(lab: AnyLab, trace: Trace, task: number): LaneWords {
  const { name, of } = trace.tasks[task] as Trace['tasks'][number];
  const isCopy = trace.scenario.tasks[of]?.count !== undefined;
  return lab.view.tasks[name] ?? { label: isCopy ? name.replace(/\d+$/, ' $&') : name };
}

/** The names that a lab's sentences use for the tasks of a trace. */
export function wordsFor(lab: AnyLab, trace: Trace): Words {
  const named = ({ index, name }: Trace['tasks'][number]) => {
    const words = laneWords(lab, trace, index);
    return words.name ?? (lab.view.tasks[name] === undefined ? words.label : name);
  };
  return { tasks: trace.tasks.map(named), awaited: lab.view.awaited };
}

/** The subjects of a lab's sentences, as indices of a trace's tasks. */
export function subjectsOf(lab: AnyLab, trace: Trace): number[] {
  return lab.subjects.flatMap((name) => {
    const task = trace.tasks.find((candidate) => candidate.name === name);
    return task === undefined ? [] : [task.index];
  });
}

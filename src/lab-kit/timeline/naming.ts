// What a lab calls the tasks of its runs: on lanes, in sentences, all together.
import type { Names, Trace } from '@interleave/simulation';

/** How a task is shown beside its lane. */
export interface LaneName {
  /** The lane's name: "request A". */
  readonly label: string;
  /** The task's name in sentences and on core lanes; by default the scenario's. */
  readonly name?: string;
  /** What it is called where there is room for a few letters: on a token. */
  readonly short?: string;
  /** True for a task that the lesson assumes and does not state: drawn apart, and said so. */
  readonly assumed?: boolean;
}

/** The names of a lab's timeline. */
export interface Naming {
  /** By the scenario's names; a task that is left out has its own. */
  readonly tasks: Readonly<Record<string, LaneName>>;
  /** What waiting tasks wait for, with its article: "the database". */
  readonly awaited: string;
  /** What they ask for that, and what answers, where it is not what they wait for: "another machine", for an answer. */
  readonly asked?: string;
  /** What the tasks are called together: "requests". */
  readonly many: string;
  /** The tasks that the sentences speak of, by the scenario's names. */
  readonly subjects: readonly string[];
}

/** A run with the names that sentences use of it, and what it is called beside another; '' alone. */
export interface TracedRun {
  readonly trace: Trace;
  readonly names: Names;
  readonly tag: string;
}

/**
 * How a task of a trace is shown: as the lab says, or by its name; of a copy the number stands apart: "request 7". One
 * that was sent again is called after its first sending: "request 7 again 1".
 */
export function laneName(naming: Naming, trace: Trace, task: number): LaneName {
  const { name, of, resend } = trace.tasks[task] as Trace['tasks'][number];
  if (resend !== null && naming.tasks[name] === undefined) {
    const lane = laneName(naming, trace, resend.of);
    const again = (first: string) => `${first} again ${resend.number}`;
    return {
      ...lane,
      label: again(lane.label),
      name: again(sentenceName(naming, trace, resend.of)),
    };
  }
  const isCopy = trace.scenario.tasks[of]?.count !== undefined;
  return naming.tasks[name] ?? { label: isCopy ? name.replace(/\d+$/, ' $&') : name };
}

function sentenceName(naming: Naming, trace: Trace, task: number): string {
  const { name } = trace.tasks[task] as Trace['tasks'][number];
  const lane = laneName(naming, trace, task);
  return lane.name ?? (naming.tasks[name] === undefined ? lane.label : name);
}

/** The names that sentences use for the tasks of a trace. */
export const namesIn = (naming: Naming, trace: Trace): Names => ({
  tasks: trace.tasks.map(({ index }) => sentenceName(naming, trace, index)),
  awaited: naming.awaited,
  asked: naming.asked,
});

/** A trace with the names of its tasks. */
export const traced = (naming: Naming, trace: Trace, tag = ''): TracedRun => ({
  trace,
  names: namesIn(naming, trace),
  tag,
});

/** The subjects of sentences, as indices of a trace's tasks. */
export function subjectsOf(naming: Naming, trace: Trace): number[] {
  return naming.subjects.flatMap((name) => {
    const task = trace.tasks.find((candidate) => candidate.name === name);
    return task === undefined ? [] : [task.index];
  });
}

// Two runs of the same tasks, set against each other: who ends earlier or later, by how much, and because of what.

import type { Nanos } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { metrics } from './metrics.ts';
import {
  enumerate,
  inARow,
  milliseconds,
  type Names,
  named,
  type Sentence,
  toText,
} from './sentence.ts';

/** What became of one task that is in both runs; lengths in ns, positive: the second run needs less. */
export interface Difference {
  /** Index of the task in the first and in the second run. */
  readonly first: number;
  readonly second: number;
  /** How much earlier it ends in the second run. */
  readonly earlier: number;
  /** How much less time it spends in each way. */
  readonly noWorker: number;
  readonly noCore: number;
  readonly waiting: number;
  readonly blocked: number;
  readonly running: number;
}

/** The differences of all tasks that both runs have, by name, and that end in both. */
export function compare(first: Trace, second: Trace): Difference[] {
  const before = metrics(first);
  const after = metrics(second);
  return first.tasks.flatMap((task): Difference[] => {
    const twin = second.tasks.find(({ name }) => name === task.name);
    if (twin === undefined || task.end === null || twin.end === null) return [];
    const a = before.tasks[task.index] as (typeof before.tasks)[number];
    const b = after.tasks[twin.index] as (typeof after.tasks)[number];
    return [
      {
        first: task.index,
        second: twin.index,
        earlier: task.end - twin.end,
        noWorker: a.noWorker - b.noWorker,
        noCore: a.noCore - b.noCore,
        waiting: a.waiting - b.waiting,
        blocked: a.blocked - b.blocked,
        running: a.running - b.running,
      },
    ];
  });
}

const length = (nanos: number) => milliseconds(Math.abs(nanos) as Nanos);
const moreOrLess = (nanos: number) => (nanos > 0 ? 'less' : 'more');

/** What the task does for more or less time in the second run: "waits 10 ms less for a core"; '' where for as long. */
function because(difference: Difference, names: Names): string {
  const waits = [
    { by: difference.noWorker, what: ' in line for a worker' },
    { by: difference.noCore, what: ' for a core' },
    { by: difference.waiting, what: ` for ${names.awaited}` },
    { by: difference.blocked, what: ' for a lock' },
  ];
  const clauses = [
    clause('waits', waits),
    clause('computes', [{ by: difference.running, what: '' }]),
  ].filter(({ most }) => most > 0);
  clauses.sort((a, b) => b.most - a.most);
  return clauses.map(({ text }) => text).join(', and it ');
}

/** One verb with all that it is done for, the longest first; `most` (ns) is the length of that. */
function clause(verb: string, ways: readonly { by: number; what: string }[]) {
  const told = ways.filter(({ by }) => by !== 0).sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  const items = told.map(({ by, what }): Sentence => [`${length(by)} ${moreOrLess(by)}${what}`]);
  return { most: Math.abs(told[0]?.by ?? 0), text: `${verb} ${toText(enumerate(items))}` };
}

/**
 * The comparison in words: "A ends 10 ms earlier because it waits 10 ms less for a core. …".
 *
 * @param names the names in the first run
 * @param subjects the tasks spoken of, by index in the first run
 */
export function summariseComparison(
  first: Trace,
  second: Trace,
  names: Names,
  subjects: readonly number[],
): Sentence {
  const differences = compare(first, second).filter((d) => subjects.includes(d.first));
  const reasons = differences.map((difference) => because(difference, names));
  const sentences = differences.flatMap((difference, i): Sentence[] => {
    if (reasons[i] === '') return [];
    const self = named(names, difference.first);
    const link = difference.earlier === 0 ? ': it' : ' because it';
    return [[self, ' ends ', ...earlierOrLater(difference), `${link} ${reasons[i]}.`]];
  });
  const alike = differences.filter((_, i) => reasons[i] === '');
  if (alike.length === 0) return inARow(...sentences);
  const alikeNamed = enumerate(alike.map(({ first: task }): Sentence => [named(names, task)]));
  const end = alike.length === 1 ? ' ends at the same instant' : ' end at the same instants';
  return inARow(...sentences, [...alikeNamed, `${end} in both runs.`]);
}

const earlierOrLater = ({ earlier }: Difference): Sentence =>
  earlier === 0
    ? ['at the same instant']
    : [{ figure: length(earlier) }, earlier > 0 ? ' earlier' : ' later'];

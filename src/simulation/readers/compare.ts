// Two runs of the same tasks, set against each other: who ends earlier or later, by how much, and because of what.

import type { Nanos } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { metrics } from './metrics.ts';
import { readyTime } from './ready.ts';
import { enumerate, inARow, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/** What became of one task that is in both runs; lengths in ns, positive: the second run needs less. */
export interface Difference {
  /** Index of the task in the first and in the second run. */
  readonly first: number;
  readonly second: number;
  /** How much earlier it ends in the second run. */
  readonly earlier: number;
  /** How much less time it spends in each way. */
  readonly ready: number;
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
        ready: readyTime(a) - readyTime(b),
        waiting: a.waiting - b.waiting,
        blocked: a.blocked - b.blocked,
        running: a.running - b.running,
      },
    ];
  });
}

const length = (nanos: number) => milliseconds(Math.abs(nanos) as Nanos);
const moreOrLess = (nanos: number) => (nanos > 0 ? 'less' : 'more');

/** How much more or less time the task spends in each way; '' where it spends as much in all. */
function because({ ready, waiting, blocked, running }: Difference, names: Names): string {
  const ways = [
    { by: ready, text: 'ready without running' },
    { by: waiting, text: `waiting for ${names.awaited}` },
    { by: blocked, text: 'waiting for locks' },
    { by: running, text: 'computing' },
  ].filter(({ by }) => by !== 0);
  ways.sort((a, b) => Math.abs(b.by) - Math.abs(a.by));
  return ways.map(({ by, text }) => `${length(by)} ${moreOrLess(by)} ${text}`).join(', ');
}

/**
 * The comparison in words: "A ends 10 ms earlier: 10 ms less ready without running. …".
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
    return [[self, ' ends ', ...earlierOrLater(difference), `: ${reasons[i]}.`]];
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

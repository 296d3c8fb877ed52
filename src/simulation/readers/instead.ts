// The words about a difference of two runs: what the second did in place of a time in which a task of the first lacked a worker or a core.
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';
import type { Difference } from './compare.ts';
import { counterpart } from './counterpart.ts';
import { beginning } from './explain.ts';
import { type Lack, lackOf } from './lack.ts';
import { grouped, inARow, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/**
 * What happened in the second run in place of a segment of the first: at the same point of the task's program, with as
 * much of the same step done, it computed without a break, stood in line too, went on at once, or had no such point.
 *
 * @param names the names in the second run
 * @param segment index of a segment of `difference.first` in which the task lacks a worker or a core
 */
export function instead(
  first: Trace,
  second: Trace,
  names: Names,
  difference: Difference,
  segment: number,
): Sentence {
  const task = difference.second;
  const self = named(names, task);
  const found = counterpart(first, second, difference, segment);
  const life = second.tasks[task]?.segments ?? [];
  switch (found.met) {
    case 'no-break': {
      const { start, end } = life[found.segment] as TaskSegment;
      return inARow([self, ` kept its core and ran ${span(start, end)}.`]);
    }
    case 'line': {
      const before = first.tasks[difference.first]?.segments[segment] as TaskSegment;
      return lackingToo(second, names, task, life, found, lackOf(first, before));
    }
    case 'beginning':
      return beginning(second, names, task, found.segment);
    case 'end':
      return inARow([self, ' arrived and had nothing to do.']);
    case 'short-step':
      return inARow([self, tooShort(found.length)]);
  }
}

const span = (from: Nanos, until: Nanos) => `from ${grouped(toMs(from))} to ${milliseconds(until)}`;

function tooShort(length: Nanos | null): string {
  if (length === null) return ' has no such step.';
  const what = length === 0 ? 'nothing' : `only ${milliseconds(length)}`;
  return ` had ${what} to compute in that step.`;
}

/** How long it lacked a worker or a core, and why; it may have lacked first the one and then the other. */
function lackingToo(
  trace: Trace,
  names: Names,
  task: number,
  life: readonly TaskSegment[],
  { from, until }: { readonly from: number; readonly until: number },
  inFirst: Lack | null,
): Sentence {
  const lackAt = (index: number) => lackOf(trace, life[index] as TaskSegment) as Lack;
  let last = from;
  while (last + 1 < until && lackAt(last + 1) === lackAt(from)) last += 1;
  const startAt = (index: number) => (life[index] as TaskSegment).start;
  const endAt = (index: number) => (life[index] as TaskSegment).end;
  const too = lackAt(from) === inFirst ? ' too' : '';
  const here = inARow(
    [
      named(names, task),
      ` was ${IN_WORDS[lackAt(from)]}${too}, ${span(startAt(from), endAt(last))}.`,
    ],
    beginning(trace, names, task, from),
  );
  if (last + 1 === until) return here;
  return inARow(
    here,
    [`it was then ${IN_WORDS[lackAt(last + 1)]} ${span(startAt(last + 1), endAt(until - 1))}.`],
    beginning(trace, names, task, last + 1),
  );
}

const IN_WORDS: Readonly<Record<Lack, string>> = { worker: 'in line', core: 'runnable' };

// The words about a difference of two runs: what the second did in place of a time in which the first had a task ready.
import { type Nanos, toMs } from '../scenario/nanos.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';
import type { Difference } from './compare.ts';
import { counterpart } from './counterpart.ts';
import { beginning } from './explain.ts';
import { inARow, milliseconds, type Names, named, type Sentence } from './sentence.ts';

/**
 * What happened in the second run in place of a segment of the first: at the same point of the task's program, with as
 * much of the same step done, it computed without a break, stood in line too, went on at once, or had no such point.
 *
 * @param names the names in the second run
 * @param segment index of a segment of `difference.first` in which the task is ready and does not run
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
      const state = first.tasks[difference.first]?.segments[segment]?.state;
      return inLine(second, names, task, life, found, state);
    }
    case 'beginning':
      return beginning(second, names, task, found.segment);
    case 'end':
      return inARow([self, ' arrived and had nothing to do.']);
    case 'short-step':
      return inARow([self, tooShort(found.length)]);
  }
}

const span = (from: Nanos, until: Nanos) => `from ${toMs(from)} to ${milliseconds(until)}`;

function tooShort(length: Nanos | null): string {
  if (length === null) return ' has no such step.';
  const what = length === 0 ? 'nothing' : `only ${milliseconds(length)}`;
  return ` had ${what} to compute in that step.`;
}

/** How long it was in line, and why; it may have been queued first, and then runnable. */
function inLine(
  trace: Trace,
  names: Names,
  task: number,
  life: readonly TaskSegment[],
  { from, until }: { readonly from: number; readonly until: number },
  inFirst: TaskSegment['state'] | undefined,
): Sentence {
  const { state, start } = life[from] as TaskSegment;
  let last = from;
  while (last + 1 < until && life[last + 1]?.state === state) last += 1;
  const { end } = life[last] as TaskSegment;
  const too = state === inFirst ? ' too' : '';
  const here = inARow(
    [named(names, task), ` was ${state}${too}, ${span(start, end)}.`],
    beginning(trace, names, task, from),
  );
  if (last + 1 === until) return here;
  const next = life[last + 1] as TaskSegment;
  const { end: lastEnd } = life[until - 1] as TaskSegment;
  return inARow(
    here,
    [`it was then ${next.state} ${span(next.start, lastEnd)}.`],
    beginning(trace, names, task, last + 1),
  );
}

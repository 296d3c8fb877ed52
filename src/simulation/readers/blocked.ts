// How long a wait keeps its worker where waiting frees: the blocks with which it begins.

import { type Expanded, expand } from '../engine/expand.ts';
import { AGAIN, BLOCK, CPU, END, LOCK, THINK, UNLOCK } from '../engine/step-columns.ts';
import type { TaskTrace, Trace } from '../trace/trace.ts';
import { firstRow } from './program.ts';

const expanded = new WeakMap<Trace['scenario'], Expanded>();

function expandedOf({ scenario }: Trace): Expanded {
  const before = expanded.get(scenario);
  const all = before ?? expand(scenario);
  if (before === undefined) expanded.set(scenario, all);
  return all;
}

/** Steps of no length that a task may do while it waits, or before it begins to. */
const PASSED: ReadonlySet<number> = new Set([LOCK, UNLOCK, THINK]);

/**
 * How long (ns) the steps take with which a wait begins that are a `block`: until the task waits for IO, or goes on. What
 * a user draws anew in each round is not known: its wait is then taken to be one block.
 *
 * @param segment index of a segment of the task's life in which it waits
 */
export function blockedFor(trace: Trace, task: number, segment: number): number {
  const own = trace.tasks[task] as TaskTrace;
  const { segments, rounds } = own;
  const all = expandedOf(trace);
  const { steps, redrawn } = all;
  if (redrawn.has(task)) return Number.POSITIVE_INFINITY;
  const { start } = segments[segment] as TaskTrace['segments'][number];
  const begun = rounds.findLast(({ end }) => end <= start)?.end ?? 0;
  let left = segments.slice(0, segment).reduce((sum, one) => {
    const here = one.state === 'running' ? one.end - Math.max(one.start, begun) : 0;
    return sum + Math.max(0, here);
  }, 0);
  let row = firstRow(all, own);
  const kind = () => steps.kind[row] as number;
  const length = () => steps.length[row] as number;
  // To the first wait after as much computing.
  while (kind() < END && (left > 0 || PASSED.has(kind()) || length() === 0)) {
    if (kind() === CPU) left -= length();
    row += 1;
  }
  let blocked = 0;
  for (; kind() !== END && kind() !== AGAIN; row += 1) {
    if (kind() === BLOCK) blocked += length();
    else if (length() > 0 && !PASSED.has(kind())) break;
  }
  return blocked;
}

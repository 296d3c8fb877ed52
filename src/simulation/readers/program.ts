// What a task's program computes: its cpu steps, each with its place in the scenario and its length as it was drawn; and
// where it blocks.
import { type Expanded, expand } from '../engine/expand.ts';
import { AGAIN, BLOCK, CPU, END, LOCK, THINK, UNLOCK } from '../engine/step-columns.ts';
import { longest } from '../scenario/lengths.ts';
import { isLocking, type Step, type Task } from '../scenario/scenario.ts';
import type { TaskTrace, Trace } from '../trace/trace.ts';

/** A cpu step of a program whose repeats are written out. Times in ns. */
export interface CpuStep {
  /** The same in every scenario whose steps are written alike: `2`, or `2.1.3` in the first round of a repeat. */
  readonly place: string;
  /** The CPU time of all steps before it. */
  readonly before: number;
  /** 0 for a step that is skipped. */
  readonly length: number;
}

type PlainStep = Exclude<Step, { readonly steps: readonly Step[] }>;

function writtenOut(steps: readonly Step[], within = ''): [place: string, step: PlainStep][] {
  return steps.flatMap((step, i): [string, PlainStep][] => {
    const place = `${within}${i + 1}`;
    if (!('steps' in step)) return [[place, step]];
    if (step.kind === 'together') return writtenOut(step.steps, `${place}.`);
    return Array.from({ length: step.times }, (_, round) =>
      writtenOut(step.steps, `${place}.${round + 1}.`),
    ).flat();
  });
}

/** The cpu steps of a task that is no user, in the order in which it does them. */
export function cpuSteps({ scenario, tasks }: Trace, task: number): CpuStep[] {
  const { of } = tasks[task] as TaskTrace;
  const { steps } = scenario.tasks[of] as Task;
  const { first, steps: rows } = expand(scenario);
  let row = first[task] as number;
  let before = 0;
  return writtenOut(steps).flatMap(([place, step]): CpuStep[] => {
    // A step that can have no length but 0 has no row.
    const length =
      isLocking(step) || longest(step.duration) > 0 ? (rows.length[row++] as number) : 0;
    if (step.kind !== 'cpu') return [];
    const found = { place, before, length };
    before += length;
    return [found];
  });
}

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
  const { segments, rounds } = trace.tasks[task] as TaskTrace;
  const { steps, first, redrawn } = expandedOf(trace);
  if (redrawn.has(task)) return Number.POSITIVE_INFINITY;
  const { start } = segments[segment] as TaskTrace['segments'][number];
  const begun = rounds.findLast(({ end }) => end <= start)?.end ?? 0;
  let left = segments.slice(0, segment).reduce((sum, one) => {
    const here = one.state === 'running' ? one.end - Math.max(one.start, begun) : 0;
    return sum + Math.max(0, here);
  }, 0);
  let row = first[task] as number;
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

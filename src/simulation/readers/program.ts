// What a task's program computes: its cpu steps, each with its place in the scenario and its length as it was drawn.
import { expand } from '../engine/expand.ts';
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
  const { of, resend } = tasks[task] as TaskTrace;
  const { steps } = scenario.tasks[of] as Task;
  const expanded = expand(scenario);
  const rows = expanded.steps;
  let row =
    resend === null
      ? (expanded.first[task] as number)
      : expanded.programOfResend(resend.of, resend.number);
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

// What tasks are asked to do, read off a scenario: what tests hold against a trace.
import { isFixed } from '../scenario/lengths.ts';
import type { Length, Operation, Scenario, Step, Task } from '../scenario/scenario.ts';
import type { TaskTrace } from '../trace/trace.ts';

/** A step that is no repeat. */
export type PlainStep = Exclude<Step, { kind: 'repeat' }>;

/** Steps with repeats written out. */
export function writtenOut(steps: readonly Step[]): PlainStep[] {
  return steps.flatMap((step): PlainStep[] =>
    step.kind === 'repeat'
      ? Array.from({ length: step.times }, () => writtenOut(step.steps)).flat()
      : [step],
  );
}

/** The kinds of steps that a task waits in. */
export const WAITS = ['io', 'together', 'block'] as const;

/**
 * How long (ns) a step lasts where it need not stand in line: of what begins together, the longest.
 *
 * @throws RangeError for a random length
 */
export function lasts(step: PlainStep): number {
  if (step.kind === 'together') return Math.max(...step.steps.map(lasts));
  return 'duration' in step ? fixed(step.duration) : 0;
}

/** How long (ns) all such steps last, one after the other. @throws RangeError for a random length */
export function asked(steps: readonly Step[], ...kinds: readonly Step['kind'][]): number {
  return writtenOut(steps)
    .filter(({ kind }) => kinds.includes(kind))
    .reduce((sum, step) => sum + lasts(step), 0);
}

/** All that is asked of devices or waited for without one: also what begins together, one by one. */
export function operationsOf(steps: readonly Step[]): Operation[] {
  return writtenOut(steps).flatMap((step) => {
    if (step.kind === 'together') return step.steps;
    return step.kind === 'io' ? [step] : [];
  });
}

/** The task of the scenario that a task of the trace is, or is a copy of. */
export const written = ({ tasks }: Scenario, { of }: TaskTrace): Task => tasks[of] as Task;

/** How long (ns) a task was in one state, within some time. */
export function timeIn(
  { segments }: TaskTrace,
  state: string,
  from = 0,
  until: number = Infinity,
): number {
  return segments
    .filter((one) => one.state === state)
    .reduce((sum, { start, end }) => {
      return sum + Math.max(0, Math.min(end, until) - Math.max(start, from));
    }, 0);
}

/** The scenario with its users made into tasks that do their round once. */
export function withoutUsers(any: Scenario): Scenario {
  return { ...any, tasks: any.tasks.map(({ think: _, ...task }) => task) };
}

/** The scenario with devices whose operations take as long as they say, however many there are. */
export function withoutCrowding(any: Scenario): Scenario {
  return { ...any, devices: any.devices.map(({ crowding: _, ...device }) => device) };
}

/** The scenario with requests that are sent once. */
export function withoutRetries(any: Scenario): Scenario {
  return { ...any, tasks: any.tasks.map(({ retry: _, ...task }) => task) };
}

/** A length that is not random, ns. */
export function fixed(length: Length): number {
  if (!isFixed(length)) throw new RangeError('A random length.');
  return length;
}

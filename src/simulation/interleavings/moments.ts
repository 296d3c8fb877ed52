// A way from one state of a program to another, step by step.
import type { Onward, Reached } from './explore.ts';

/** One step of a schedule, and what it left behind; a schedule begins with registers of 0 and the first values. */
export interface Moment {
  /** The thread that did it, and which of its steps it was: indices. */
  readonly thread: number;
  readonly step: number;
  /** That thread's register after it. */
  readonly register: number;
  /** All shared variables after it, by name. */
  readonly variables: Readonly<Record<string, number>>;
}

/** The first way to a state, from the beginning. */
export function wayTo(end: Reached): Moment[] {
  const backwards: Moment[] = [];
  for (let to = end; to.from !== null; to = to.from.before) {
    const { thread, before } = to.from;
    backwards.push(momentOf(before, { thread, to }));
  }
  return backwards.reverse();
}

/** These steps, done one after another from a state on. */
export const momentsOf = (begins: Reached, steps: readonly Onward[]): Moment[] =>
  steps.map((step, i) => momentOf(steps[i - 1]?.to ?? begins, step));

const momentOf = (before: Reached, { thread, to }: Onward): Moment => ({
  thread,
  step: before.state.counters[thread] as number,
  register: to.state.registers[thread] as number,
  variables: Object.fromEntries(to.state.variables),
});

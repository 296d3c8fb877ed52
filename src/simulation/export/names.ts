// The names of tasks, where a trace has their indices, and as they can be shown.
import { escaped, quoted } from '../scenario/quoted.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf, taskNames } from '../trace/trace-data.ts';

/** Gives the name of a task by its index; null for null. */
export function namesOf(trace: Trace) {
  const names = taskNames(columnsOf(trace));
  return (index: number | null): string | null =>
    index === null ? null : (names[index] as string);
}

/**
 * A name as a terminal can show it: as it is, or, with a character that would steer the terminal, as the notation writes
 * it. So is one that begins with a quote, to be told from these.
 */
export const shown = (name: string) =>
  name.startsWith('"') || escaped(name) !== name ? quoted(name) : name;

// The names of tasks, where a trace has their indices.
import type { Trace } from '../trace/trace.ts';

/** Gives the name of a task by its index; null for null. */
export function namesOf({ tasks }: Trace) {
  return (index: number | null): string | null =>
    index === null ? null : (tasks[index]?.name as string);
}

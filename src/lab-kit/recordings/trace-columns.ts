// Lists of segments as the columns that a trace reads from.
import {
  CAUSES,
  type Cause,
  CORE_STATES,
  type CoreState,
  type Nanos,
  TASK_STATES,
  type TaskState,
  type TraceData,
} from '@interleave/simulation';

/** Stands in a column for no task, no core, no row. */
export const NONE = -1;

/** The beginning of a task's segment; it ends where the next begins, the last as the task ends. */
export interface TaskRow {
  readonly state: TaskState;
  readonly start: Nanos;
  readonly cause: Cause;
  /** An index, or NONE. */
  readonly core: number;
  readonly worker: number;
}

/** The beginning of a core's segment; the last ends with the clock. */
export interface CoreRow {
  readonly state: CoreState;
  readonly start: Nanos;
  /** An index, or NONE. */
  readonly task: number;
}

/** The columns of tasks' segments, a list a task, that name no other task as their reason. */
export function taskColumns(lists: readonly (readonly TaskRow[])[]): TraceData['tasks'] {
  const rows = lists.flat();
  return {
    ...linked(lists, TASK_STATES),
    task: new Int32Array(rows.length).fill(NONE),
    cause: Uint8Array.from(rows, ({ cause }) => CAUSES.indexOf(cause)),
    core: Int16Array.from(rows, ({ core }) => core),
    worker: Int32Array.from(rows, ({ worker }) => worker),
  };
}

/** The columns of cores' segments, a list a core. */
export function coreColumns(lists: readonly (readonly CoreRow[])[]): TraceData['cores'] {
  return { ...linked(lists, CORE_STATES), task: Int32Array.from(lists.flat(), ({ task }) => task) };
}

/** What both have: each owner's segments are rows in a row, linked from the last to the first. */
function linked(
  lists: readonly (readonly { state: string; start: Nanos }[])[],
  states: readonly string[],
) {
  const rows = lists.flat();
  const places = lists.flatMap((list) => [...list.keys()]);
  let end = 0;
  return {
    last: Int32Array.from(lists, ({ length }) => {
      end += length;
      return length === 0 ? NONE : end - 1;
    }),
    before: Int32Array.from(places, (place, row) => (place === 0 ? NONE : row - 1)),
    start: Float64Array.from(rows, ({ start }) => start),
    state: Uint8Array.from(rows, ({ state }) => states.indexOf(state)),
  };
}

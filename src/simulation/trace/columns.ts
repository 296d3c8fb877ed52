// Segments in typed arrays, a column a field: written as they begin, read back by their owner, a task or a core.
import { NONE } from './codes.ts';

/** Plain data, so that a trace can be sent from thread to thread. Each owner's segments are a list from its last. */
export interface Columns {
  /** The row of each owner's last segment, or NONE. */
  readonly last: Int32Array;
  /** The row of the segment before, of the same owner, or NONE. */
  before: Int32Array;
  /** When each begins, ns. It ends when the owner's next begins, or its last when the owner's life ends. */
  start: Float64Array;
  /** Codes: indices of the trace's lists. */
  state: Uint8Array;
  /** A task's segment: who is the reason; a core's: whose it is. An index, or NONE. */
  task: Int32Array;
}

/** What a task's segments have besides. */
export interface TaskColumns extends Columns {
  cause: Uint8Array;
  core: Int16Array;
  worker: Int32Array;
}

export function coreColumns(owners: number, rows: number): Columns {
  return {
    last: new Int32Array(owners).fill(NONE),
    before: new Int32Array(rows),
    start: new Float64Array(rows),
    state: new Uint8Array(rows),
    task: new Int32Array(rows),
  };
}

export function taskColumns(owners: number, rows: number): TaskColumns {
  return {
    ...coreColumns(owners, rows),
    cause: new Uint8Array(rows),
    core: new Int16Array(rows),
    worker: new Int32Array(rows),
  };
}

/** Room for twice as many rows. */
export function grow(columns: Columns | TaskColumns): void {
  const rows = columns.start.length * 2;
  columns.before = copied(columns.before, new Int32Array(rows));
  columns.start = copied(columns.start, new Float64Array(rows));
  columns.state = copied(columns.state, new Uint8Array(rows));
  columns.task = copied(columns.task, new Int32Array(rows));
  if (!('cause' in columns)) return;
  columns.cause = copied(columns.cause, new Uint8Array(rows));
  columns.core = copied(columns.core, new Int16Array(rows));
  columns.worker = copied(columns.worker, new Int32Array(rows));
}

function copied<T extends Float64Array | Uint8Array | Int16Array | Int32Array>(from: T, to: T): T {
  to.set(from);
  return to;
}

/** Calls `each` with the row, the start and the end (ns) of each segment of an owner, the last first. */
export function eachBackwards(
  columns: Columns,
  owner: number,
  end: number,
  each: (row: number, start: number, end: number) => void,
): void {
  let until = end;
  for (let row = columns.last[owner] as number; row !== NONE; row = columns.before[row] as number) {
    const start = columns.start[row] as number;
    each(row, start, until);
    until = start;
  }
}

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

type Kind =
  | Float64ArrayConstructor
  | Int32ArrayConstructor
  | Int16ArrayConstructor
  | Uint8ArrayConstructor;

/**
 * Columns of so many rows, all cut from one buffer: to make a buffer takes longer than to write a small run to it.
 *
 * @param kinds the widest first, so that each column lies where its kind may
 */
export function cut<const Kinds extends readonly Kind[]>(
  kinds: Kinds,
  rows: number,
): { [I in keyof Kinds]: InstanceType<Kinds[I]> };
export function cut(kinds: readonly Kind[], rows: number) {
  let bytes = 0;
  for (const kind of kinds) bytes += rows * kind.BYTES_PER_ELEMENT;
  const buffer = new ArrayBuffer(bytes);
  let from = 0;
  return kinds.map((kind) => {
    const column = new kind(buffer, from, rows);
    from += column.byteLength;
    return column;
  });
}

export function coreColumns(owners: number, rows: number): Columns {
  const [start, before, task, state] = cut(
    [Float64Array, Int32Array, Int32Array, Uint8Array],
    rows,
  );
  return { last: new Int32Array(owners).fill(NONE), before, start, state, task };
}

export function taskColumns(owners: number, rows: number): TaskColumns {
  const [start, before, task, worker, core, state, cause] = cut(
    [Float64Array, Int32Array, Int32Array, Int32Array, Int16Array, Uint8Array, Uint8Array],
    rows,
  );
  return {
    last: new Int32Array(owners).fill(NONE),
    before,
    start,
    state,
    task,
    cause,
    core,
    worker,
  };
}

/** Room for twice as many rows. */
export function grow(columns: Columns | TaskColumns): void {
  const rows = columns.start.length * 2;
  const { last: _, ...wider } = 'cause' in columns ? taskColumns(0, rows) : coreColumns(0, rows);
  for (const name of Object.keys(wider) as (keyof typeof wider)[]) wider[name].set(columns[name]);
  Object.assign(columns, wider);
}

/** The row, the start and the end (ns) of each segment of an owner, the first first. */
export function* eachForwards(
  columns: Columns,
  owner: number,
  end: number,
): Generator<readonly [row: number, start: number, end: number]> {
  let count = 0;
  eachBackwards(columns, owner, end, () => {
    count += 1;
  });
  const rows = new Int32Array(count);
  eachBackwards(columns, owner, end, (row) => {
    count -= 1;
    rows[count] = row;
  });
  for (const [i, row] of rows.entries()) {
    const next = rows[i + 1];
    const until = next === undefined ? end : (columns.start[next] as number);
    yield [row, columns.start[row] as number, until];
  }
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

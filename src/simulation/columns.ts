// Segments in typed arrays, a column a field: written by the engine as they close, read back by their owner.

const FIRST_CAPACITY = 256;
/** Stands for "none" in the integer columns. */
export const NONE = -1;

/** One segment as it is written; codes are indices of the trace's lists of states and causes. */
export interface Row {
  readonly state: number;
  readonly start: number;
  readonly end: number;
  readonly core: number;
  readonly worker: number;
  readonly cause: number;
  /** A task's index: of who caused it, or, in a core's segment, of whose it is. */
  readonly task: number;
}

/** Segments of many owners (tasks or cores), appended in the order in which they close. */
export class SegmentColumns {
  #size = 0;
  #start = new Float64Array(FIRST_CAPACITY);
  #end = new Float64Array(FIRST_CAPACITY);
  #state = new Uint8Array(FIRST_CAPACITY);
  #cause = new Uint8Array(FIRST_CAPACITY);
  #core = new Int32Array(FIRST_CAPACITY);
  #worker = new Int32Array(FIRST_CAPACITY);
  #task = new Int32Array(FIRST_CAPACITY);
  /** The segment before, of the same owner: each owner's segments are a list from its last. */
  #before = new Int32Array(FIRST_CAPACITY);
  readonly #last: Int32Array;

  constructor(owners: number) {
    this.#last = new Int32Array(owners).fill(NONE);
  }

  /**
   * Appends a segment. One of no length is not written; one that goes on where the owner's last ended, in the same
   * state, on the same core and for the same cause (of a core: for the same task), makes that longer.
   */
  append(owner: number, row: Row, sameTask: boolean): void {
    if (row.start === row.end) return;
    const last = this.#last[owner] as number;
    if (
      last !== NONE &&
      this.#end[last] === row.start &&
      this.#state[last] === row.state &&
      this.#core[last] === row.core &&
      this.#cause[last] === row.cause &&
      (!sameTask || this.#task[last] === row.task)
    ) {
      this.#end[last] = row.end;
      return;
    }
    if (this.#size === this.#start.length) this.#grow();
    const at = this.#size++;
    this.#start[at] = row.start;
    this.#end[at] = row.end;
    this.#state[at] = row.state;
    this.#cause[at] = row.cause;
    this.#core[at] = row.core;
    this.#worker[at] = row.worker;
    this.#task[at] = row.task;
    this.#before[at] = last;
    this.#last[owner] = at;
  }

  /** The segments of one owner, in order of time. */
  of(owner: number): Row[] {
    const rows: Row[] = [];
    for (let at = this.#last[owner] as number; at !== NONE; at = this.#before[at] as number) {
      rows.push({
        state: this.#state[at] as number,
        start: this.#start[at] as number,
        end: this.#end[at] as number,
        core: this.#core[at] as number,
        worker: this.#worker[at] as number,
        cause: this.#cause[at] as number,
        task: this.#task[at] as number,
      });
    }
    return rows.reverse();
  }

  #grow(): void {
    const capacity = this.#size * 2;
    const grown = <T extends Float64Array | Uint8Array | Int32Array>(column: T, larger: T): T => {
      larger.set(column);
      return larger;
    };
    this.#start = grown(this.#start, new Float64Array(capacity));
    this.#end = grown(this.#end, new Float64Array(capacity));
    this.#state = grown(this.#state, new Uint8Array(capacity));
    this.#cause = grown(this.#cause, new Uint8Array(capacity));
    this.#core = grown(this.#core, new Int32Array(capacity));
    this.#worker = grown(this.#worker, new Int32Array(capacity));
    this.#task = grown(this.#task, new Int32Array(capacity));
    this.#before = grown(this.#before, new Int32Array(capacity));
  }
}

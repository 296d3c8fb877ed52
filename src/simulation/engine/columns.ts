// Segments in typed arrays, a column a field: written by the engine as they close, read back by their owner.

const FIRST_CAPACITY = 256;
/** Stands for "none" in the integer columns. */
export const NONE = -1;

/** A segment that has begun; codes are indices of the trace's lists of states and causes. */
export interface Begun {
  state: number;
  start: number;
  core: number;
  worker: number;
  cause: number;
  /** A task's index: of who caused it, or, in a core's segment, of whose it is. */
  task: number;
}

/** Segments of many owners (tasks or cores), appended in the order in which they close. */
export class SegmentColumns {
  /** Whether segments of different tasks stay apart: on a core they do; in a task's life `task` is only the cause. */
  readonly #apart: boolean;
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

  constructor(owners: number, apart: boolean) {
    this.#apart = apart;
    this.#last = new Int32Array(owners).fill(NONE);
  }

  /**
   * Appends a segment that ends now. One of no length is not written; one like the owner's last, in state, core and
   * cause, makes that longer.
   */
  append(owner: number, begun: Begun, end: number): void {
    if (begun.start === end) return;
    const last = this.#last[owner] as number;
    if (last !== NONE && this.#isLike(last, begun)) {
      this.#end[last] = end;
      return;
    }
    if (this.#size === this.#start.length) this.#grow();
    const at = this.#size++;
    this.#start[at] = begun.start;
    this.#end[at] = end;
    this.#state[at] = begun.state;
    this.#cause[at] = begun.cause;
    this.#core[at] = begun.core;
    this.#worker[at] = begun.worker;
    this.#task[at] = begun.task;
    this.#before[at] = last;
    this.#last[owner] = at;
  }

  /** The segments of one owner, in order of time, each as `read` makes it. */
  of<T>(owner: number, read: (begun: Readonly<Begun>, end: number) => T): T[] {
    const segments: T[] = [];
    for (let at = this.#last[owner] as number; at !== NONE; at = this.#before[at] as number) {
      const begun = {
        state: this.#state[at] as number,
        start: this.#start[at] as number,
        core: this.#core[at] as number,
        worker: this.#worker[at] as number,
        cause: this.#cause[at] as number,
        task: this.#task[at] as number,
      };
      segments.push(read(begun, this.#end[at] as number));
    }
    return segments.reverse();
  }

  #isLike(at: number, begun: Begun): boolean {
    return (
      this.#state[at] === begun.state &&
      this.#core[at] === begun.core &&
      this.#cause[at] === begun.cause &&
      (!this.#apart || this.#task[at] === begun.task)
    );
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

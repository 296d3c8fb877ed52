// The steps of all programs, in typed arrays: a row a step.

/** The kinds of rows: first steps that take time, then steps of no duration, then what follows the last step. */
export const CPU = 0;
export const IO = 1;
export const BLOCK = 2;
/** A user's pause before its first step. */
export const THINK = 3;
export const LOCK = 4;
export const UNLOCK = 5;
export const END = 6;
/** A user begins again. */
export const AGAIN = 7;

const FIRST_ROWS = 64;

export class StepColumns {
  size = 0;
  kind = new Uint8Array(FIRST_ROWS);
  /** ns; 0 for what takes no time. */
  length = new Float64Array(FIRST_ROWS);
  /** The index of a step's device or lock, or NONE. */
  target = new Int32Array(FIRST_ROWS);

  add(kind: number, length: number, target: number): void {
    if (this.size === this.kind.length) this.#grow();
    this.kind[this.size] = kind;
    this.length[this.size] = length;
    this.target[this.size] = target;
    this.size += 1;
  }

  #grow(): void {
    const rows = this.size * 2;
    const { kind, length, target } = this;
    this.kind = new Uint8Array(rows);
    this.kind.set(kind);
    this.length = new Float64Array(rows);
    this.length.set(length);
    this.target = new Int32Array(rows);
    this.target.set(target);
  }
}

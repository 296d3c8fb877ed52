// The steps of all programs, in typed arrays: a row a step.
import { cut } from '../trace/columns.ts';

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

export class StepColumns {
  size = 0;
  readonly kind: Uint8Array;
  /** ns; 0 for what takes no time. */
  readonly length: Float64Array;
  /** The index of a step's device or lock, or NONE. */
  readonly target: Int32Array;

  /** @param rows how many steps there will be */
  constructor(rows: number) {
    [this.length, this.target, this.kind] = cut([Float64Array, Int32Array, Uint8Array], rows);
  }

  add(kind: number, length: number, target: number): void {
    this.kind[this.size] = kind;
    this.length[this.size] = length;
    this.target[this.size] = target;
    this.size += 1;
  }
}

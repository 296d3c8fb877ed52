// The steps of all programs, in typed arrays: a row a step.
import { cut } from '../trace/columns.ts';

/** The kinds of rows: first steps that take time, then steps of no duration, then what follows the last step. */
export const CPU = 0;
export const IO = 1;
/** IO with which that of the next row begins at once; the last of those that begin together is of the kind IO. */
export const IO_WITH_NEXT = 2;
export const BLOCK = 3;
/** A user's pause before its first step. */
export const THINK = 4;
export const LOCK = 5;
export const UNLOCK = 6;
export const END = 7;
/** A user begins again. */
export const AGAIN = 8;

/** Of the columns, the widest first: lengths, targets, kinds. */
const KINDS = [Float64Array, Int32Array, Uint8Array] as const;

export class StepColumns {
  size = 0;
  kind: Uint8Array;
  /** ns; 0 for what takes no time. */
  length: Float64Array;
  /** The index of a step's device or lock, or NONE. */
  target: Int32Array;

  /** @param room for so many steps, at first */
  constructor(room: number) {
    [this.length, this.target, this.kind] = cut(KINDS, room);
  }

  add(kind: number, length: number, target: number): void {
    if (this.size === this.kind.length) this.#grow();
    this.kind[this.size] = kind;
    this.length[this.size] = length;
    this.target[this.size] = target;
    this.size += 1;
  }

  #grow(): void {
    const { length, target, kind } = this;
    [this.length, this.target, this.kind] = cut(KINDS, this.size * 2);
    this.length.set(length);
    this.target.set(target);
    this.kind.set(kind);
  }
}

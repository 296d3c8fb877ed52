// The parts of the machine: registers, stacks, heap, cores; and what a step can do to them.
import type { RoutineName } from './program.ts';

/** Where a core goes on. */
export interface Place {
  readonly line: number;
  /** The line's call is back: what is left of the line is to take the result. */
  readonly back: boolean;
}

/** All that a core holds, and all that a switch saves and restores. */
export interface Registers {
  readonly instruction: Place;
  /** Where the stack ends: whose it is, and how many bytes of it are used. */
  readonly stack: { readonly thread: number; readonly bytes: number };
  /** A result on its way; null before the first. */
  readonly r: number | null;
}

/** How many registers a core has here. */
export const REGISTERS = 3;

/** A call that has not returned. */
export interface Frame {
  readonly routine: RoutineName;
  /** Where the caller goes on; null for the routine that the thread began with. */
  readonly returnTo: Place | null;
  /** The argument: which order of the heap it points to. */
  readonly order: number;
  readonly local: number | null;
}

/** Bytes of a frame: where to return to, the caller's frame, the argument, the variable; 8 bytes each. */
export const FRAME_BYTES = 32;

export interface Thread {
  /** From the first call to the innermost; none when it has ended. */
  readonly frames: readonly Frame[];
  /** What its last switch left here, or its creation; null where nothing ever did. */
  readonly saved: Registers | null;
}

/** An object of the heap. */
export interface Order {
  readonly name: string;
  readonly customer: number;
  readonly items: number;
  readonly total: number;
}

export interface Core {
  /** Whose registers it holds, as the kernel knows; null when that thread has ended. */
  readonly thread: number | null;
  readonly registers: Registers;
}

/** What a line did. */
export interface LineDone {
  readonly kind: 'line';
  readonly core: number;
  readonly thread: number;
  readonly at: Place;
  readonly did: 'called' | 'took' | 'computed' | 'stored' | 'returned' | 'ended';
  /** The order's field that it wrote, and what stood there. */
  readonly field?: { readonly order: number; readonly before: number };
}

/** A change of the thread on a core. */
export interface Switch {
  readonly kind: 'switch';
  readonly core: number;
  /** Null where the thread before has ended: nothing of it is kept. */
  readonly from: number | null;
  readonly to: number;
  readonly saved: Registers | null;
  readonly restored: Registers;
}

export type Done = LineDone | Switch;

/** How everything stands after a step. */
export interface Snapshot {
  readonly threads: readonly Thread[];
  readonly cores: readonly Core[];
  readonly heap: readonly Order[];
  /** What the step did, a core after the other; empty at the beginning. */
  readonly done: readonly Done[];
}

/** What a core does in a step: the next line, a switch to a thread, or nothing (null). */
export type Action =
  | { readonly kind: 'line' }
  | { readonly kind: 'switch'; readonly to: number }
  | null;

// What can be interleaved: threads of atomic steps over shared variables and locks, as plain data.

/** A value that a step uses: a constant, or what its thread's register holds and so much more. */
export type Operand = number | { readonly register: number };

/** From `least` to `most`, both included; no bound where one is left out. With both the same: that value alone. */
export interface Within<Bound = Operand> {
  readonly least?: Bound;
  readonly most?: Bound;
}

/**
 * What a thread does in one go; between any two such steps others may do theirs. Each thread has one private register,
 * which begins at 0. Where a thread goes on is the index of one of its own steps, or how many it has: its end.
 */
export type AtomicStep =
  /** The register becomes what the variable holds. */
  | { readonly kind: 'load'; readonly variable: string }
  /** A constant is added to the register. */
  | { readonly kind: 'add'; readonly amount: number }
  /** The variable becomes the value; what the register holds where none is given. */
  | { readonly kind: 'store'; readonly variable: string; readonly value?: Operand }
  /** The register becomes what the variable held, and a constant is added to the variable. */
  | { readonly kind: 'fetch-and-add'; readonly variable: string; readonly amount: number }
  /** The register becomes what the variable held, and the variable 1. */
  | { readonly kind: 'test-and-set'; readonly variable: string }
  /** Where the variable is within, it becomes the value; else the thread goes on at `otherwise`. */
  | ({
      readonly kind: 'compare-and-set';
      readonly variable: string;
      readonly value: Operand;
      readonly otherwise: number;
    } & Within)
  /** Where the variable, or the register where none is named, is not within, the thread goes on at `otherwise`. */
  | ({ readonly kind: 'if'; readonly variable?: string; readonly otherwise: number } & Within)
  | { readonly kind: 'jump'; readonly to: number }
  /**
   * Waits until no thread holds the lock, and takes it. With `rollback`, it does not wait in a cycle of threads that each
   * await what the next holds: there its move is to give up waiting and go on at `rollback`, as a database does to the
   * transaction that it chooses as victim.
   */
  | { readonly kind: 'lock'; readonly lock: string; readonly rollback?: number }
  /** Takes the lock where no thread holds it; else the thread goes on at `otherwise`. */
  | { readonly kind: 'try-lock'; readonly lock: string; readonly otherwise: number }
  | { readonly kind: 'unlock'; readonly lock: string };

export interface SteppedThread {
  /** No two threads have the same. */
  readonly name: string;
  /**
   * Done in this order, but for jumps. At each of them the thread holds the same locks whichever way it came there, and
   * at its end none.
   */
  readonly steps: readonly AtomicStep[];
}

/** What must be so of the shared variables: that the sum of these stays within. */
export interface Invariant extends Within<number> {
  /** When all threads are done, or in every state. */
  readonly when: 'end' | 'always';
  readonly sum: readonly string[];
}

/** The variable that a step reads or writes; undefined where there is none. */
export const variableOf = (step: AtomicStep): string | undefined =>
  'variable' in step ? step.variable : undefined;

type Fields<Kind extends AtomicStep['kind']> = Omit<
  Extract<AtomicStep, { readonly kind: Kind }>,
  'kind'
>;

/** Makers of steps: `x += 1` without a lock is `load('x'), add(1), store('x')`. */
export const atomic = Object.freeze({
  load: (variable: string): AtomicStep => Object.freeze({ kind: 'load', variable }),
  add: (amount: number): AtomicStep => Object.freeze({ kind: 'add', amount }),
  store: (variable: string, value?: Operand): AtomicStep =>
    Object.freeze({ kind: 'store', variable, ...(value === undefined ? {} : { value }) }),
  fetchAndAdd: (variable: string, amount: number): AtomicStep =>
    Object.freeze({ kind: 'fetch-and-add', variable, amount }),
  testAndSet: (variable: string): AtomicStep => Object.freeze({ kind: 'test-and-set', variable }),
  compareAndSet: (fields: Fields<'compare-and-set'>): AtomicStep =>
    Object.freeze({ kind: 'compare-and-set', ...fields }),
  when: (fields: Fields<'if'>): AtomicStep => Object.freeze({ kind: 'if', ...fields }),
  jump: (to: number): AtomicStep => Object.freeze({ kind: 'jump', to }),
  lock: (lock: string, rollback?: number): AtomicStep =>
    Object.freeze({ kind: 'lock', lock, ...(rollback === undefined ? {} : { rollback }) }),
  tryLock: (lock: string, otherwise: number): AtomicStep =>
    Object.freeze({ kind: 'try-lock', lock, otherwise }),
  unlock: (lock: string): AtomicStep => Object.freeze({ kind: 'unlock', lock }),
});

/**
 * What one call of `interleavings`, `states` or `walk` may take on: threads, steps of all threads together, variables,
 * (but for `walk`) distinct states that can be reached, and (of `interleavings` alone) steps of all its witnesses
 * together. Two states are the same when all threads have come as far in both, all variables hold the same, and so do all
 * registers that will still be used. Who goes beyond is refused: there are no partial results.
 */
export const INTERLEAVING_LIMITS = {
  threads: 16,
  steps: 1_000,
  variables: 16,
  states: 200_000,
  moments: 1_000_000,
} as const;

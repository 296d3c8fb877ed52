// What can be interleaved: threads of atomic steps over shared variables and locks, as plain data.

/**
 * What a thread does in one go; between any two such steps others may do theirs. Each thread has one private register,
 * which begins at 0: `load` sets it to a shared variable, `add` adds a constant to it, `store` writes it to a variable.
 * `lock` waits until nobody holds the lock.
 */
export type AtomicStep =
  | { readonly kind: 'load' | 'store'; readonly variable: string }
  | { readonly kind: 'add'; readonly amount: number }
  | { readonly kind: 'lock' | 'unlock'; readonly lock: string };

export interface SteppedThread {
  /** No two threads have the same. */
  readonly name: string;
  /** Done in this order. What it locks it unlocks before it ends. */
  readonly steps: readonly AtomicStep[];
}

/** Makers of steps: `x += 1` without a lock is `load('x'), add(1), store('x')`. */
export const atomic = Object.freeze({
  load: (variable: string): AtomicStep => Object.freeze({ kind: 'load', variable }),
  add: (amount: number): AtomicStep => Object.freeze({ kind: 'add', amount }),
  store: (variable: string): AtomicStep => Object.freeze({ kind: 'store', variable }),
  lock: (lock: string): AtomicStep => Object.freeze({ kind: 'lock', lock }),
  unlock: (lock: string): AtomicStep => Object.freeze({ kind: 'unlock', lock }),
});

/**
 * What one call of `interleavings`, `states` or `walk` may take on: threads, steps of all threads together, variables,
 * and (but for `walk`) distinct states that can be reached. Two states are the same when all threads have come as far in
 * both, all variables hold the same, and so do all registers that will still be stored. Who goes beyond is refused: there
 * are no partial results.
 */
export const INTERLEAVING_LIMITS = {
  threads: 16,
  steps: 1_000,
  variables: 16,
  states: 200_000,
} as const;

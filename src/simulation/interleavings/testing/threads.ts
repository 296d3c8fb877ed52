// Small threads that many tests use.
import { type AtomicStep, atomic } from '../program.ts';

const { load, add, store, lock, unlock } = atomic;

/** T0, T1 and so on. */
export const named = (...threads: readonly (readonly AtomicStep[])[]) =>
  threads.map((steps, i) => ({ name: `T${i}`, steps }));

export const increment = [load('x'), add(1), store('x')];
export const lockedIncrement = [lock('m'), ...increment, unlock('m')];

/** Takes one lock, does something else, and takes another within it. */
export const nested = (outer: string, inner: string, between: readonly AtomicStep[] = []) => [
  lock(outer),
  ...between,
  lock(inner),
  unlock(inner),
  unlock(outer),
];

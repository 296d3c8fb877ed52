// Small threads that many tests use.
import { type AtomicStep, atomic } from '../program.ts';

const { load, add, store, jump, lock, tryLock, unlock } = atomic;

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

/** Takes both locks, but gives the first back and begins anew when it finds the second held. */
export const backingOff = (first: string, second: string) => [
  lock(first),
  tryLock(second, 4),
  unlock(second),
  jump(6),
  unlock(first),
  jump(0),
  unlock(first),
];

/** Takes both locks, but gives the first back and begins anew when it is rolled back. */
export const transaction = (first: string, second: string) => [
  lock(first),
  lock(second, 5),
  unlock(second),
  unlock(first),
  jump(7),
  unlock(first),
  jump(0),
];

// Random small programs: threads that load, add, store and lock one after another, and first values of their variables.
import fc from 'fast-check';
import { type AtomicStep, atomic, type SteppedThread } from '../program.ts';
import { variablesOf } from '../validate-program.ts';

export interface Program {
  readonly threads: readonly SteppedThread[];
  readonly initial: Readonly<Record<string, number>>;
}

/** Names that a plain object would take for its own are as good as others. */
export const variable = fc.constantFrom('x', 'x', 'x', 'y', '__proto__');
export const value = fc.integer({ min: -2, max: 2 });
export const amount = fc.constantFrom(-1, 1, 2);

export const computing = fc.oneof(
  variable.map((name) => [atomic.load(name)]),
  amount.map((more) => [atomic.add(more)]),
  variable.map((name) => [atomic.store(name)]),
  fc
    .tuple(variable, amount)
    .map(([name, more]) => [atomic.load(name), atomic.add(more), atomic.store(name)]),
);
const locks = ['m', 'constructor'];
export const lockName = fc.constantFrom(...locks);
/** In either order. */
export const bothLocks = fc.shuffledSubarray(locks, { minLength: locks.length });
/** One, or both in either order. */
export const lockNames = fc.shuffledSubarray(locks, { minLength: 1 });
const locking = lockNames.map((names) => names.map((name) => atomic.lock(name)));

/** The wishes that fit, a lock that is held given back instead of taken, and all that are still held given back last. */
function inTurn(wishes: readonly AtomicStep[], most: number): AtomicStep[] {
  const steps: AtomicStep[] = [];
  const held = new Set<string>();
  for (const step of wishes) {
    if (step.kind === 'lock' && held.delete(step.lock)) {
      steps.push(atomic.unlock(step.lock));
    } else if (steps.length + held.size + (step.kind === 'lock' ? 2 : 1) <= most) {
      steps.push(step);
      if (step.kind === 'lock') held.add(step.lock);
    }
  }
  return [...steps, ...[...held].map((name) => atomic.unlock(name))];
}

/** The steps of a thread that has at most so many. */
type AnySteps = (most: number) => fc.Arbitrary<readonly AtomicStep[]>;

export const programs = (
  anySteps: AnySteps,
  shapes: readonly { threads: number; steps: number }[],
): fc.Arbitrary<Program> =>
  fc
    .constantFrom(...shapes)
    .chain(({ threads, steps }) =>
      fc
        .array(anySteps(steps), { minLength: threads, maxLength: threads })
        .map((all) => all.map((one, i) => ({ name: `T${i}`, steps: one }))),
    )
    .chain((threads) =>
      fc
        .array(fc.tuple(variable, value))
        .map((values) => values.filter(([name]) => variablesOf(threads).includes(name)))
        .map((values) => ({ threads, initial: Object.fromEntries(values) })),
    );

const inTurnOf =
  (wish: fc.Arbitrary<readonly AtomicStep[]>): AnySteps =>
  (most) =>
    fc
      .array(wish, { minLength: Math.floor(most / 2), maxLength: most, size: 'max' })
      .map((wishes) => inTurn(wishes.flat(), most));

/** With locks; few enough steps to try out all schedules. */
export const anyProgram = programs(inTurnOf(fc.oneof(computing, locking)), [
  { threads: 1, steps: 6 },
  { threads: 2, steps: 7 },
  { threads: 2, steps: 7 },
  { threads: 3, steps: 3 },
  { threads: 4, steps: 2 },
]);

/** Without locks; far more schedules than could be tried out. */
export const anyFreeProgram = programs(inTurnOf(computing), [
  { threads: 2, steps: 20 },
  { threads: 3, steps: 6 },
  { threads: 4, steps: 4 },
]);

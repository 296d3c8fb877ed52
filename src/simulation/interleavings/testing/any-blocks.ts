// Random programs of all kinds of steps. They are made of blocks, so that whichever way a thread came to a step, it holds
// the same locks there.
import fc from 'fast-check';
import { type AtomicStep, atomic, type Invariant, type Operand } from '../program.ts';
import { variablesOf } from '../validate-program.ts';
import {
  amount,
  anyProgram,
  bothLocks,
  computing,
  lockName,
  lockNames,
  type Program,
  programs,
  value,
  variable,
} from './any-program.ts';
import { triedStates } from './tried-states.ts';

/** The steps of a block that begins at this place, where the thread holds these locks. */
type Block = (at: number, held: readonly string[]) => readonly AtomicStep[];
/** A step that goes on to the next, or at the place that it is given. */
type Test = (otherwise: number) => AtomicStep;

const operand: fc.Arbitrary<Operand> = fc.oneof(
  value,
  fc.integer({ min: -1, max: 1 }).map((register) => ({ register })),
);
const within = fc.oneof(
  operand.map((least) => ({ least })),
  operand.map((most) => ({ most })),
  operand.map((both) => ({ least: both, most: both })),
);

const step: fc.Arbitrary<readonly AtomicStep[]> = fc.oneof(
  computing,
  fc.tuple(variable, operand).map(([name, stored]) => [atomic.store(name, stored)]),
  fc.tuple(variable, amount).map(([name, more]) => [atomic.fetchAndAdd(name, more)]),
  variable.map((name) => [atomic.testAndSet(name)]),
);

const test: fc.Arbitrary<Test> = fc.oneof(
  fc.tuple(fc.option(variable, { nil: undefined }), within).map(
    ([name, bounds]): Test =>
      (otherwise) =>
        atomic.when({ ...(name === undefined ? {} : { variable: name }), ...bounds, otherwise }),
  ),
  fc.tuple(variable, within, operand).map(
    ([name, bounds, becomes]): Test =>
      (otherwise) =>
        atomic.compareAndSet({ variable: name, ...bounds, value: becomes, otherwise }),
  ),
);

const oneAfterAnother =
  (blocks: readonly Block[]): Block =>
  (at, held) => {
    const steps: AtomicStep[] = [];
    for (const block of blocks) steps.push(...block(at + steps.length, held));
    return steps;
  };

/** If the test is passed the one, else the other, if there is one. */
const either =
  (passes: Test, body: Block, other: Block | null): Block =>
  (at, held) => {
    const inner = body(at + 1, held);
    const after = at + 1 + inner.length;
    if (other === null) return [passes(after), ...inner];
    const outer = other(after + 1, held);
    return [passes(after + 1), ...inner, atomic.jump(after + 1 + outer.length), ...outer];
  };

/** Under a lock, which a thread in a cycle leaves out, or tries again, where it is rolled back. */
const locked =
  (name: string, rolledBack: 'never' | 'past' | 'again', body: Block): Block =>
  (at, held) => {
    if (held.includes(name)) return body(at, held);
    const inner = body(at + 1, [...held, name]);
    const places = { never: undefined, past: at + inner.length + 2, again: at };
    return [atomic.lock(name, places[rolledBack]), ...inner, atomic.unlock(name)];
  };

const ifFree =
  (name: string, body: Block, other: Block | null): Block =>
  (at, held) => {
    if (held.includes(name)) return body(at, held);
    const release: Block = () => [atomic.unlock(name)];
    const passes: Test = (otherwise) => atomic.tryLock(name, otherwise);
    return either(
      passes,
      oneAfterAnother([(from) => body(from, [...held, name]), release]),
      other,
    )(at, held);
  };

/** As long as the test is passed, or until it is. */
const loop =
  (passes: Test, isFirst: boolean, body: Block): Block =>
  (at, held) => {
    if (!isFirst) {
      const inner = body(at, held);
      return [...inner, passes(at)];
    }
    const inner = body(at + 1, held);
    return [passes(at + inner.length + 2), ...inner, atomic.jump(at)];
  };

const blocks = (goesRound: boolean): fc.Arbitrary<Block> =>
  fc.letrec<{ block: Block; body: Block }>((tie) => {
    const other = fc.option(tie('body'), { freq: 1 });
    // Rarely, since what is rolled back is no deadlock.
    const rolledBack = fc.constantFrom(
      ...(['never', 'never', 'past'] as const),
      ...(goesRound ? (['again'] as const) : []),
    );
    const plain = step.map(
      (steps): Block =>
        () =>
          steps,
    );
    const choice = fc.tuple(test, tie('body'), other).map((parts) => either(...parts));
    const nested = fc
      .tuple(fc.oneof(lockNames, bothLocks), rolledBack, tie('body'))
      .map(([names, place, body]) =>
        names.reduceRight((inner, name) => locked(name, place, inner), body),
      );
    const attempt = fc.tuple(lockName, tie('body'), other).map((parts) => ifFree(...parts));
    const looping = fc.tuple(test, fc.boolean(), tie('body')).map((parts): Block => loop(...parts));
    return {
      body: fc.oneof(
        { weight: 2, arbitrary: tie('block') },
        { weight: 1, arbitrary: fc.tuple(tie('block'), tie('block')).map(oneAfterAnother) },
      ),
      block: fc.oneof(
        { maxDepth: 2, depthSize: 'max' },
        { weight: 2, arbitrary: plain },
        { weight: 2, arbitrary: choice },
        { weight: 2, arbitrary: nested },
        { weight: 2, arbitrary: attempt },
        { weight: goesRound ? 2 : 0, arbitrary: looping },
      ),
    };
  }).block;

/** As many of the blocks as have room. */
function fitting(some: readonly Block[], most: number): readonly AtomicStep[] {
  const steps: AtomicStep[] = [];
  for (const block of some) {
    const more = block(steps.length, []);
    if (steps.length + more.length <= most) steps.push(...more);
  }
  return steps;
}

const blockPrograms = (goesRound: boolean, shapes: Parameters<typeof programs>[1]) =>
  programs(
    (most) =>
      fc
        .array(blocks(goesRound), { minLength: most, maxLength: most, size: 'max' })
        .map((some) => fitting(some, most)),
    shapes,
  );

/** With steps that lead forwards alone, so that all schedules can be tried out. */
export const anyBranchingProgram = blockPrograms(false, [
  { threads: 2, steps: 8 },
  { threads: 2, steps: 8 },
  { threads: 3, steps: 4 },
]);

/** With steps that can lead back; few enough states to look for ways between any two of them. */
export const anyRoundProgram = blockPrograms(true, [
  { threads: 2, steps: 10 },
  { threads: 2, steps: 10 },
  { threads: 3, steps: 6 },
]).filter(({ threads, initial }) => triedStates(threads, initial, 200) !== null);

/** Few enough steps to try out all schedules. */
export const anyEndingProgram = fc.oneof(anyProgram, anyBranchingProgram);

/** A program, and what must be so of its variables. */
export const withInvariant = (any: fc.Arbitrary<Program>) =>
  any
    .filter(({ threads }) => variablesOf(threads).length > 0)
    .chain((program) =>
      fc.record({
        program: fc.constant(program),
        invariant: fc
          .tuple(
            fc.constantFrom('end', 'always'),
            fc.shuffledSubarray(variablesOf(program.threads), { minLength: 1 }),
            fc.oneof(
              value.map((least) => ({ least })),
              value.map((most) => ({ most })),
              fc
                .tuple(value, fc.nat({ max: 2 }))
                .map(([least, more]) => ({ least, most: least + more })),
            ),
          )
          .map(([when, sum, bounds]): Invariant => ({ when, sum, ...bounds })),
      }),
    );

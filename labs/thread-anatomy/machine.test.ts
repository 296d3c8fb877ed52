// The machine beside a plain interpreter of the same program, written apart: threads there are generators, which keep
// where they are and their variables by themselves, and nothing is ever saved or restored.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { walk } from './machine.ts';
import type { Action, Order, Registers, Snapshot } from './parts.ts';
import { programOf, stepsOf } from './program.ts';
import { schedule } from './schedule.ts';

type Variables = [routine: string, local: number | null];
type Goes = [line: number, back: boolean];

interface PlainOrder {
  items: number;
  total: number;
}

/** A thread of the plain interpreter: each `next` does a line. */
class PlainThread {
  readonly stack: Variables[] = [];
  goesOn: Goes | null = null;
  readonly #lines: Generator<Goes, unknown>;

  constructor(order: PlainOrder, calls: 1 | 2) {
    this.#lines = this.#handle(order, calls);
    this.step();
  }

  step() {
    const { value, done } = this.#lines.next();
    this.goesOn = done ? null : (value as Goes);
  }

  *#handle(order: PlainOrder, calls: 1 | 2): Generator<Goes, void> {
    const own: Variables = ['handle', null];
    this.stack.push(own);
    yield [1, false];
    const price = yield* calls === 1 ? this.#price(order) : this.#priceByCount(order);
    yield [1, true];
    own[1] = price;
    yield [2, false];
    order.total = price;
    yield [3, false];
    this.stack.pop();
  }

  *#price(o: PlainOrder): Generator<Goes, number> {
    const own: Variables = ['price', null];
    this.stack.push(own);
    yield [4, false];
    const n = o.items * 4;
    own[1] = n;
    yield [5, false];
    this.stack.pop();
    return n;
  }

  *#priceByCount(o: PlainOrder): Generator<Goes, number> {
    const own: Variables = ['price', null];
    this.stack.push(own);
    yield [4, false];
    const n = yield* this.#count(o);
    yield [4, true];
    own[1] = n;
    yield [5, false];
    this.stack.pop();
    return n * 4;
  }

  *#count(o: PlainOrder): Generator<Goes, number> {
    const own: Variables = ['count', null];
    this.stack.push(own);
    yield [6, false];
    const i = o.items;
    own[1] = i;
    yield [7, false];
    this.stack.pop();
    return i;
  }
}

/** All that both know of how things stand. */
interface Standing {
  totals: number[];
  threads: { stack: Variables[]; goesOn: Goes | null }[];
}

const standingOfPlain = (orders: PlainOrder[], threads: PlainThread[]): Standing => ({
  totals: orders.map(({ total }) => total),
  threads: threads.map(({ stack, goesOn }) => ({ stack: stack.map((one) => [...one]), goesOn })),
});

function standingOf({ heap, threads, cores }: Snapshot): Standing {
  return {
    totals: heap.map(({ total }) => total),
    threads: threads.map(({ frames, saved }, thread) => ({
      stack: frames.map(({ routine, local }) => [routine, local]),
      goesOn:
        frames.length === 0
          ? null
          : goesOnAt(cores.find((core) => core.thread === thread)?.registers ?? saved),
    })),
  };
}

function goesOnAt(registers: Registers | null): Goes {
  if (registers === null) return expect.fail('a thread on no core has nothing saved');
  return [registers.instruction.line, registers.instruction.back];
}

/** Up to four threads on up to three cores, and who is to do a line where, as far as that can be. */
const runs = fc
  .record({
    calls: fc.constantFrom(1 as const, 2 as const),
    items: fc.array(fc.integer({ min: -9, max: 999 }), { minLength: 1, maxLength: 3 }),
    handles: fc.array(fc.nat(2), { minLength: 1, maxLength: 4 }),
    cores: fc.integer({ min: 1, max: 3 }),
    picks: fc.array(fc.record({ thread: fc.nat(3), core: fc.nat(2) }), { maxLength: 60 }),
  })
  .map(({ items, handles, cores, ...rest }) => ({
    ...rest,
    items,
    handles: handles.map((order) => order % items.length),
    cores: Math.min(cores, handles.length),
  }));

test('whoever runs when, the machine does what threads do that never leave the core [claim 33]', () => {
  fc.assert(
    fc.property(runs, ({ calls, items, handles, cores, picks }) => {
      const heap: Order[] = items.map((count, i) => ({
        name: `order ${i}`,
        customer: 0,
        items: count,
        total: 0,
      }));
      const plainOrders = items.map((count) => ({ items: count, total: 0 }));
      const plain = handles.map(
        (order) => new PlainThread(plainOrders[order] as PlainOrder, calls),
      );
      const expected = [standingOfPlain(plainOrders, plain)];
      const steps: Action[][] = [];
      const on: (number | null)[] = Array.from({ length: cores }, (_, core) => core);
      const push = (core: number, action: Action) => {
        steps.push(Array.from({ length: cores }, (_, i) => (i === core ? action : null)));
        expected.push(standingOfPlain(plainOrders, plain));
      };
      // After the picks each goes to its end.
      const rest = handles.flatMap((_, thread) =>
        Array.from({ length: 9 }, () => ({ thread, core: 0 })),
      );
      for (const pick of [...picks, ...rest]) {
        const thread = pick.thread % handles.length;
        const own = plain[thread] as PlainThread;
        if (own.goesOn === null) continue;
        let core = on.indexOf(thread);
        if (core === -1) {
          core = pick.core % cores;
          on[core] = thread;
          push(core, { kind: 'switch', to: thread });
        }
        own.step();
        if (own.goesOn === null) on[core] = null;
        push(core, { kind: 'line' });
      }
      const snapshots = walk(programOf(calls), { heap, handles, cores }, steps);
      expect(snapshots.map(standingOf)).toEqual(expected);
      expect(plain.every(({ goesOn }) => goesOn === null)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

const settings = fc.record({
  calls: fc.constantFrom(1 as const, 2 as const),
  slice: fc.integer({ min: 1, max: 12 }),
});

const heap: Order[] = [
  { name: 'one', customer: 1, items: 5, total: 0 },
  { name: 'other', customer: 2, items: 3, total: 0 },
];

test('a switch changes registers, and no stack and nothing in the heap', () => {
  fc.assert(
    fc.property(settings, ({ calls, slice }) => {
      const program = programOf(calls);
      const snapshots = walk(
        program,
        { heap, handles: [0, 1], cores: 1 },
        schedule({ threads: 2, cores: 1, length: stepsOf(program), slice }),
      );
      snapshots.forEach((after, step) => {
        const [done] = after.done;
        const before = snapshots[step - 1];
        if (done?.kind !== 'switch' || before === undefined) return;
        expect(after.heap).toEqual(before.heap);
        expect(after.threads.map(({ frames }) => frames)).toEqual(
          before.threads.map(({ frames }) => frames),
        );
        // What is saved is what the core held, and what is restored was saved before.
        expect(after.cores[0]?.registers).toEqual(before.threads[done.to]?.saved);
        if (done.from !== null) {
          expect(after.threads[done.from]?.saved).toEqual(before.cores[0]?.registers);
        }
      });
    }),
  );
});

test('a thread keeps the core for a slice at most while the other can run, and both end [claim 31]', () => {
  fc.assert(
    fc.property(settings, ({ calls, slice }) => {
      const length = stepsOf(programOf(calls));
      const steps = schedule({ threads: 2, cores: 1, length, slice }).map(([only]) => only);
      const stretches = steps
        .map((step) => (step?.kind === 'switch' ? ' ' : 'x'))
        .join('')
        .split(' ');
      expect(stretches.every((stretch) => stretch.length > 0 && stretch.length <= slice)).toBe(
        true,
      );
      expect(steps.filter((step) => step?.kind === 'line')).toHaveLength(2 * length);
    }),
  );
});

test('a schedule that cannot be is refused with what would do', () => {
  const program = programOf(1);
  const beginning = { heap, handles: [0, 1], cores: 1 };
  const ended: Action[][] = Array.from({ length: 6 }, () => [{ kind: 'line' }]);
  expect(() => walk(program, beginning, [[{ kind: 'switch', to: 0 }]])).toThrow(
    'found a switch to thread 1 on core 1; a thread that is on no core and has not ended would do',
  );
  expect(() => walk(program, beginning, [...ended, [{ kind: 'switch', to: 0 }]])).toThrow(
    'found a switch to thread 1 on core 1',
  );
  expect(() => walk(program, beginning, [...ended, [{ kind: 'line' }]])).toThrow(
    'found a line for core 1, whose thread has ended; a switch would do',
  );
});

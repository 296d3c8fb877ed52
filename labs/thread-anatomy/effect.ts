// What a line does to the core that runs it, to its thread's stack, and to the order that it works on.
import type { Frame, LineDone, Order, Place, Registers } from './parts.ts';
import { entryOf, lineOf, type Program } from './program.ts';

/** What a line changes; what it leaves out stays. */
interface Effect {
  readonly did: LineDone['did'];
  /** The stack's frames. */
  readonly frames?: readonly Frame[];
  /** Where the core goes on; else at the line below. */
  readonly instruction?: Place;
  /** What the register r holds. */
  readonly r?: number;
  /** The order's total. */
  readonly total?: number;
}

/**
 * @param frames those of the stack that the core's stack pointer points into
 * @param order the one that its innermost frame points to
 */
export function effectOf(
  program: Program,
  { instruction: at, r }: Registers,
  frames: readonly Frame[],
  order: Order,
): Effect {
  const { does } = lineOf(program, at.line).line;
  const frame = frames.at(-1) as Frame;
  const write = (local: number) => frames.with(-1, { ...frame, local });
  switch (does.kind) {
    case 'call': {
      if (at.back) return { did: 'took', frames: write(r as number) };
      const { routine } = does;
      const returnTo = { line: at.line, back: true };
      return {
        did: 'called',
        frames: [...frames, { routine, returnTo, order: frame.order, local: null }],
        instruction: { line: entryOf(program, routine), back: false },
      };
    }
    case 'compute': {
      const result = order.items * does.times;
      return { did: 'computed', frames: write(result), r: result };
    }
    case 'store':
      return { did: 'stored', total: frame.local as number };
    case 'return':
      return {
        did: 'returned',
        frames: frames.slice(0, -1),
        instruction: frame.returnTo as Place,
        r: (frame.local as number) * does.times,
      };
    case 'done':
      return { did: 'ended', frames: [], instruction: at };
  }
}

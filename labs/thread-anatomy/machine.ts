// The machine that runs the program: cores that know nothing but their three registers, a stack a thread, one heap.
// It follows any schedule, and keeps how everything stands after each of its steps.
import { effectOf } from './effect.ts';
import {
  type Action,
  type Core,
  FRAME_BYTES,
  type Frame,
  type LineDone,
  type Order,
  type Registers,
  type Snapshot,
  type Thread,
} from './parts.ts';
import { entryOf, type Program } from './program.ts';

/** What a walk begins with. */
export interface Beginning {
  readonly heap: readonly Order[];
  /** For each thread the order that it handles, by its place in the heap. */
  readonly handles: readonly number[];
  /** The first threads are on them. */
  readonly cores: number;
}

/**
 * Follows a schedule, a step a row, in it an action a core.
 *
 * @returns the beginning and how everything stands after each step
 * @throws Error for a line where no thread is, and for a switch to a thread that is on a core or has ended
 */
export function walk(
  program: Program,
  beginning: Beginning,
  schedule: readonly (readonly Action[])[],
): readonly Snapshot[] {
  let now = begin(program, beginning);
  return [
    now,
    ...schedule.map((actions) => {
      now = { ...now, done: [] };
      actions.forEach((action, core) => {
        if (action === null) return;
        now = action.kind === 'line' ? runLine(program, now, core) : change(now, core, action.to);
      });
      return now;
    }),
  ];
}

function begin(program: Program, { heap, handles, cores }: Beginning): Snapshot {
  const first = (thread: number): Registers => ({
    instruction: { line: entryOf(program, 'handle'), back: false },
    stack: { thread, bytes: FRAME_BYTES },
    r: null,
  });
  return {
    threads: handles.map((order, thread) => ({
      frames: [{ routine: 'handle', returnTo: null, order, local: null }],
      saved: thread < cores ? null : first(thread),
    })),
    cores: Array.from({ length: cores }, (_, core) => ({ thread: core, registers: first(core) })),
    heap,
    done: [],
  };
}

/** A core does what its registers say. It asks for no thread: the stack pointer says whose frames these are. */
function runLine(program: Program, now: Snapshot, number: number): Snapshot {
  const core = now.cores[number] as Core;
  if (core.thread === null) {
    throw new Error(
      `found a line for core ${number + 1}, whose thread has ended; a switch would do`,
    );
  }
  const { instruction: at, stack, r } = core.registers;
  const thread = now.threads[stack.thread] as Thread;
  const frame = thread.frames[stack.bytes / FRAME_BYTES - 1] as Frame;
  const order = now.heap[frame.order] as Order;
  const made = effectOf(program, core.registers, thread.frames, order);
  const { did, frames = thread.frames, total } = made;
  const done: LineDone = {
    kind: 'line',
    core: number,
    thread: stack.thread,
    at,
    did,
    ...(total !== undefined && { field: { order: frame.order, before: order.total } }),
  };
  return {
    threads: now.threads.with(stack.thread, { ...thread, frames }),
    cores: now.cores.with(number, {
      thread: frames.length === 0 ? null : core.thread,
      registers: {
        instruction: made.instruction ?? { line: at.line + 1, back: false },
        stack: { thread: stack.thread, bytes: frames.length * FRAME_BYTES },
        r: made.r ?? r,
      },
    }),
    heap: total === undefined ? now.heap : now.heap.with(frame.order, { ...order, total }),
    done: [...now.done, done],
  };
}

/** The kernel saves what a core holds with its thread, and puts in its place what it saved with another. */
function change(now: Snapshot, number: number, to: number): Snapshot {
  const core = now.cores[number] as Core;
  const next = now.threads[to];
  if (
    next === undefined ||
    next.frames.length === 0 ||
    now.cores.some(({ thread }) => thread === to)
  ) {
    throw new Error(
      `found a switch to thread ${to + 1} on core ${number + 1}; a thread that is on no core and has not ended would do`,
    );
  }
  const restored = next.saved as Registers;
  const saved = core.thread === null ? null : core.registers;
  return {
    ...now,
    threads:
      core.thread === null
        ? now.threads
        : now.threads.with(core.thread, { ...(now.threads[core.thread] as Thread), saved }),
    cores: now.cores.with(number, { thread: to, registers: restored }),
    done: [...now.done, { kind: 'switch', core: number, from: core.thread, to, saved, restored }],
  };
}

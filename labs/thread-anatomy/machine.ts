// The machine that runs the program: cores that know nothing but their three registers, a stack a thread, one heap.
// It follows any schedule, and keeps how everything stands after each of its steps.
import {
  type Line,
  lineOf,
  type Program,
  type Routine,
  type RoutineName,
  routineOf,
} from './program.ts';

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
    instruction: { line: entry(routineOf(program, 'handle')), back: false },
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

const entry = ({ lines }: Routine) => (lines[0] as Line).number;

/** A core does what its registers say. It asks for no thread: the stack pointer says whose frames these are. */
function runLine(program: Program, now: Snapshot, number: number): Snapshot {
  const core = now.cores[number] as Core;
  if (core.thread === null) {
    throw new Error(
      `found a line for core ${number + 1}, whose thread has ended; a switch would do`,
    );
  }
  const { instruction: at, stack, r } = core.registers;
  const { frames } = now.threads[stack.thread] as Thread;
  const depth = stack.bytes / FRAME_BYTES;
  const frame = frames[depth - 1] as Frame;
  const order = now.heap[frame.order] as Order;
  const { does } = lineOf(program, at.line).line;
  const next: Place = { line: at.line + 1, back: false };
  const write = (local: number): readonly Frame[] => frames.with(depth - 1, { ...frame, local });
  const made = (
    did: LineDone['did'],
    changes: {
      frames?: readonly Frame[];
      instruction?: Place;
      r?: number;
      total?: number;
    },
  ): Snapshot => {
    const { frames: left = frames, instruction = next, total } = changes;
    return {
      threads: now.threads.with(stack.thread, {
        ...(now.threads[stack.thread] as Thread),
        frames: left,
      }),
      cores: now.cores.with(number, {
        thread: left.length === 0 ? null : core.thread,
        registers: {
          instruction,
          stack: { thread: stack.thread, bytes: left.length * FRAME_BYTES },
          r: changes.r ?? r,
        },
      }),
      heap: total === undefined ? now.heap : now.heap.with(frame.order, { ...order, total }),
      done: [
        ...now.done,
        {
          kind: 'line',
          core: number,
          thread: stack.thread,
          at,
          did,
          ...(total !== undefined && { field: { order: frame.order, before: order.total } }),
        },
      ],
    };
  };
  switch (does.kind) {
    case 'call': {
      if (at.back) return made('took', { frames: write(r as number) });
      const called: Frame = {
        routine: does.routine,
        returnTo: { line: at.line, back: true },
        order: frame.order,
        local: null,
      };
      const instruction = { line: entry(routineOf(program, does.routine)), back: false };
      return made('called', { frames: [...frames, called], instruction });
    }
    case 'compute': {
      const result = order.items * does.times;
      return made('computed', { frames: write(result), r: result });
    }
    case 'store':
      return made('stored', { total: frame.local as number });
    case 'return':
      return made('returned', {
        frames: frames.slice(0, -1),
        instruction: frame.returnTo as Place,
        r: (frame.local as number) * does.times,
      });
    case 'done':
      return made('ended', { frames: [], instruction: at });
  }
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

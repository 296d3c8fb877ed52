// Why a step matters: what of it is the thread's own, what is shared; and at a switch what is saved and what restored.
import type { Reasoned } from '../../src/lab-kit/figures/reasons/Reasons.tsx';
import { type Anatomy, NAMES, standingAt } from './anatomy.ts';
import {
  FRAME_BYTES,
  type LineDone,
  type Order,
  type Snapshot,
  type Switch,
  type Thread,
} from './parts.ts';
import { lineOf } from './program.ts';
import { codeAt, nameOf, placeSaid } from './words.ts';

/** The reasons of the step before the playhead, one a core; of the beginning there is one too. */
export function reasonsAt(anatomy: Anatomy, at: number): Reasoned[] {
  const snapshot = standingAt(anatomy, at);
  if (snapshot.done.length === 0) return [beginning(anatomy)];
  return snapshot.done.map((done) =>
    done.kind === 'line' ? ofLine(anatomy, done, snapshot) : ofSwitch(anatomy, done),
  );
}

function beginning({ threads, cores }: Anatomy): Reasoned {
  const all = NAMES.slice(0, threads).join(' and ');
  const remarks =
    threads > cores
      ? [
          {
            heading: 'On the core',
            text: 'A’s three registers, and nothing else of A. Its stack and the order are in memory.',
          },
          {
            heading: 'Saved for B',
            text: 'B has never run. The kernel has prepared its registers as if B had been switched away at line 1, so its first start is a switch like any other.',
          },
        ]
      : [
          {
            heading: cores === 1 ? 'On the core' : 'On the cores',
            text: 'Registers, and nothing else. Stacks and orders are in memory.',
          },
          {
            heading: 'Saved',
            text: 'Nothing, and nothing will be: no other thread wants a core.',
          },
        ];
  return {
    who: 'Before the first step',
    what: `${all} ${threads === 1 ? 'is' : 'are'} at line 1`,
    remarks,
  };
}

function ofLine({ program, threads }: Anatomy, done: LineDone, after: Snapshot): Reasoned {
  const name = nameOf(done.thread);
  const other = threads === 1 ? null : nameOf(1 - done.thread);
  const { routine } = lineOf(program, done.at.line);
  const { frames } = after.threads[done.thread] as Thread;
  const frame = frames.at(-1);
  const order = after.heap[frame?.order ?? 0] as Order;
  const registers = after.cores[done.core]?.registers;
  const variable = `${routine.local} is ${frame?.local}`;
  /** What it touches of its own, and of the heap. */
  const touched: Readonly<Record<LineDone['did'], readonly [own: string, heap: string]>> = {
    called: [
      `${frame?.routine} gets a frame of ${FRAME_BYTES} bytes on ${name}’s stack: its argument, its variable, and where to return to. The stack pointer moves down by as much.`,
      `Nothing changes. The argument is a pointer, so ${frame?.routine} works on ${order.name} itself, not on a copy.`,
    ],
    computed: [
      `It computes in the register r and keeps the result in its frame: ${variable}.`,
      `It reads the items of ${order.name}.${other === null ? '' : ` ${other} can read them too.`}`,
    ],
    returned: [
      `${routine.name} is done, so its frame goes. Until ${name} takes it in line ${registers?.instruction.line}, the result ${registers?.r} is only in the register r.`,
      'Nothing changes.',
    ],
    took: [
      `It moves the result from the register r into ${routine.name}’s frame: ${variable}.`,
      'Nothing changes.',
    ],
    stored: [
      `It reads ${routine.local} in its frame.`,
      `The total of ${order.name} becomes ${order.total}.${other === null ? '' : ` If ${other} reads it now, it reads ${order.total}: it is the same memory.`}`,
    ],
    ended: [
      'Its last frame goes. The 8 MB are free for another thread.',
      `What ${name} wrote stays.`,
    ],
  };
  const [own, heap] = touched[done.did];
  return {
    who: `${name}, line ${done.at.line}`,
    what: codeAt(program, done.at),
    remarks: [
      { heading: `${name}’s own`, text: own },
      { heading: 'In the heap', text: heap },
    ],
  };
}

function ofSwitch({ program }: Anatomy, { from, to, saved, restored }: Switch): Reasoned {
  const [left, next] = [nameOf(1 - to), nameOf(to)];
  const neverRan = restored.r === null && restored.stack.bytes === FRAME_BYTES;
  return {
    who: 'The core',
    what: from === null ? `switches to ${next}` : `switches from ${left} to ${next}`,
    remarks: [
      {
        heading: `Saved for ${left}`,
        text:
          saved === null
            ? `Nothing: ${left} has ended and will not need its registers again.`
            : `Where ${left} goes on (${placeSaid(program, saved.instruction)}), where its stack ends, and r. The stack itself stays where it is.`,
      },
      {
        heading: `Restored for ${next}`,
        text: neverRan
          ? `The registers that the kernel prepared for ${next}’s start: line 1, and a stack with one frame.`
          : `The three registers as they were saved. ${next} goes on at ${placeSaid(program, restored.instruction)} and cannot tell that it was away.`,
      },
    ],
  };
}

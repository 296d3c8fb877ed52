// Why a step matters: what of it is the thread's own, what is shared; and at a switch what is saved and what restored.
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

/** What is said of one core's step: who did what, and two remarks, each with its heading. */
export interface Reason {
  readonly who: string;
  readonly what: string;
  readonly remarks: readonly { readonly heading: string; readonly text: string }[];
}

/** The reasons of the step before the playhead, one a core; of the beginning there is one too. */
export function reasonsAt(anatomy: Anatomy, at: number): Reason[] {
  const snapshot = standingAt(anatomy, at);
  if (snapshot.done.length === 0) return [beginning(anatomy)];
  return snapshot.done.map((done) =>
    done.kind === 'line' ? ofLine(anatomy, done, snapshot) : ofSwitch(anatomy, done),
  );
}

function beginning({ threads, cores }: Anatomy): Reason {
  const all = NAMES.slice(0, threads).join(' and ');
  return {
    who: 'Before the first step',
    what: `${all} ${threads === 1 ? 'is' : 'are'} at line 1`,
    remarks:
      threads > cores
        ? [
            {
              heading: 'On the core',
              text: 'A. The core holds A’s three registers and nothing else of A: its stack and the order are in memory.',
            },
            {
              heading: 'Saved for B',
              text: 'B has never run. The kernel has prepared its registers as if it had been switched away at line 1, so B’s first start is a switch like any other.',
            },
          ]
        : [
            {
              heading: cores === 1 ? 'On the core' : 'On the cores',
              text: 'Registers and nothing else: stacks and orders are in memory.',
            },
            { heading: 'Saved', text: 'Nothing, and nothing will be: nobody else wants the core.' },
          ],
  };
}

function ofLine({ program, threads }: Anatomy, done: LineDone, after: Snapshot): Reason {
  const name = nameOf(done.thread);
  const { routine } = lineOf(program, done.at.line);
  const { frames } = after.threads[done.thread] as Thread;
  const frame = frames.at(-1);
  const order = after.heap[frame?.order ?? 0] as Order;
  const r = after.cores[done.core]?.registers.r;
  const other = threads === 1 ? null : nameOf(1 - done.thread);
  const own = (text: string) => ({ heading: `${name}’s own`, text });
  const shared = (text: string) => ({ heading: 'In the heap', text });
  const remarks = {
    called: () => [
      own(
        `A frame of ${FRAME_BYTES} bytes: the argument, a variable, the way back to line ${done.at.line}. The stack pointer moves down by as much.`,
      ),
      shared(
        `Nothing new: the argument is a pointer, so ${frame?.routine} works on ${order.name} itself.`,
      ),
    ],
    computed: () => [
      own(`${routine.local}, in the frame, becomes ${frame?.local}, by way of the register r.`),
      shared(
        `It reads the ${order.items} items of ${order.name}.${other === null ? '' : ` ${other} can read them too.`}`,
      ),
    ],
    returned: () => [
      own(
        `The frame is given up. Until ${name} is back in line ${instructionOf(after, done)}, the result ${r} is in the register r and nowhere else.`,
      ),
      shared('Nothing changes.'),
    ],
    took: () => [
      own(
        `${routine.local}, in ${routine.name}’s frame, becomes ${frame?.local}, out of the register r.`,
      ),
      shared('Nothing changes.'),
    ],
    stored: () => [
      own(`It reads ${routine.local} in its frame.`),
      shared(
        `The total of ${order.name} becomes ${order.total}.${other === null ? '' : ` ${other} would read ${order.total} from now on: it is the same memory.`}`,
      ),
    ],
    ended: () => [
      own('The last frame is gone, and the 8 MB are free for another thread.'),
      shared('What it wrote stays.'),
    ],
  }[done.did]();
  return {
    who: `${name}, line ${done.at.line}`,
    what: codeAt(program, done.at),
    remarks,
  };
}

/** Where the core goes on after a line. */
const instructionOf = ({ cores }: Snapshot, { core }: LineDone) =>
  cores[core]?.registers.instruction.line;

function ofSwitch({ program }: Anatomy, { from, to, saved, restored }: Switch): Reason {
  const next = nameOf(to);
  const neverRan = restored.r === null && restored.instruction.line === 1;
  return {
    who: 'The core',
    what: from === null ? `switches to ${next}` : `switches from ${nameOf(from)} to ${next}`,
    remarks: [
      from === null || saved === null
        ? {
            heading: 'Saved',
            text: `Nothing. ${nameOf(1 - to)} has ended and needs its registers no more.`,
          }
        : {
            heading: `Saved for ${nameOf(from)}`,
            text: `Where it goes on (${placeSaid(program, saved.instruction)}), where its stack ends, and r. The stack itself stays where it is.`,
          },
      {
        heading: `Restored for ${next}`,
        text: neverRan
          ? 'The registers that were prepared for its start: line 1, and an almost empty stack.'
          : `The same three, as they were saved. ${next} goes on at ${placeSaid(program, restored.instruction)} and cannot tell that it was away.`,
      },
    ],
  };
}

// What this lab says: of a run, of one step, of places and pointers, and in its tables.
import { capital, type Sentence } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { counted } from '../../src/lab-kit/units.ts';
import {
  type Anatomy,
  deepestOf,
  endOf,
  NAMES,
  type Setting,
  standingAt,
  switchesOf,
} from './anatomy.ts';
import {
  type Done,
  FRAME_BYTES,
  type Frame,
  type LineDone,
  type Order,
  type Place,
  REGISTERS,
  type Registers,
  type Snapshot,
  type Thread,
} from './parts.ts';
import { lineOf, type Program } from './program.ts';

export const nameOf = (thread: number) => NAMES[thread] as string;

/** What is left to do where a thread goes on: "return n"; "p = r" where its call is back. */
export function codeAt(program: Program, { line: number, back }: Place): string {
  const { routine, line } = lineOf(program, number);
  return back ? `${routine.local} = r` : line.code;
}

/** Where a thread goes on, in short: "line 5"; "line 1, p = r". */
export const placeSaid = (program: Program, place: Place) =>
  place.back ? `line ${place.line}, ${codeAt(program, place)}` : `line ${place.line}`;

/** Where a stack ends: "A’s stack, 64 bytes". */
export const stackSaid = ({ thread, bytes }: Registers['stack']) =>
  `${nameOf(thread)}’s stack, ${bytes} bytes`;

/** The two in brief, where there is no room: "5", "1, p = r"; "A, 64 B". */
export const inBrief = {
  place: (program: Program, place: Place) =>
    place.back ? `${place.line}, ${codeAt(program, place)}` : `line ${place.line}`,
  stack: ({ thread, bytes }: Registers['stack']) => `${nameOf(thread)}, ${bytes} B`,
};

/** What a register or variable holds; a dash before it has anything. */
export const valueSaid = (value: number | null) => (value === null ? '–' : String(value));

/** What an instruction did, after the thread's name: "calls price". The snapshot is the one right after it. */
export function lineSaid(program: Program, done: LineDone, after: Snapshot): string {
  const { routine } = lineOf(program, done.at.line);
  const { frames } = after.threads[done.thread] as Thread;
  const frame = frames.at(-1);
  switch (done.did) {
    case 'called':
      return `calls ${frame?.routine}, which gets a frame on ${nameOf(done.thread)}’s stack`;
    case 'took':
      return `takes the result out of r: ${routine.local} is ${frame?.local}`;
    case 'computed':
      return `computes ${routine.local}: ${frame?.local}`;
    case 'returned':
      return `returns ${after.cores[done.core]?.registers.r} in r, and ${routine.name}’s frame is gone`;
    case 'stored': {
      const { order } = frame as Frame;
      const { name, total } = after.heap[order] as Order;
      return `writes ${total} into the total of ${name}`;
    }
    case 'ended':
      return 'has ended';
  }
}

/** What a step did on one core. */
export function doneSaid(program: Program, done: Done, after: Snapshot): string {
  if (done.kind === 'line') return `${nameOf(done.thread)} ${lineSaid(program, done, after)}`;
  const to = nameOf(done.to);
  return done.from === null
    ? `the core switches to ${to}: ${REGISTERS} registers restored, none saved because ${nameOf(1 - done.to)} has ended`
    : `the core switches from ${nameOf(done.from)} to ${to}: ${REGISTERS} registers saved, ${REGISTERS} restored`;
}

/** What the last step did, and what comes next: threads with a core each do the same line. */
export function describeStep(anatomy: Anatomy, at: number): Sentence {
  const { program, cores } = anatomy;
  const snapshot = standingAt(anatomy, at);
  const did = snapshot.done.map((done) => doneSaid(program, done, snapshot));
  const going = snapshot.cores.find(({ thread }) => thread !== null);
  if (going !== undefined) {
    const { instruction } = going.registers;
    const next = cores > 1 ? 'next for both' : 'next';
    did.push(`${next} is line ${instruction.line}, ${codeAt(program, instruction)}`);
  }
  return [did.join('; ')];
}

/** What a run comes to. */
export function describe({ result }: Run<Setting, Anatomy>): Sentence {
  const { threads, cores, each } = result;
  if (threads === 1) {
    return [
      `Alone, A keeps the core: ${each} steps, no switch, nothing to save. It uses at most `,
      { figure: `${deepestOf(result) * FRAME_BYTES} bytes` },
      ' of the 8 MB that are reserved for its stack.',
    ];
  }
  if (cores === 2) {
    return [
      'Each thread has its own core, and so its own registers. Both end after ',
      { figure: `${each} steps` },
      ', without a switch. They still share the code and the heap.',
    ];
  }
  const switches = switchesOf(result).length;
  if (switches === 1) {
    return [
      'The slice is so long that the core switches only once, after A has ended. Nothing of A is saved, and B’s ',
      { figure: `${REGISTERS} registers` },
      ' are restored.',
    ];
  }
  return [
    `The core switches ${switches} times. A switch saves `,
    { figure: `${REGISTERS} registers` },
    ` of one thread, restores ${REGISTERS} of the other, and copies `,
    { figure: '0 bytes' },
    ` of stack. ${totalsSaid(result)}`,
  ];
}

/** What another setting changes: how often the core switches and how long that takes, not what comes of it. */
export function compare(first: Run<Setting, Anatomy>, second: Run<Setting, Anatomy>): Sentence {
  const count = ({ result }: Run<Setting, Anatomy>) => {
    const switches = switchesOf(result).length;
    return switches === 0 ? 'no switch' : counted(switches, 'switch', 'switches');
  };
  const same = first.values.orders === second.values.orders;
  return [
    `${capital(first.tag)}: ${count(first)}, ${endOf(first.result)} steps. ${capital(second.tag)}: `,
    { figure: count(second) },
    `, ${endOf(second.result)} steps.${same ? ' What the threads compute stays the same.' : ''}`,
  ];
}

function totalsSaid(anatomy: Anatomy): string {
  const { heap } = anatomy.snapshots.at(-1) as Snapshot;
  const totals = heap.map(({ total }) => total);
  return totals.length === 1
    ? `Both threads get ${totals[0]}, as each would alone.`
    : `The totals are ${totals.join(' and ')}, as if each thread had run alone.`;
}

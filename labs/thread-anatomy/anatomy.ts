// What is set in this lab and what comes of it: the program, who runs when, and how everything stands after each step.
import { walk } from './machine.ts';
import type { Done, LineDone, Order, Snapshot, Switch } from './parts.ts';
import { type Program, programOf, stepsOf } from './program.ts';
import { schedule } from './schedule.ts';

export interface Setting {
  /** Steps that a thread has the core at most while another is runnable. */
  readonly slice: number;
  readonly orders: 'same' | 'each';
  /** How deep the calls go. */
  readonly calls: 1 | 2;
  readonly threads: Threads;
}

/** How many threads, on how many cores. */
export type Threads = 'one-on-one' | 'two-on-one' | 'two-on-two';

export interface Anatomy {
  readonly program: Program;
  readonly threads: number;
  readonly cores: number;
  /** How many steps each thread takes. */
  readonly each: number;
  /** The beginning, and how everything stands after each step. */
  readonly snapshots: readonly Snapshot[];
}

/** The threads' names, in their order. */
export const NAMES = ['A', 'B'] as const;

/** What is reserved for a stack: 8 MB as Linux counts them, in bytes. */
export const RESERVED = 8 * 1024 * 1024;

const HEAP: readonly Order[] = [
  { name: 'order 17', customer: 4, items: 5, total: 0 },
  { name: 'order 18', customer: 9, items: 3, total: 0 },
];

export function anatomyOf({ slice, orders, calls, threads: on }: Setting): Anatomy {
  const program = programOf(calls);
  const threads = on === 'one-on-one' ? 1 : 2;
  const cores = on === 'two-on-two' ? 2 : 1;
  const each = stepsOf(program);
  const handles = Array.from({ length: threads }, (_, i) => (orders === 'same' ? 0 : i));
  const heap = HEAP.slice(0, Math.max(...handles) + 1);
  return {
    program,
    threads,
    cores,
    each,
    snapshots: walk(
      program,
      { heap, handles, cores },
      schedule({ threads, cores, length: each, slice }),
    ),
  };
}

/** How everything stands after so many steps, or at a shorter walk's end. */
export const standingAt = ({ snapshots }: Anatomy, at: number): Snapshot =>
  snapshots[Math.min(at, snapshots.length - 1)] as Snapshot;

/** The step after which all have ended. */
export const endOf = ({ snapshots }: Anatomy) => snapshots.length - 1;

export const isSwitch = (done: Done): done is Switch => done.kind === 'switch';
export const isLine = (done: Done): done is LineDone => done.kind === 'line';

/** The switch that was just made, or undefined. */
export const switchIn = ({ done }: Snapshot): Switch | undefined => done.find(isSwitch);

/** The steps that are switches, ascending. */
export const switchesOf = ({ snapshots }: Anatomy): number[] =>
  snapshots.flatMap((snapshot, step) => (switchIn(snapshot) === undefined ? [] : [step]));

/** The most frames that a stack holds at once. */
export const deepestOf = ({ snapshots }: Anatomy): number =>
  Math.max(...snapshots.flatMap(({ threads }) => threads.map(({ frames }) => frames.length)));

/** The core that a thread is on, from 0; -1 when it is on none. */
export const coreOf = ({ cores }: Snapshot, thread: number) =>
  cores.findIndex((core) => core.thread === thread);

/** Whether a thread has come to its end. */
export const hasEnded = ({ threads }: Snapshot, thread: number) =>
  threads[thread]?.frames.length === 0;

export interface Standing {
  readonly state: 'running' | 'runnable' | 'ended';
  /** Since which step. */
  readonly since: number;
}

/** What a thread is at after so many steps, and since when: as long as it waits for the core, a switch to it included. */
export function standingOf(anatomy: Anatomy, thread: number, at: number): Standing {
  const { snapshots } = anatomy;
  const stateIn = (snapshot: Snapshot) => {
    if (hasEnded(snapshot, thread)) return 'ended';
    return coreOf(snapshot, thread) === -1 ? 'runnable' : 'running';
  };
  const state = stateIn(standingAt(anatomy, at));
  let since = Math.min(at, endOf(anatomy));
  while (since > 0 && stateIn(snapshots[since - 1] as Snapshot) === state) since -= 1;
  // The switch away from it is a step that it already waits in.
  return { state, since: state === 'runnable' && since > 0 ? since - 1 : since };
}

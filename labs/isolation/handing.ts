// The model of this lab: A hands a message to B and to C, then writes where it should not; a step each.

/** What is set. */
export interface Setting {
  /** Of the message, bytes. */
  readonly size: number;
  /** C runs in a process of its own, in one that shares a mapping, or as a thread beside A and B. */
  readonly c: 'process' | 'mapping' | 'thread';
  /** Where A writes at the end by mistake. */
  readonly write: 'page-5' | 'stack' | 'nowhere';
}

export type Thread = 'A' | 'B' | 'C';

/** bytes: what a pointer takes, and what a pipe holds. */
export const POINTER = 8;
export const PIPE = 64 * 1024;

/** What each page holds before the bad write, and what that leaves: what was there is gone. */
export const ORDER = 17;
export const TOTAL = 20;
export const BALANCE = 500;
export const STRAY = 0;

/** What a thread does in a step. */
export type Deed =
  | { readonly kind: 'make' }
  | { readonly kind: 'pass'; readonly to: Thread }
  | { readonly kind: 'read-message' }
  | { readonly kind: 'copy-in' | 'copy-out'; readonly hop: number }
  | { readonly kind: 'write'; readonly stopped: boolean }
  | { readonly kind: 'read-total' }
  | { readonly kind: 'read-balance' };

export interface Step {
  readonly thread: Thread;
  readonly deed: Deed;
}

/** All that happens, and what comes of it. */
export interface Handing {
  readonly steps: readonly Step[];
  /** How often data goes through the pipe; 0 where nothing does. */
  readonly hops: number;
  /** bytes that the kernel copies for C, in and out. */
  readonly copied: number;
  /** What the bad write does; null where A makes none. */
  readonly outcome: 'stopped' | 'total' | 'message' | null;
  /** The threads that the system ends, and those that read something wrong. */
  readonly ended: readonly Thread[];
  readonly wrong: readonly Thread[];
}

/** The threads of the process that A is in. */
export const besideA = ({ c }: Setting): readonly Thread[] =>
  c === 'thread' ? ['A', 'B', 'C'] : ['A', 'B'];

/** Where A writes by mistake, in words. */
export const target = ({ write }: Setting) => (write === 'stack' ? 'B’s stack' : 'page\u00a05');

/** How many times a pipe is filled and emptied for a message of so many bytes. */
export const hopsFor = (size: number) => Math.ceil(size / PIPE);

/** bytes that go through the pipe in one of these times, counted from 1. */
export const hopSize = ({ size }: Setting, hop: number) => Math.min(PIPE, size - (hop - 1) * PIPE);

export function handing(setting: Setting): Handing {
  const hops = setting.c === 'process' ? hopsFor(setting.size) : 0;
  const outcome = outcomeOf(setting);
  const after = AFTERWARDS[outcome ?? 'nothing'];
  const wrong = after.filter(({ deed }) => deed.kind !== 'read-balance');
  return {
    steps: [
      { thread: 'A', deed: { kind: 'make' } },
      { thread: 'A', deed: { kind: 'pass', to: 'B' } },
      { thread: 'B', deed: { kind: 'read-message' } },
      ...toC(hops),
      ...(outcome === null
        ? []
        : [
            {
              thread: 'A' as const,
              deed: { kind: 'write' as const, stopped: outcome === 'stopped' },
            },
          ]),
      // Where C is in the process that has ended, no thread is left to look.
      ...(outcome === 'stopped' && setting.c === 'thread' ? [] : after),
    ],
    hops,
    copied: hops === 0 ? 0 : 2 * setting.size,
    outcome,
    ended: outcome === 'stopped' ? besideA(setting) : [],
    wrong: wrong.map(({ thread }) => thread),
  };
}

/** Page 5 of process 1 is there only where it is the shared mapping. */
function outcomeOf({ c, write }: Setting): Handing['outcome'] {
  if (write === 'nowhere') return null;
  if (write === 'stack') return 'total';
  return c === 'mapping' ? 'message' : 'stopped';
}

/** C gets the data, hop by hop, or a pointer to it. */
function toC(hops: number): Step[] {
  if (hops === 0) {
    return [
      { thread: 'A', deed: { kind: 'pass', to: 'C' } },
      { thread: 'C', deed: { kind: 'read-message' } },
    ];
  }
  return Array.from({ length: hops }, (_, i): Step[] => [
    { thread: 'A', deed: { kind: 'copy-in', hop: i + 1 } },
    { thread: 'C', deed: { kind: 'copy-out', hop: i + 1 } },
  ]).flat();
}

/** Who looks at what, once the bad write is made. */
const AFTERWARDS: Readonly<Record<NonNullable<Handing['outcome']> | 'nothing', readonly Step[]>> = {
  stopped: [{ thread: 'C', deed: { kind: 'read-balance' } }],
  total: [{ thread: 'B', deed: { kind: 'read-total' } }],
  message: [
    { thread: 'B', deed: { kind: 'read-message' } },
    { thread: 'C', deed: { kind: 'read-message' } },
  ],
  nothing: [],
};

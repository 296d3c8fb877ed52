// What stands in each page once so many steps are made, and which threads point at it.
import { bytes } from './bytes.ts';
import {
  BALANCE,
  besideA,
  type Handing,
  ORDER,
  type Setting,
  STRAY,
  type Step,
  type Thread,
  TOTAL,
} from './handing.ts';

/** One page of an address space; its number is its place. */
export interface Page {
  /** `void`: nothing is mapped there. `reserved`: there is room, and nothing in it. */
  readonly kind: 'used' | 'reserved' | 'void';
  /** What data it holds is called: "m", "balance"; '' for what has no name. */
  readonly name: string;
  readonly holds: string;
  /** What the bad write has left gone; null where it has not been. */
  readonly was: number | null;
  /** The threads that point at it. */
  readonly from: readonly Thread[];
  /** The bad write came here, and went through or was stopped. */
  readonly hit: 'through' | 'stopped' | null;
}

/** A process as it stands. */
export interface Process {
  readonly number: 1 | 2;
  readonly threads: readonly Thread[];
  readonly ended: boolean;
  /** Page 1 first. */
  readonly pages: readonly Page[];
}

/** The page of a process that the message stands in: the same memory in a mapping, under two numbers. */
export const messagePage = ({ c }: Setting, process: 1 | 2) =>
  c === 'mapping' ? (process === 1 ? 5 : 4) : 2;

export interface Memory {
  /** The step just made, or null before the first. */
  readonly last: Step | null;
  /** That of A first. */
  readonly processes: readonly Process[];
}

const page = (kind: Page['kind'], holds: string, rest: Partial<Page> = {}): Page => ({
  kind,
  name: '',
  holds,
  was: null,
  from: [],
  hit: null,
  ...rest,
});
const CODE = page('used', 'code');
const HEAP = page('reserved', 'heap');
const NOTHING = page('void', 'nothing');
const ROOM = page('reserved', 'room for m');
const stackOf = (thread: Thread) => page('used', `stack of ${thread}`);

/** How all memory stands once so many steps are made. */
export function memoryAt(setting: Setting, { steps, hops, outcome }: Handing, at: number): Memory {
  const made = steps.slice(0, at);
  const has = (wanted: (step: Step) => boolean) => made.some(wanted);
  const begun = has(({ deed }) => deed.kind === 'make');
  const written = has(({ deed }) => deed.kind === 'write');
  const hits = (what: Handing['outcome']) => written && outcome === what;
  const pointing = (threads: readonly Thread[]) =>
    threads.filter((thread) =>
      thread === 'A' ? begun : has(({ deed }) => deed.kind === 'pass' && deed.to === thread),
    );
  const message = (from: readonly Thread[]): Page => {
    if (!begun) return ROOM;
    const order = { name: 'm', from: pointing(from) };
    return hits('message')
      ? page('used', `order ${STRAY}`, { ...order, was: ORDER, hit: 'through' })
      : page('used', `order ${ORDER}, ${bytes(setting.size)}`, order);
  };
  const copy = (): Page => {
    const out = made.filter(({ deed }) => deed.kind === 'copy-out').length;
    if (out === 0) return ROOM;
    const holds =
      out === hops
        ? `order ${ORDER}, a copy`
        : `${bytes((setting.size * out) / hops)} of ${bytes(setting.size)}`;
    return page('used', holds, { name: 'm', from: ['C'] });
  };
  const stackOfB = hits('total')
    ? page('used', `stack of B, total ${STRAY}`, { was: TOTAL, hit: 'through' })
    : page('used', `stack of B, total ${TOTAL}`);
  const stopped: Page = hits('stopped') ? { ...NOTHING, hit: 'stopped' } : NOTHING;
  const mapped = setting.c === 'mapping';
  const threads = besideA(setting);
  const first: Process = {
    number: 1,
    threads,
    ended: hits('stopped'),
    pages: [
      CODE,
      mapped ? HEAP : message(threads),
      stackOf('A'),
      stackOfB,
      mapped ? message(threads) : stopped,
      ...(setting.c === 'thread' ? [stackOf('C')] : []),
    ],
  };
  const second: Process = {
    number: 2,
    threads: ['C'],
    ended: false,
    pages: [
      CODE,
      mapped ? HEAP : copy(),
      stackOf('C'),
      mapped ? message(['C']) : NOTHING,
      page('used', `${BALANCE}${hits('stopped') ? ', untouched' : ''}`, { name: 'balance' }),
    ],
  };
  return {
    last: made.at(-1) ?? null,
    processes: setting.c === 'thread' ? [first] : [first, second],
  };
}

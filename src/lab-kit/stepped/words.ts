// What is said of a stepped program: of its steps, of a move, of how a thread stands, and its table of moves.
import type {
  AtomicStep,
  Move,
  Snapshot,
  SteppedThread,
} from '@interleave/simulation/interleavings';
import type { Table } from '../tables.ts';
import type { Line, Program, Stepped } from './program.ts';

/** A kind of step in words. */
interface Words<S> {
  /** In a listing: "load counter". */
  code(step: S, thread: SteppedThread): string;
  /** As what comes next: "load"; the code where it is left out. */
  next?(step: S): string;
  /** What a move of it does, of its thread: "loads 0". */
  did(move: Move, step: S): string;
  /** What a move of it left behind, which a listing and a strip show: "0"; null for nothing. */
  left?(move: Move): string | null;
  /** Whether it works with its thread's register. */
  readonly register?: true;
}

type Kind = AtomicStep['kind'];
type Of<K extends Kind> = AtomicStep & { readonly kind: K };

const held = ({ register }: Move) => String(register.after);

/** A new kind of step is an entry here. */
const WORDS: { readonly [K in Kind]: Words<Of<K>> } = {
  load: {
    code: ({ variable }) => `load ${variable}`,
    next: () => 'load',
    did: (move) => `loads ${held(move)}`,
    left: held,
    register: true,
  },
  add: {
    code: ({ amount }) => `add ${amount}`,
    next: () => 'add',
    did: (_, { amount }) => `adds ${amount}`,
    left: held,
    register: true,
  },
  store: {
    code: ({ variable }) => `store ${variable}`,
    next: () => 'store',
    did: ({ written }) => `stores ${written}`,
    left: ({ written }) => String(written),
    register: true,
  },
  lock: {
    code: ({ lock }) => `lock ${lock}`,
    did: (_, { lock }) => `locks ${lock}`,
  },
  unlock: {
    code: ({ lock }) => `unlock ${lock}`,
    did: (_, { lock }) => `unlocks ${lock}`,
  },
};

const wordsOf = (step: AtomicStep) => WORDS[step.kind] as Words<AtomicStep>;

const stepOf = (program: Program, thread: number, step: number) =>
  program.threads[thread]?.steps[step];

const ownLine = ({ lines }: Program, thread: number, step: number): Line | undefined =>
  lines?.[thread]?.[step];

export const nameOf = ({ threads }: Program, thread: number) => threads[thread]?.name as string;

/** A step in code: "load counter"; "end" after the last. */
export function codeOf(program: Program, thread: number, index: number): string {
  const step = stepOf(program, thread, index);
  if (step === undefined) return 'end';
  const own = ownLine(program, thread, index);
  return own?.code ?? wordsOf(step).code(step, program.threads[thread] as SteppedThread);
}

/** What a move left behind, which a listing and a strip show beside its code: "0"; null for nothing. */
export const leftBy = (move: Move): string | null => wordsOf(move.did).left?.(move) ?? null;

/** Whether a thread's register is worth a column: some step works with it. */
export const usesRegister = ({ steps }: SteppedThread) =>
  steps.some((step) => wordsOf(step).register);

/** What the last move did, of its thread: "loads 0", "stores 1"; '' at the beginning. */
export function doneInWords(program: Program, { move }: Snapshot): string {
  if (move === null) return '';
  const own = ownLine(program, move.thread, move.step);
  if (own === undefined) return wordsOf(move.did).did(move, move.did);
  const left = leftBy(move);
  return left === null ? own.said : `${own.said}: ${left}`;
}

/** How a thread that cannot go on stands: "waits for y, which B holds", "has ended". */
export function standsInWords(program: Program, { blocked }: Snapshot, thread: number): string {
  const block = blocked.find((one) => one.thread === thread);
  return block === undefined
    ? 'has ended'
    : `waits for ${block.awaits}, which ${nameOf(program, block.heldBy)} holds`;
}

/** What a thread does next, in short: "load", "lock y"; null where it cannot go on. */
export function nextOf(program: Program, snapshot: Snapshot, thread: number): string | null {
  if (!snapshot.canGoOn.includes(thread)) return null;
  const index = snapshot.counters[thread] as number;
  const step = stepOf(program, thread, index) as AtomicStep;
  const own = ownLine(program, thread, index);
  return own?.code ?? wordsOf(step).next?.(step) ?? codeOf(program, thread, index);
}

/** What a thread does next: "load next", "waits for y, which B holds", "has ended". */
export function nextInWords(program: Program, snapshot: Snapshot, thread: number): string {
  const next = nextOf(program, snapshot, thread);
  return next === null ? standsInWords(program, snapshot, thread) : `${next} next`;
}

/** How a thread stands, over its listing: that it is blocked, and the rest: "next: add, holds x", ", holds x". */
export function headInWords(
  program: Program,
  snapshot: Snapshot,
  thread: number,
): { readonly blocked: boolean; readonly rest: string } {
  const blocked = snapshot.blocked.some((one) => one.thread === thread);
  const next = nextOf(program, snapshot, thread);
  const stands = blocked ? '' : next === null ? 'has ended' : `next: ${next}`;
  const held = Object.keys(snapshot.locks).filter((lock) => snapshot.locks[lock] === thread);
  return { blocked, rest: held.length === 0 ? stands : `${stands}, holds ${held.join(' and ')}` };
}

/** What all threads do next: "A has ended; B: add next". */
export const allNextInWords = (program: Program, snapshot: Snapshot): string =>
  program.threads
    .map(({ name }, thread) => {
      const words = nextInWords(program, snapshot, thread);
      return snapshot.canGoOn.includes(thread) ? `${name}: ${words}` : `${name} ${words}`;
    })
    .join('; ');

/** What is shared, as it stands: "counter 1, x is free, A holds y". */
const sharedInWords = (program: Program, { variables, locks }: Snapshot): string =>
  [
    ...Object.entries(variables).map(([name, value]) => `${name} ${value}`),
    ...Object.entries(locks).map(([name, holder]) =>
      holder === null ? `${name} is free` : `${nameOf(program, holder)} holds ${name}`,
    ),
  ].join(', ');

/** How all stands, and what the last move did: "A stores 1; counter 1, was 0. A has ended; B: add next." */
export function standingInWords(program: Program, snapshot: Snapshot): string {
  const { move } = snapshot;
  const next = `${allNextInWords(program, snapshot)}.`;
  if (move === null) {
    const shared = sharedInWords(program, snapshot);
    return shared === '' ? next : `${shared}. ${next}`;
  }
  const { variable, written } = move;
  const changed =
    variable === null || written === null
      ? ''
      : `; ${variable.name} ${variable.after}, was ${variable.before}`;
  return `${nameOf(program, move.thread)} ${doneInWords(program, snapshot)}${changed}. ${next}`;
}

/** Who has a lock: "A", "free". */
export const holderInWords = (program: Program, holder: number | null) =>
  holder === null ? 'free' : nameOf(program, holder);

/** The moves, a row each, with all that each left. */
export function movesTable({ program, walk: { snapshots } }: Stepped): Table {
  const { threads } = program;
  const [{ variables, locks }] = snapshots as readonly [Snapshot, ...Snapshot[]];
  const registers = [...threads.keys()].filter((thread) =>
    usesRegister(threads[thread] as SteppedThread),
  );
  const anyLock = Object.keys(locks).length > 0;
  return {
    name: 'Table of moves',
    caption: 'The moves, and what each left',
    shown: 'asked',
    columns: [
      { label: 'Move', numeric: true },
      { label: 'Thread' },
      { label: 'does' },
      ...registers.map((thread) => ({
        label: `${nameOf(program, thread)}’s register`,
        numeric: true as const,
      })),
      ...Object.keys(variables).map((label) => ({ label, numeric: true as const })),
      ...Object.keys(locks).map((lock) => ({ label: `lock ${lock}` })),
      ...(anyLock ? [{ label: 'blocked' }] : []),
    ],
    rows: snapshots.map((snapshot, i) => [
      String(i),
      snapshot.move === null ? '–' : nameOf(program, snapshot.move.thread),
      snapshot.move === null ? 'the beginning' : doneInWords(program, snapshot),
      ...registers.map((thread) => String(snapshot.registers[thread])),
      ...Object.values(snapshot.variables).map(String),
      ...Object.values(snapshot.locks).map((holder) => holderInWords(program, holder)),
      ...(anyLock
        ? [
            snapshot.blocked
              .map(({ thread, awaits }) => `${nameOf(program, thread)} for ${awaits}`)
              .join(', ') || '–',
          ]
        : []),
    ]),
  };
}

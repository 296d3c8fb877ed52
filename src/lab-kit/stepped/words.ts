// What is said of a stepped program: of its steps, of a move, of how a thread stands, and its table of moves.
import type {
  AtomicStep,
  BlockedThread,
  Move,
  Snapshot,
  Standing,
  SteppedThread,
} from '@interleave/simulation/interleavings';
import type { Table } from '../tables.ts';
import { valueInWords, wordsOf } from './kinds.ts';
import type { Came, Line, Program, Stepped } from './program.ts';

const stepOf = (program: Program, thread: number, step: number) =>
  program.threads[thread]?.steps[step];

const ownLine = ({ lines }: Program, thread: number, step: number): Line | undefined =>
  lines?.[thread]?.[step];

/** What a thread of a program is called: "thread", "transaction". */
export const calledIn = ({ called = 'thread' }: Program) => called;

export const nameOf = ({ threads }: Program, thread: number) => threads[thread]?.name as string;

/** A step in code: "load counter"; "end" after the last. */
export function codeOf(program: Program, thread: number, index: number): string {
  const step = stepOf(program, thread, index);
  if (step === undefined) return 'end';
  const own = ownLine(program, thread, index);
  // Of a jump to a jump it is enough that it is one.
  const codeAt = (other: number) =>
    stepOf(program, thread, other)?.kind === 'jump' ? 'a jump' : codeOf(program, thread, other);
  return own?.code ?? wordsOf(step).code(step, index, codeAt);
}

/** Whether it is told what registers and variables hold. */
export const tellsValues = ({ valuesMatter }: Program): boolean => valuesMatter !== false;

/** What a step in a program's own words came to, where it has a condition; else null. */
function cameOf(program: Program, { thread, step, passed }: Move): Came | null {
  const came = ownLine(program, thread, step)?.came;
  if (came === undefined) return null;
  return passed === false ? came.failed : came.passed;
}

/** What a move came to, which a listing shows beside its code: a value, "yes" or "no"; null for nothing. */
export function leftBy(program: Program, { did, ...move }: Move): string | null {
  if (cameOf(program, { did, ...move }) !== null) return null;
  if (move.passed !== null && did.kind !== 'lock') return move.passed ? 'yes' : 'no';
  const { left, leftByTheWay } = wordsOf(did);
  if (left === undefined || !tellsValues(program)) return null;
  if (leftByTheWay && !usesRegister(program, move.thread)) return null;
  return valueInWords(left({ did, ...move }));
}

/** What stands on the bar of a move: "load 0", "lock x", "seat free"; and what does where that has no room. */
export function barOf(
  program: Program,
  move: Move,
): { readonly text: string; readonly short: string } {
  if (isRolledBack(move)) return { text: 'rolled back', short: 'rollback' };
  const code = codeOf(program, move.thread, move.step);
  const [first = code] = code.split(' ');
  const verb = first === 'if' ? 'check' : first;
  const came = cameOf(program, move);
  if (came !== null) return { text: came.bar, short: verb };
  const left = leftBy(program, move);
  if (move.passed !== null && left !== null) return { text: `${code}: ${left}`, short: verb };
  const told = left !== null && wordsOf(move.did).barTells;
  return { text: told ? `${verb} ${left}` : code, short: verb };
}

const isRolledBack = ({ did, passed }: Move) => did.kind === 'lock' && passed === false;

/** Whether a thread's register is worth a column: some step works with it. */
export const usesRegister = (program: Program, thread: number): boolean =>
  tellsValues(program) &&
  (program.threads[thread] as SteppedThread).steps.some((step) => wordsOf(step).register?.(step));

/** Where a thread goes on after a move: "goes back to load x", "ends". */
function onwardsInWords(program: Program, { thread, step }: Move, to: number): string {
  if (to === step + 1) return 'goes on';
  const steps = program.threads[thread]?.steps.length;
  if (to === steps) return 'ends';
  return `goes ${to <= step ? 'back to' : 'on at'} ${codeOf(program, thread, to)}`;
}

/** What the last move did, of its thread: "loads 0", "finds x held and goes back to lock y"; '' at the beginning. */
export function doneInWords(program: Program, { move, counters }: Snapshot): string {
  if (move === null) return '';
  const onwards = onwardsInWords(program, move, counters[move.thread] as number);
  const own = ownLine(program, move.thread, move.step);
  if (own === undefined || isRolledBack(move)) {
    return wordsOf(move.did).did(move, move.did, onwards);
  }
  const came = cameOf(program, move);
  if (came !== null) return came.said;
  const left = leftBy(program, move);
  if (left === null) return own.said;
  return move.passed === false ? `${own.said}: ${left}, and ${onwards}` : `${own.said}: ${left}`;
}

/** What a thread waits for, and which thread holds that; undefined where it waits for nothing. */
export const waitOf = (
  { blocked }: Pick<Standing, 'blocked'>,
  thread: number,
): BlockedThread | undefined => blocked.find((one) => one.thread === thread);

/** The locks that a thread holds. */
export const heldBy = ({ locks }: Standing, thread: number): string[] =>
  Object.keys(locks).filter((lock) => locks[lock] === thread);

/** The threads that hold locks, a part each: "A holds x and y". */
export const holdingsInWords = (program: Program, standing: Standing): string[] =>
  program.threads.flatMap(({ name }, thread) => {
    const held = heldBy(standing, thread);
    return held.length === 0 ? [] : `${name} holds ${held.join(' and ')}`;
  });

/** How a thread that cannot go on stands: "waits for y, which B holds", "has ended". */
export function standsInWords(program: Program, snapshot: Snapshot, thread: number): string {
  const block = waitOf(snapshot, thread);
  return block === undefined
    ? 'has ended'
    : `waits for ${block.awaits}, which ${nameOf(program, block.heldBy)} holds`;
}

const isBlocked = (snapshot: Snapshot, thread: number) => waitOf(snapshot, thread) !== undefined;

/** What a thread does next, in short: "load", "lock y"; null where it cannot go on. */
export function nextOf(program: Program, snapshot: Snapshot, thread: number): string | null {
  if (!snapshot.canGoOn.includes(thread)) return null;
  if (isBlocked(snapshot, thread)) return 'roll back';
  const index = snapshot.counters[thread] as number;
  const step = stepOf(program, thread, index) as AtomicStep;
  const own = ownLine(program, thread, index);
  return own?.code ?? wordsOf(step).next?.(step) ?? codeOf(program, thread, index);
}

/** What a thread does next: "load next", "waits for y, which B holds", "has ended". */
export function nextInWords(program: Program, snapshot: Snapshot, thread: number): string {
  const next = nextOf(program, snapshot, thread);
  if (next !== null && isBlocked(snapshot, thread)) {
    return `${standsInWords(program, snapshot, thread)}, and is rolled back next`;
  }
  return next === null ? standsInWords(program, snapshot, thread) : `${next} next`;
}

/** How a thread stands, over its listing: that it is blocked, and the rest: "next: add, holds x", ", holds x". */
export function headInWords(
  program: Program,
  snapshot: Snapshot,
  thread: number,
): { readonly blocked: boolean; readonly rest: string } {
  const blocked = isBlocked(snapshot, thread);
  const next = nextOf(program, snapshot, thread);
  const stands = blocked ? '' : next === null ? 'has ended' : `next: ${next}`;
  const held = heldBy(snapshot, thread);
  return { blocked, rest: held.length === 0 ? stands : `${stands}, holds ${held.join(' and ')}` };
}

/** What all threads do next: "A has ended; B: add next". */
export const allNextInWords = (program: Program, snapshot: Snapshot): string =>
  snapshot.status === 'done'
    ? `All ${calledIn(program)}s have ended`
    : program.threads
        .map(({ name }, thread) => {
          const words = nextInWords(program, snapshot, thread);
          return snapshot.canGoOn.includes(thread) && !isBlocked(snapshot, thread)
            ? `${name}: ${words}`
            : `${name} ${words}`;
        })
        .join('; ');

/** What is shared, as it stands: "counter 1, x is free, A holds y". */
const sharedInWords = (program: Program, { variables, locks }: Snapshot): string =>
  [
    ...(tellsValues(program) ? Object.entries(variables) : []).map(
      ([name, value]) => `${name} ${valueInWords(value)}`,
    ),
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
    variable === null || written === null || !tellsValues(program)
      ? ''
      : `; ${variable.name} ${valueInWords(variable.after)}, was ${valueInWords(variable.before)}`;
  return `${nameOf(program, move.thread)} ${doneInWords(program, snapshot)}${changed}. ${next}`;
}

/** Who has a lock: "A", "free". */
export const holderInWords = (program: Program, holder: number | null) =>
  holder === null ? 'free' : nameOf(program, holder);

/** The moves, a row each, with all that each left. */
export function movesTable({ program, walk: { snapshots } }: Stepped): Table {
  const { threads } = program;
  const [{ variables, locks }] = snapshots as readonly [Snapshot, ...Snapshot[]];
  const registers = [...threads.keys()].filter((thread) => usesRegister(program, thread));
  const names = tellsValues(program) ? Object.keys(variables) : [];
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
      ...names.map((label) => ({ label, numeric: true as const })),
      ...Object.keys(locks).map((lock) => ({ label: `lock ${lock}` })),
      ...(anyLock ? [{ label: 'blocked' }] : []),
    ],
    rows: snapshots.map((snapshot, i) => [
      String(i),
      snapshot.move === null ? '–' : nameOf(program, snapshot.move.thread),
      snapshot.move === null ? 'the beginning' : doneInWords(program, snapshot),
      ...registers.map((thread) => valueInWords(snapshot.registers[thread] as number)),
      ...names.map((name) => valueInWords(snapshot.variables[name] as number)),
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

// What the memory figure shows of a program where the playhead stands: what is each thread's own, what is shared, and
// what the last move did between the two.
import type { AtomicStep, Move, Snapshot, Walk } from '@interleave/simulation/interleavings';
import { valueInWords } from '../../src/lab-kit/stepped/kinds.ts';
import { standingAt } from '../../src/lab-kit/stepped/program.ts';
import { holderInWords, usesRegister } from '../../src/lab-kit/stepped/words.ts';
import type { CaseProgram } from './program.ts';

/** A thread's own: its register, or what it last saw of what is shared. */
export interface Own {
  readonly thread: string;
  /** "A’s r", "A saw" */
  readonly label: string;
  /** The variable that it saw; '' for a register. */
  readonly of: string;
  /** "0"; null where it has seen nothing. */
  readonly value: string | null;
  /** The last move wrote it. */
  readonly isNew: boolean;
}

/** A variable, or a lock and who holds it. */
export interface Shared {
  readonly name: string;
  readonly value: string;
  /** What it held before the last move, where that wrote it. */
  readonly was: string | null;
}

/** What the last move did between a thread and what is shared. */
export interface Way {
  /** Indices. */
  readonly thread: number;
  readonly shared: number;
  /** It wrote; else it only read. */
  readonly writes: boolean;
  readonly verb: string;
}

export interface Memory {
  readonly own: readonly Own[];
  readonly shared: readonly Shared[];
  readonly way: Way | null;
}

export function memoryOf(program: CaseProgram, walk: Walk, at: number): Memory {
  const snapshot = standingAt(walk, at);
  const names = Object.keys(snapshot.variables);
  const locks = Object.keys(snapshot.locks);
  return {
    own: program.threads.map(({ name }, thread) =>
      usesRegister(program, thread)
        ? registerOf(snapshot, name, thread)
        : seenBy(walk, at, name, thread),
    ),
    shared: [
      ...names.map((name) => variableOf(snapshot, name)),
      ...locks.map((lock) => lockOf(program, walk, at, lock)),
    ],
    way: wayOf(snapshot, [...names, ...locks]),
  };
}

const registerOf = ({ registers, move }: Snapshot, name: string, thread: number): Own => ({
  thread: name,
  label: `${name}’s r`,
  of: '',
  value: valueInWords(registers[thread] as number),
  isNew: move?.thread === thread && (move.did.kind === 'load' || move.did.kind === 'add'),
});

/** What a thread last checked to decide by. An add checks nothing: it adds to whatever there is. */
function seenBy({ snapshots }: Walk, at: number, name: string, thread: number): Own {
  const looked = snapshots.findLastIndex(
    ({ move }, i) =>
      i <= at && move?.thread === thread && move.read !== null && move.passed !== null,
  );
  const move = snapshots[looked]?.move;
  return {
    thread: name,
    label: `${name} saw`,
    of: move?.variable?.name ?? '',
    value: move == null ? null : valueInWords(move.read as number),
    isNew: looked === at && move != null,
  };
}

function variableOf({ variables, move }: Snapshot, name: string): Shared {
  const written = move?.variable?.name === name && move.written !== null;
  return {
    name,
    value: valueInWords(variables[name] as number),
    was: written ? valueInWords(move.variable.before) : null,
  };
}

function lockOf(program: CaseProgram, walk: Walk, at: number, lock: string): Shared {
  const holderAt = (move: number) =>
    holderInWords(program, standingAt(walk, move).locks[lock] ?? null);
  const [value, was] = [holderAt(at), holderAt(Math.max(0, at - 1))];
  return { name: `lock ${lock}`, value, was: was === value ? null : was };
}

function wayOf({ move }: Snapshot, names: readonly string[]): Way | null {
  if (move === null) return null;
  const name = move.variable?.name ?? ('lock' in move.did ? move.did.lock : undefined);
  if (name === undefined) return null;
  return {
    thread: move.thread,
    shared: names.indexOf(name),
    writes: move.written !== null || 'lock' in move.did,
    verb: verbOf(move),
  };
}

const VERBS: Partial<Record<AtomicStep['kind'], string>> = {
  'fetch-and-add': 'add',
  if: 'check',
};

const verbOf = ({ did, passed }: Move) =>
  did.kind === 'compare-and-set' ? (passed ? 'update' : 'check') : (VERBS[did.kind] ?? did.kind);

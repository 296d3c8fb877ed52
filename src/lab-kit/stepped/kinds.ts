// Each kind of step in words. A new kind is an entry in the table here.
import type { AtomicStep, Move, Operand, Within } from '@interleave/simulation/interleavings';

/** A kind of step in words. */
interface Words<S> {
  /** In a listing: "load counter". @param codeAt the code of another step of its thread */
  code(step: S, at: number, codeAt: (index: number) => string): string;
  /** As what comes next: "load"; the code where it is left out. */
  next?(step: S): string;
  /** What a move of it does, of its thread: "loads 0". @param onwards where it goes on: "goes back to load x" */
  did(move: Move, step: S, onwards: string): string;
  /** What a move of it left in the thread's register or in a variable: "0". */
  left?(move: Move): number;
  /** Whether that is told only where another step of the thread works with the register. */
  readonly leftByTheWay?: true;
  /** Whether that stands on the bar of the move, after its verb. */
  readonly barTells?: true;
  /** Whether it works with its thread's register. */
  register?(step: S): boolean;
}

type Kind = AtomicStep['kind'];
type Of<K extends Kind> = Extract<AtomicStep, { readonly kind: K }>;

const held = ({ register }: Move) => register.after;
const heldInWords = (move: Move) => valueInWords(held(move));
const always = () => true;

/** A value as it is read: "1", "−1". */
export const valueInWords = (value: number): string =>
  value < 0 ? `−${Math.abs(value)}` : String(value);

/** "1", "r", "r + 1" */
function operandInWords(operand: Operand): string {
  if (typeof operand === 'number') return valueInWords(operand);
  const { register: more } = operand;
  return more === 0 ? 'r' : `r ${more < 0 ? '−' : '+'} ${Math.abs(more)}`;
}

/** "x = 0", "x ≥ 1", "x ≤ r − 1" */
function withinInWords(what: string, { least, most }: Within): string {
  const [from, to] = [least, most].map((one) => (one === undefined ? null : operandInWords(one)));
  if (from === to) return `${what} = ${from}`;
  const lower = from === null ? null : `${what} ≥ ${from}`;
  const upper = to === null ? null : `${what} ≤ ${to}`;
  return [lower, upper].filter((bound) => bound !== null).join(', ');
}

const usesIt = (...operands: (Operand | undefined)[]) =>
  operands.some((one) => typeof one === 'object');

const WORDS: { readonly [K in Kind]: Words<Of<K>> } = {
  load: {
    code: ({ variable }) => `load ${variable}`,
    next: () => 'load',
    did: (move) => `loads ${heldInWords(move)}`,
    left: held,
    barTells: true,
    register: always,
  },
  add: {
    code: ({ amount }) => `add ${valueInWords(amount)}`,
    next: () => 'add',
    did: (_, { amount }) => `adds ${valueInWords(amount)}`,
    left: held,
    register: always,
  },
  store: {
    code: ({ variable, value }) =>
      value === undefined ? `store ${variable}` : `${variable} = ${operandInWords(value)}`,
    next: () => 'store',
    did: ({ written }) => `stores ${valueInWords(written as number)}`,
    left: ({ written }) => written as number,
    barTells: true,
    register: ({ value }) => value === undefined || usesIt(value),
  },
  'fetch-and-add': {
    code: ({ variable, amount }) => `add ${valueInWords(amount)} to ${variable}`,
    did: ({ read }, { variable, amount }) =>
      `adds ${valueInWords(amount)} to ${variable}, which held ${valueInWords(read as number)}`,
    left: held,
    leftByTheWay: true,
  },
  'test-and-set': {
    code: ({ variable }) => `test and set ${variable}`,
    did: ({ read }, { variable }) => `sets ${variable}, which was ${valueInWords(read as number)}`,
    left: held,
    leftByTheWay: true,
  },
  'compare-and-set': {
    code: ({ variable, value, ...within }) =>
      `if ${withinInWords(variable, within)}: ${variable} = ${operandInWords(value)}`,
    next: () => 'compare and set',
    did: ({ passed, read, written }, { variable }, onwards) =>
      `finds ${variable} at ${valueInWords(read as number)} and ${passed ? `stores ${valueInWords(written as number)}` : onwards}`,
    register: ({ least, most, value }) => usesIt(least, most, value),
  },
  if: {
    code: ({ variable = 'r', ...within }) => `if ${withinInWords(variable, within)}`,
    did: (move, { variable = 'r' }, onwards) =>
      `finds ${variable} at ${valueInWords(move.read ?? held(move))} and ${onwards}`,
    register: ({ variable, least, most }) => variable === undefined || usesIt(least, most),
  },
  jump: {
    code: ({ to }, at, codeAt) => `${to <= at ? 'back' : 'on'} to ${codeAt(to)}`,
    did: (_, __, onwards) => onwards,
  },
  lock: {
    code: ({ lock }) => `lock ${lock}`,
    did: ({ passed }, { lock }, onwards) =>
      passed === false ? `is rolled back and ${onwards}` : `locks ${lock}`,
  },
  'try-lock': {
    code: ({ lock }) => `try lock ${lock}`,
    did: ({ passed }, { lock }, onwards) =>
      passed ? `locks ${lock}` : `finds ${lock} held and ${onwards}`,
  },
  unlock: {
    code: ({ lock }) => `unlock ${lock}`,
    did: (_, { lock }) => `unlocks ${lock}`,
  },
};

export const wordsOf = (step: AtomicStep) => WORDS[step.kind] as Words<AtomicStep>;

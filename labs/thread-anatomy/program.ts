// The program that both threads run, as one listing: what each line says and what it does.

/** What a line does. The argument is the order that its routine was called with; the local is its one variable. */
export type Instruction =
  /** Calls a routine with the same argument; when that is back, the local takes what it left in the register. */
  | { readonly kind: 'call'; readonly routine: RoutineName }
  /** The local becomes so many times the order's items. */
  | { readonly kind: 'compute'; readonly times: number }
  /** The order's total becomes the local. */
  | { readonly kind: 'store' }
  /** Leaves so many times the local in the register, and goes back to the caller. */
  | { readonly kind: 'return'; readonly times: number }
  /** The thread ends. */
  | { readonly kind: 'done' };

export type RoutineName = 'handle' | 'price' | 'count';

export interface Line {
  /** As it stands in the listing, from 1. */
  readonly number: number;
  readonly code: string;
  readonly does: Instruction;
}

export interface Routine {
  readonly name: RoutineName;
  /** What its argument and its variable are called. */
  readonly argument: string;
  readonly local: string;
  readonly lines: readonly Line[];
}

/** Its routines in the order of the listing; a thread begins with the first. */
export type Program = readonly Routine[];

const HANDLE: Routine = {
  name: 'handle',
  argument: 'order',
  local: 'p',
  lines: [
    { number: 1, code: 'p = price(order)', does: { kind: 'call', routine: 'price' } },
    { number: 2, code: 'order.total = p', does: { kind: 'store' } },
    { number: 3, code: 'done', does: { kind: 'done' } },
  ],
};

const ONE_CALL: Program = [
  HANDLE,
  {
    name: 'price',
    argument: 'o',
    local: 'n',
    lines: [
      { number: 4, code: 'n = o.items × 4', does: { kind: 'compute', times: 4 } },
      { number: 5, code: 'return n', does: { kind: 'return', times: 1 } },
    ],
  },
];

const TWO_CALLS: Program = [
  HANDLE,
  {
    name: 'price',
    argument: 'o',
    local: 'n',
    lines: [
      { number: 4, code: 'n = count(o)', does: { kind: 'call', routine: 'count' } },
      { number: 5, code: 'return n × 4', does: { kind: 'return', times: 4 } },
    ],
  },
  {
    name: 'count',
    argument: 'o',
    local: 'i',
    lines: [
      { number: 6, code: 'i = o.items', does: { kind: 'compute', times: 1 } },
      { number: 7, code: 'return i', does: { kind: 'return', times: 1 } },
    ],
  },
];

/** The listing whose calls go so deep. */
export const programOf = (calls: 1 | 2): Program => (calls === 1 ? ONE_CALL : TWO_CALLS);

/** A line with its routine. @throws Error for a line that the program does not have */
export function lineOf(program: Program, number: number): { routine: Routine; line: Line } {
  for (const routine of program) {
    const line = routine.lines.find((one) => one.number === number);
    if (line !== undefined) return { routine, line };
  }
  throw new Error(`found line ${number}; the program has no such line`);
}

/** @throws Error for a routine that the program does not have */
export function routineOf(program: Program, name: RoutineName): Routine {
  const found = program.find((routine) => routine.name === name);
  if (found === undefined)
    throw new Error(`found a call of ${name}; the program has no such routine`);
  return found;
}

/** The number of a routine's first line. @throws as `routineOf` does */
export const entryOf = (program: Program, name: RoutineName) =>
  (routineOf(program, name).lines[0] as Line).number;

/** How many steps a thread takes from its first line to its end: a call takes two, one there and one back. */
export function stepsOf(program: Program, name: RoutineName = 'handle'): number {
  return routineOf(program, name).lines.reduce(
    (sum, { does }) => sum + (does.kind === 'call' ? 2 + stepsOf(program, does.routine) : 1),
    0,
  );
}

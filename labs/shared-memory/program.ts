// The programs of this lab: a case under a remedy, and what all orders of its steps come to.
import type { Interleavings, Invariant, Walk } from '@interleave/simulation/interleavings';
import { counting } from '../../src/lab-kit/stepped/away/counting.ts';
import { follow, type Program, type Stepped } from '../../src/lab-kit/stepped/program.ts';
import type { Case, CodedStep, Remedy, Size, Variables, Written } from './cases/case.ts';
import { CASES, type CaseName } from './cases/cases.ts';

export const NAMES = ['A', 'B', 'C'] as const;

/** What is set. The numbers of threads and of increments apply to the counter; elsewhere there are two threads. */
export interface Setting extends Size {
  readonly case: CaseName;
  readonly remedy: Remedy;
  /** An order of moves, a thread's name each: "ABAABB". */
  readonly moves: string;
}

/** A case's program, with what it was made of. */
export interface CaseProgram extends Program {
  readonly of: Case;
  readonly remedy: Remedy;
  readonly written: Written;
  readonly size: Size;
  /** By thread. */
  readonly steps: readonly (readonly CodedStep[])[];
  readonly invariant: Invariant;
}

export interface Result extends Stepped {
  readonly program: CaseProgram;
  /** All orders of the program's steps, whatever moves were made. */
  readonly count: Interleavings;
}

type Chosen = Omit<Setting, 'moves'>;

const made = new Map<string, CaseProgram>();

/** The program of a setting: the same object for the same one. */
export function programOf({ case: name, remedy, threads, increments }: Chosen): CaseProgram {
  const size = name === 'counter' ? { threads, increments } : { threads: 2, increments: 1 };
  const key = [name, remedy, size.threads, size.increments].join();
  const known = made.get(key) ?? programFor(CASES[name], remedy, size);
  made.set(key, known);
  return known;
}

function programFor(of: Case, remedy: Remedy, size: Size): CaseProgram {
  const written = of.remedies[remedy];
  const steps = written.steps(size);
  const lines = steps.map((coded) => coded.flatMap(({ line }) => line ?? []));
  return {
    of,
    remedy,
    written,
    size,
    steps,
    initial: { ...of.initial, ...written.initial },
    invariant: of.invariant(size),
    threads: steps.map((coded, thread) => ({
      name: NAMES[thread] as string,
      steps: coded.map(({ step }) => step),
    })),
    ...(lines.some((of) => of.length === 0) ? {} : { lines }),
  };
}

export const model = counting<Setting, Result>((values) => {
  const program = programOf(values);
  return { program, with: (count) => ({ program, walk: follow(program, values.moves), count }) };
});

/** What the variables hold after a walk's last move. */
export const endOf = ({ snapshots }: Walk): Variables => snapshots.at(-1)?.variables ?? {};

/** Whether what must hold is broken by these values of the variables. */
export function breaks({ sum, least, most }: Invariant, variables: Variables): boolean {
  const held = sum.reduce((total, name) => total + Number(variables[name]), 0);
  return held < (least ?? held) || held > (most ?? held);
}

/** How many orders break what must hold. */
export const brokenOrders = ({ count }: Result): bigint => count.broken?.count ?? 0n;

// What a case is: a program that breaks what must hold in some orders of its steps, as it is written and mended.
import type { Sentence } from '@interleave/simulation';
import type { AtomicStep, Invariant } from '@interleave/simulation/interleavings';
import type { Came, Line } from '../../../src/lab-kit/stepped/program.ts';

/** As it is written; in one atomic step; under a lock. */
export const REMEDIES = ['none', 'atomic', 'lock'] as const;
export type Remedy = (typeof REMEDIES)[number];

/** How many threads there are, and how many increments each makes: of the counter alone. */
export interface Size {
  readonly threads: number;
  readonly increments: number;
}

/** A step, and what stands for it in code. */
export interface CodedStep {
  readonly step: AtomicStep;
  /** Its line in the listing, in words of this case; null where the step has words of its own: "load counter". */
  readonly line: Line | null;
  /** In the reader's own code: SQL, or a line of a handler. */
  readonly yours: string;
}

export type Variables = Readonly<Record<string, number>>;

/** What a thread checked, and another changed before it had acted on that: moves counted from 1, threads by name. */
export interface Told {
  readonly looker: string;
  readonly looked: number;
  readonly changer: string;
  readonly changed: number;
}

export interface Case {
  /** Who A and B are, and what they want: sentences. */
  readonly story: string;
  /** What it takes for granted so that it stays small: a sentence or two. */
  readonly assumed: string;
  readonly initial: Variables;
  readonly remedies: Readonly<Record<Remedy, Written>>;
  invariant(size: Size): Invariant;
  /** What an order ends in, in short: "sold 2: the seat is sold twice". */
  outcome(ends: Variables, size: Size): string;
  /** What an order ends in, after "In this order ": "the counter ends at 1 instead of 2". */
  ends(ends: Variables, size: Size): Sentence;
  /** What an order does that breaks it, and what several do: "loses an update", "lose an update". */
  readonly breaks: readonly [one: string, many: string];
  /** Why some orders have fewer moves than others: "a request that finds no seat stops early". Not where all are equal. */
  readonly stops?: string;
  /** How an order came to break it, as a sentence. */
  cause(told: Told): string;
}

/** A case's program under one remedy. */
export interface Written {
  /** What is done about it, at the beginning of a sentence: "An atomic add". */
  readonly name: string;
  /** What it costs, or what it needs: a sentence. */
  readonly note: string;
  /** Variables that it adds, and what they hold at first. */
  readonly initial?: Variables;
  /** By thread. */
  steps(size: Size): readonly (readonly CodedStep[])[];
}

/** @param code at most 16 characters @param said of the thread that does it: "takes a seat" */
export const coded = (step: AtomicStep, code: string, said: string, yours: string): CodedStep => ({
  step,
  line: { code, said },
  yours,
});

/** A step with a condition: what is said of it where that holds, and where not. */
export const conditional = (
  step: AtomicStep,
  code: string,
  came: { readonly passed: Came; readonly failed: Came },
  yours: string,
): CodedStep => ({ step, line: { code, said: came.passed.said, came }, yours });

/** A step in words of its own. All steps of a program have such, or none. */
export const plain = (step: AtomicStep, yours: string): CodedStep => ({ step, line: null, yours });

/** The same steps for each of two threads. */
export const both = (...steps: readonly CodedStep[]) => [steps, steps] as const;

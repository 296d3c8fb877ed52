// The diagnosis of a case: one of those written down, or a new one, drawn from a seed.
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { type Case, diagnose, tried } from './case.ts';
import { inTurn } from './cases/in-turn.ts';
import { smallPool } from './cases/small-pool.ts';
import type { Diagnosis } from './kinds.ts';

/** By their names in links, in the order of their numbers. */
const CASES: Readonly<Record<string, Case>> = {
  'in-turn': inTurn,
  'small-pool': smallPool,
};

export interface Asked {
  /** The name of a case, or `new`. */
  readonly case: string;
  /** From 1: what a new case is drawn from. */
  readonly seed: number;
}

/** Simulated at the first call for each case. */
export const diagnosisOf: (asked: Asked) => Diagnosis = oncePerSetting(
  (asked: Asked) => [asked.case, asked.case === 'new' ? asked.seed : 0],
  ({ case: name }) => {
    const found = CASES[name];
    if (found === undefined) {
      throw new RangeError(
        `case “${name}”: there is none; there are ${Object.keys(CASES).join(', ')}`,
      );
    }
    return diagnose(tried(found));
  },
);

// The diagnosis of a case: one of those written down, or a new one, drawn from a seed.
import { oncePerSetting } from '../../src/lab-kit/once-per.ts';
import { type Case, diagnose, tried } from './case.ts';
import { convoy } from './cases/convoy.ts';
import { drowned } from './cases/drowned.ts';
import { fineOnAverage } from './cases/fine-on-average.ts';
import { fullCores } from './cases/full-cores.ts';
import { hog } from './cases/hog.ts';
import { inTurn } from './cases/in-turn.ts';
import { loopOn16 } from './cases/loop-on-16.ts';
import { obvious } from './cases/obvious.ts';
import { retryStorm } from './cases/retry-storm.ts';
import { smallPool } from './cases/small-pool.ts';
import { took60 } from './cases/took-60.ts';
import { twoInARow } from './cases/two-in-a-row.ts';
import type { Diagnosis } from './kinds.ts';

/** By their names in links, in the order of their numbers. */
export const CASES: Readonly<Record<string, Case>> = {
  'in-turn': inTurn,
  'full-cores': fullCores,
  'small-pool': smallPool,
  'loop-on-16': loopOn16,
  'took-60': took60,
  drowned: drowned,
  'two-in-a-row': twoInARow,
  convoy: convoy,
  hog: hog,
  'retry-storm': retryStorm,
  'fine-on-average': fineOnAverage,
  obvious: obvious,
};

export interface Asked {
  /** The name of a case, or `new`. */
  readonly case: string;
  /** From 1: what a new case is drawn from. */
  readonly seed: number;
}

/** @throws RangeError naming the cases that there are */
export function caseOf({ case: name }: Asked): Case {
  const found = CASES[name] ?? smallPool;
  if (found !== undefined) return found;
  throw new RangeError(`case “${name}”: there is none; there are ${Object.keys(CASES).join(', ')}`);
}

/** Each keeps the run of its case, some MB: as many as there are cases, and a few new ones. */
const MOST_KEPT = 24;

/** Simulated at the first call for each case. */
export const diagnosisOf: (asked: Asked) => Diagnosis = oncePerSetting(
  (asked: Asked) => [asked.case, asked.case === 'new' ? asked.seed : 0],
  (asked) => diagnose(tried(caseOf(asked))),
  MOST_KEPT,
);

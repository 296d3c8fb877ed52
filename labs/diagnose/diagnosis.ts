// The diagnosis of a case: one of those written down, or a new one, drawn from a seed.
import { type Case, diagnose, type Tried, tried } from './case.ts';
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
import { drawnFrom } from './drawn/drawn.ts';
import type { Diagnosis } from './kinds.ts';

/** By their names in chapters, in the order of their numbers, which links carry. */
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

/** Cases that are drawn from a seed. */
export const NEW = 'new';

export interface Asked {
  /** The name of a case, or `new`. */
  readonly case: string;
  /** From 1: what a new case is drawn from. */
  readonly seed: number;
}

/** Each keeps the run of its case, some MB: as many are kept as there are cases, and a few new ones. */
const MOST_KEPT = 24;
const kept = new Map<string, Diagnosis>();

const nameOf = ({ case: name, seed }: Asked) => (name === NEW ? `${NEW} ${seed}` : name);

/** Whether a case is there without drawing it. */
export const isAtHand = (asked: Asked) => asked.case !== NEW || kept.has(nameOf(asked));

/** Keeps a case that was drawn, for the next who asks. */
export function keep(asked: Asked, runs: Tried): Diagnosis {
  const diagnosis = diagnose(runs);
  const [oldest] = kept.keys();
  if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
  kept.set(nameOf(asked), diagnosis);
  return diagnosis;
}

/** Simulated at the first call for each case. @throws RangeError naming the cases that there are */
export function diagnosisOf(asked: Asked): Diagnosis {
  const known = kept.get(nameOf(asked));
  if (known !== undefined) return known;
  if (asked.case === NEW) return keep(asked, drawnFrom(asked.seed));
  const found = CASES[asked.case];
  if (found !== undefined) return keep(asked, tried(found));
  throw new RangeError(
    `case “${asked.case}”: there is none; there are ${Object.keys(CASES).join(', ')}`,
  );
}

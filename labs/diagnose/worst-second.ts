// The second of a case that is worth a closer look.
import type { Diagnosis } from './kinds.ts';

/** The gauge that says how long requests took, second by second. */
const WITHIN = 'within';

/** Of the minute, the second in which requests took longest, from 0. */
export function worstSecond({ gauges }: Pick<Diagnosis, 'gauges'>): number {
  const seconds = gauges.find(({ id }) => id === WITHIN)?.seconds ?? [];
  return Math.max(0, seconds.indexOf(Math.max(...seconds)));
}

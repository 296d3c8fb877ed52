// The scale of bars and lines, from nothing to a round number: one for both runs, where both can be seen on it.
import type { Run } from '../../src/lab-kit/lab.ts';
import { ticks } from '../../src/lab-kit/scales/ticks.ts';
import { CARRIERS, inBytes, type LinkSetting } from './setting.ts';
import { GIB, MIB } from './sizes.ts';
import type { All } from './taken.ts';

export interface Scale {
  /** Bytes. */
  readonly end: number;
  readonly unit: string;
  /** Bytes of the unit. */
  readonly of: number;
  /** In the unit. */
  readonly numbers: readonly number[];
}

/** Beside a scale so many times as long, nothing of a run would be seen but the lines. */
const FAR = 20;

/** The scale of each run: the same one, unless the runs are too far apart for that. */
export function scalesOf(runs: readonly Run<LinkSetting, All>[]): readonly Scale[] {
  const one = scaleOf(runs);
  const own = runs.map((run) => scaleOf([run]));
  return own.some(({ end }) => end * FAR < one.end) ? own : runs.map(() => one);
}

/** The scale that has room for every bar and for the memory of every run. */
function scaleOf(runs: readonly Run<LinkSetting, All>[]): Scale {
  const most = Math.max(
    ...runs.flatMap(({ values, result }) => [
      inBytes(values).memory,
      ...CARRIERS.map((carrier) => result[carrier].asked.reserved),
    ]),
  );
  const [unit, of] =
    most >= 2048 * GIB ? ['TiB', 1024 * GIB] : most >= GIB ? ['GiB', GIB] : ['MiB', MIB];
  const majors = (to: number) => ticks(to).flatMap(({ at, major }) => (major ? [at] : []));
  const step = majors(most / of)[1] as number;
  const numbers = majors(Math.ceil(most / of / step - 1e-9) * step);
  return { end: (numbers.at(-1) as number) * of, unit, of, numbers };
}

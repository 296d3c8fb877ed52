// Simulated time as a lab's clock: it flows, and stops where a task or a core changes its state.
import { describeInstant, eachByName, instants, type Nanos } from '@interleave/simulation';
import type { Run } from '../lab.ts';
import type { Clock } from '../view.ts';
import { inSteps, onClock } from './clock.ts';
import type { TracedRun } from './naming.ts';

/** @param tracedOf the traces that a run stands for, one or several */
export const timeClock = <R>(
  tracedOf: (run: Pick<Run<unknown, R>, 'result' | 'tag'>) => readonly TracedRun[],
): Clock<unknown, R> => ({
  end: (result) => Math.max(...tracedOf({ result, tag: '' }).map(({ trace }) => trace.end)),
  stops: (result) => tracedOf({ result, tag: '' }).flatMap(({ trace }) => instants(trace)),
  unit: 'ms',
  size: 1e6,
  allowed: 'an instant in ms, such as 42',
  flows: true,
  say: (at, end) => onClock(at as Nanos, end as Nanos),
  whole: inSteps,
  describe: (run, at) => {
    const found = tracedOf(run);
    return eachByName(
      found.map(({ trace, names, tag }) => ({
        name: found.length === 1 ? '' : tag,
        said: describeInstant(trace, at as Nanos, names),
      })),
    );
  },
});

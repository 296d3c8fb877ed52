// The model of a lab that counts all orders of a program's steps: at once, or, where they are many, in a worker.
import { Exploration, type Interleavings } from '@interleave/simulation/interleavings';
import type { Model } from '../../lab.ts';
import { oncePer } from '../../once-per.ts';
import type { Counted } from './in-parts.ts';
import { startCounting } from './start.ts';

/** To find more states than that would hold up the page. */
const MOST_AT_ONCE = 10_000;

/** What is to be counted for a setting, and what the model makes of the count. */
export interface Asked<R> {
  /** The same object for the same program: it is counted once. */
  readonly program: Counted;
  with(count: Interleavings): R;
}

/** @param asked pure: the same values give the same program */
export function counting<V extends object, R>(asked: (values: V) => Asked<R>): Model<V, R> {
  const counts = new WeakMap<Counted, Interleavings>();
  const begun = oncePer(({ threads, initial, invariant }: Counted) => {
    const exploration = new Exploration(threads, initial, invariant);
    return { exploration, isLong: !exploration.advance(MOST_AT_ONCE) };
  });
  const keep = (program: Counted, count: Interleavings) => {
    counts.set(program, count);
    return count;
  };
  return {
    run: (values) => {
      const { program, with: made } = asked(values);
      return made(counts.get(program) ?? keep(program, begun(program).exploration.finish()));
    },
    away: {
      longWork: (values) => {
        const { program } = asked(values);
        if (counts.has(program) || !begun(program).isLong) return null;
        const steps = program.threads.reduce((sum, thread) => sum + thread.steps.length, 0);
        return `all orders of ${steps} steps`;
      },
      start: (values, listener) => {
        const { program, with: made } = asked(values);
        return startCounting(program, {
          ...listener,
          onDone: (count) => listener.onDone(made(keep(program, count))),
        });
      },
    },
  };
}

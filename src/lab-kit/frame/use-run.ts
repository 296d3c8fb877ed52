// The run of a lab's values: at once, or, when it is long, in a worker, with the run before shown until it is there.
import { countTasks, simulate, type Trace } from '@interleave/simulation';
import { useEffect, useMemo, useState } from 'react';
import type { AnyLab } from '../lab.ts';
import type { Values } from '../parameters/parameters.ts';
import { startRun } from '../timeline/away/start.ts';

/** Runs of more tasks would hold up the page. */
const MOST_AT_ONCE = 50_000;

/** A run that can be shown, with the values that it is of. */
export interface Shown {
  readonly values: Values;
  readonly trace: Trace;
}

export interface RunState {
  /** The run of the values; while that is under way, the one before, if there was one. */
  readonly shown: Shown | null;
  /** How much of the run under way is done, 0..1, and of how many tasks it is; null when none is. */
  readonly underWay: { readonly share: number; readonly tasks: number } | null;
  /** Why there is no run of these values, or null. */
  readonly failed: string | null;
}

/** What came of an attempt: what it gave, or why it failed; neither, where there was nothing to try. */
interface Attempt<T> {
  readonly made: T | null;
  readonly failed: string | null;
}

function attempt<T>(make: () => T | null): Attempt<T> {
  try {
    return { made: make(), failed: null };
  } catch (error) {
    return { made: null, failed: `This setting could not be run: ${(error as Error).message}` };
  }
}

/**
 * A setting that cannot be run fails, and leaves the run before it on the page.
 *
 * @param values what to run, or null for nothing
 * @throws Error when the first values cannot be run: then there is nothing to show
 */
export function useRun(lab: AnyLab, values: Values | null): RunState {
  const prepared = useMemo(
    () => attempt(() => (values === null ? null : lab.scenario(values))),
    [lab, values],
  );
  const scenario = prepared.made;
  const tasks = scenario === null ? 0 : countTasks(scenario);
  // The first run is made at once, whatever its size, as it was when the page was built.
  const [done, setDone] = useState<Shown | null>(() =>
    values === null ? null : { values, trace: simulate(scenario ?? lab.scenario(values)) },
  );
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<{ of: Values; reason: string } | null>(null);
  const isDone = done !== null && done.values === values;
  const isLong = tasks > MOST_AT_ONCE && !isDone;

  const atOnce = useMemo(
    () =>
      attempt(() =>
        values === null || scenario === null || isLong || isDone
          ? null
          : { values, trace: simulate(scenario) },
      ),
    [values, scenario, isLong, isDone],
  );
  useEffect(() => {
    if (!isLong || values === null || scenario === null) return;
    setShare(0);
    return startRun(scenario, {
      onProgress: setShare,
      onDone: (trace) => setDone({ values, trace }),
      onFailed: (reason) => setFailure({ of: values, reason }),
    });
  }, [isLong, values, scenario]);

  const current = isDone ? done : atOnce.made;
  const [last, setLast] = useState(current);
  if (current !== null && current !== last) setLast(current);
  const failedAway = failure !== null && failure.of === values ? failure.reason : null;
  const failed = prepared.failed ?? atOnce.failed ?? failedAway;
  return {
    shown: values === null ? null : (current ?? last),
    underWay: isLong && failed === null ? { share, tasks } : null,
    failed,
  };
}

// The run of a lab's values: at once, or, when it is long, in a worker, with the run before shown until it is there.
import { countTasks, simulate, type Trace } from '@interleave/simulation';
import { useEffect, useMemo, useState } from 'react';
import type { AnyLab } from '../define-lab.ts';
import type { Values } from '../parameters.ts';
import { startRun } from './start.ts';

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

/** @param values what to run, or null for nothing */
export function useRun(lab: AnyLab, values: Values | null): RunState {
  const scenario = useMemo(() => (values === null ? null : lab.scenario(values)), [lab, values]);
  const tasks = scenario === null ? 0 : countTasks(scenario);
  // The first run is made at once, whatever its size, as it was when the page was built.
  const [done, setDone] = useState<Shown | null>(() =>
    values === null || scenario === null ? null : { values, trace: simulate(scenario) },
  );
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<{ of: Values; reason: string } | null>(null);
  const isDone = done !== null && done.values === values;
  const isLong = tasks > MOST_AT_ONCE && !isDone;

  const atOnce = useMemo(
    () =>
      values === null || scenario === null || isLong || isDone
        ? null
        : { values, trace: simulate(scenario) },
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

  const current = isDone ? done : atOnce;
  const [last, setLast] = useState(current);
  if (current !== null && current !== last) setLast(current);
  const failed = failure !== null && failure.of === values ? failure.reason : null;
  return {
    shown: values === null ? null : (current ?? last),
    underWay: isLong && failed === null ? { share, tasks } : null,
    failed,
  };
}

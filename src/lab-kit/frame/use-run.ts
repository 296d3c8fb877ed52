// The run of a lab's values: at once, or, when it is long, away from the page, with the run before shown until it is there.
import { useEffect, useMemo, useState } from 'react';
import type { Model, Run } from '../lab.ts';
import type { Values } from '../parameters/kinds.ts';

/** A run without its name, which depends on what stands beside it. */
export type BareRun = Omit<Run, 'tag'>;

export interface RunState {
  /** The run of the values; while that is under way, the one before, if there was one. */
  readonly shown: BareRun | null;
  /** How much of the run under way is done, 0..1, and what that work is; null when none is. */
  readonly underWay: { readonly share: number; readonly work: string } | null;
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
export function useRun(model: Model<Values, unknown>, values: Values | null): RunState {
  const made = (of: Values): BareRun => ({ values: of, result: model.run(of) });
  // The first run is made at once, whatever its size, as it was when the page was built.
  const [done, setDone] = useState<BareRun | null>(() => (values === null ? null : made(values)));
  const [share, setShare] = useState(0);
  const [failure, setFailure] = useState<{ of: Values; reason: string } | null>(null);
  const isDone = done !== null && done.values === values;
  const long = useMemo(
    () =>
      attempt(() => (values === null || isDone ? null : (model.away?.longWork(values) ?? null))),
    [model, values, isDone],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: `made` is the model's
  const atOnce = useMemo(
    () =>
      long.failed !== null
        ? (long as Attempt<never>)
        : attempt(() => (values === null || isDone || long.made !== null ? null : made(values))),
    [model, values, isDone, long],
  );
  useEffect(() => {
    if (long.made === null || values === null) return;
    setShare(0);
    return model.away?.start(values, {
      onProgress: setShare,
      onDone: (result) => setDone({ values, result }),
      onFailed: (reason) => setFailure({ of: values, reason }),
    });
  }, [model, long, values]);

  const current = isDone ? done : atOnce.made;
  const [last, setLast] = useState(current);
  if (current !== null && current !== last) setLast(current);
  const failedAway = failure !== null && failure.of === values ? failure.reason : null;
  const failed = atOnce.failed ?? failedAway;
  return {
    shown: values === null ? null : (current ?? last),
    underWay: long.made !== null && failed === null ? { share, work: long.made } : null,
    failed,
  };
}

// What a second run did at the point of a task's program at which the task could go on in a first run, but lacked a worker or a core.
import type { Nanos } from '../scenario/nanos.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';
import type { Difference } from './compare.ts';
import { lacks } from './lack.ts';
import { cpuSteps } from './program.ts';

/** Segments are indices in the life of the task in the second run. */
export type Counterpart =
  /** It computed there without a break. */
  | { readonly met: 'no-break'; readonly segment: number }
  /** It lacked a worker or a core there too, from this segment up to that one, which is none of them. */
  | { readonly met: 'line'; readonly from: number; readonly until: number }
  /** It went on there at once, after a wait, a lock, its arrival or on another core: a segment began. */
  | { readonly met: 'beginning'; readonly segment: number }
  /** It arrived, and was done. */
  | { readonly met: 'end' }
  /** Its step was over before that point. How long it was; null where its program has no such step. */
  | { readonly met: 'short-step'; readonly length: Nanos | null };

/**
 * Finds the same point in the second run.
 *
 * A task that is queued stands before its first step; one that is runnable, within a cpu step or at its beginning, after
 * some CPU time. The same step is the one at the same place of its program, the same point where as much of it is done.
 *
 * @param segment index of a segment of `difference.first` in which the task lacks a worker or a core
 */
export function counterpart(
  first: Trace,
  second: Trace,
  difference: Difference,
  segment: number,
): Counterpart {
  const life = first.tasks[difference.first]?.segments ?? [];
  const twin = second.tasks[difference.second]?.segments ?? [];
  if (life[segment]?.state === 'queued') {
    const goesOn = twin.findIndex((one) => !lacks(one));
    const until = goesOn === -1 ? twin.length : goesOn;
    if (until > 0) return { met: 'line', from: 0, until };
    return twin.length > 0 ? { met: 'beginning', segment: 0 } : { met: 'end' };
  }

  const done = computed(life.slice(0, segment));
  const at = cpuSteps(first, difference.first).find(
    ({ before, length }) => done < before + length,
  ) as ReturnType<typeof cpuSteps>[number];
  const inStep = done - at.before;
  const step = cpuSteps(second, difference.second).find(({ place }) => place === at.place);
  if (step === undefined || inStep >= step.length) {
    return { met: 'short-step', length: (step?.length as Nanos | undefined) ?? null };
  }
  return goingOn(twin, step.before + inStep);
}

/** How a task came to compute on after so much CPU time (ns). */
function goingOn(life: readonly TaskSegment[], behind: number): Counterpart {
  let before = 0;
  const segment = life.findIndex((one) => {
    if (one.state !== 'running') return false;
    if (behind < before + one.end - one.start) return true;
    before += one.end - one.start;
    return false;
  });
  if (before < behind) return { met: 'no-break', segment };
  let from = segment;
  while (lacks(life[from - 1])) from -= 1;
  return from < segment ? { met: 'line', from, until: segment } : { met: 'beginning', segment };
}

const computed = (segments: readonly TaskSegment[]) =>
  segments.reduce(
    (sum, { state, start, end }) => (state === 'running' ? sum + end - start : sum),
    0,
  );

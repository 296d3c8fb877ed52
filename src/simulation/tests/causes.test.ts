// How tasks go from state to state, and the reason that each segment gives.
import { describe, expect, test } from 'vitest';
import { always } from '../testing/always.ts';
import { written } from '../testing/programs.ts';
import type { TaskSegment, TaskTrace, Trace } from '../trace/trace.ts';

/**
 * What may follow a state. What has no length is not drawn: a lock may be granted at the instant at which it was found
 * taken, and a task whose worker was on a core may be preempted at the instant at which it was taken.
 */
const AFTER = {
  arrives: [
    'queued arrived',
    'runnable arrived',
    'runnable preempted',
    'running dispatched',
    'waiting io-started',
    'blocked lock-awaited',
    'ends',
  ],
  queued: [
    'runnable taken',
    'runnable preempted',
    'running dispatched',
    'waiting io-started',
    'blocked lock-awaited',
    'ends',
  ],
  // A slice can run out within a switch, and someone join the run queue.
  runnable: ['running dispatched', 'runnable slice-expired', 'runnable preempted'],
  running: [
    'running dispatched',
    'runnable slice-expired',
    'runnable preempted',
    'runnable runtime-slice-expired',
    'runnable lock-granted',
    'waiting io-started',
    'blocked lock-awaited',
    'ends',
  ],
  waiting: [
    'runnable io-done',
    'runnable preempted',
    'runnable lock-granted',
    'running dispatched',
    'blocked lock-awaited',
    'ends',
  ],
  blocked: [
    'runnable lock-granted',
    'runnable preempted',
    'running dispatched',
    'waiting io-started',
    'ends',
  ],
} as const;

/** A user does not end: it thinks, or, with a pause of no length, begins again. */
const AFTER_A_ROUND = ['waiting thinking', 'queued arrived', 'runnable arrived'];
const AFTER_THINKING = AFTER.arrives.filter((next) => next !== 'ends');

/** Whether something happens to a task at an instant; a block and the IO after it are one segment. */
const hasChange = ({ segments, end, rounds }: TaskTrace, at: number) =>
  end === at ||
  segments.some((one) => one.start === at || (one.state === 'waiting' && at < one.end)) ||
  rounds.some((round) => round.end === at);

test('tasks change their state only in legal ways, each with its cause', () => {
  always(
    (any, trace) => {
      for (const task of trace.tasks) {
        const user = written(any, task).think !== undefined;
        const { segments } = task;
        const changes = segments.map(({ state, cause }) => `${state} ${cause}`);
        if (task.end !== null) changes.push('ends');
        const found = changes.filter((change, i) => {
          const before = i === 0 ? 'arrives' : (segments[i - 1] as TaskSegment).state;
          const allowed: string[] = [...AFTER[before]];
          if (user && before !== 'runnable') allowed.push(...AFTER_A_ROUND);
          if (user && segments[i - 1]?.cause === 'thinking') {
            return !AFTER_THINKING.some((one) => one === change);
          }
          return !allowed.includes(change);
        });
        expect(found).toEqual([]);
      }
    },
    { runs: 1000 },
  );
});

test('only what the scenario has happens', () => {
  always((any, trace) => {
    const found = new Set(
      trace.tasks.flatMap(({ segments }) => segments.map(({ cause }) => cause)),
    );
    const preempts = !['fifo', 'round-robin'].includes(any.policy);
    if (!preempts) expect(found).not.toContain('preempted');
    if (any.slice === null && any.tick === null) expect(found).not.toContain('slice-expired');
    if (any.runtimeSlice === null || any.workers === 'per-task') {
      expect(found).not.toContain('runtime-slice-expired');
    }
  });
});

describe('another task is named as the reason', () => {
  /** Makes a claim of each segment with one of these causes. */
  const each = (
    causes: readonly TaskSegment['cause'][],
    claim: (trace: Trace, task: TaskTrace, segment: TaskSegment) => void,
  ) =>
    always(
      (_, trace) => {
        for (const task of trace.tasks) {
          for (const segment of task.segments) {
            if (causes.includes(segment.cause)) claim(trace, task, segment);
          }
        }
      },
      { runs: 1000 },
    );

  test('for being dispatched, when it left the core as this one was given it, and only then', () => {
    each(['dispatched'], (trace, { index }, { core, start, causedBy }) => {
      const lane = trace.cores[core as number]?.segments ?? [];
      let before = lane.findLastIndex(({ end }) => end <= start);
      if (lane[before]?.state === 'switching' && lane[before]?.task === index) before -= 1;
      const last = lane[before];
      const given = last?.end ?? 0;
      // Others may have been given the core at that very instant, and left it.
      const preempted = trace.tasks.find(({ segments }) =>
        segments.some(
          (one) => one.cause === 'preempted' && one.causedBy === index && one.start === given,
        ),
      );
      if (last?.task !== index) {
        expect(causedBy).toBe(preempted?.index ?? last?.task ?? null);
      } else if (causedBy !== null) {
        expect(causedBy).not.toBe(index);
        expect(hasChange(trace.tasks[causedBy] as TaskTrace, given)).toBe(true);
      }
    });
  });

  test('for being taken, when it gave up the worker at that instant', () => {
    each(['taken'], (trace, { index }, { start, causedBy }) => {
      const by = trace.tasks[causedBy as number];
      expect(by?.index).not.toBe(index);
      expect(by && hasChange(by, start)).toBe(true);
    });
  });

  test.each(['slice-expired', 'preempted'] as const)('for %s, when it got the core', (cause) => {
    each([cause], (trace, { index }, { start, causedBy }) => {
      const gained = trace.cores.filter(({ segments }) =>
        segments.some((one) => one.task === causedBy && one.start <= start && start < one.end),
      );
      expect(gained).toHaveLength(1);
      // With a runtime slice, a task can go to a worker on another core first, for no time.
      if (trace.scenario.runtimeSlice !== null) return;
      const left = trace.cores.filter(({ segments }) =>
        segments.some((one) => one.task === index && one.end === start),
      );
      // Who was preempted at the instant at which it was taken had no time on the core.
      if (left.length > 0 || cause === 'slice-expired') expect(left).toEqual(gained);
    });
  });

  test('for an expired runtime slice, when it got the worker', () => {
    each(['runtime-slice-expired'], (trace, { index }, { start, causedBy }) => {
      const by = trace.tasks[causedBy as number];
      expect(by?.index).not.toBe(index);
      // One who already stood in line as ready, and now has a worker but no core, shows no change.
      const ready = by?.segments.some(
        (one) => one.state === 'runnable' && one.start < start && start < one.end,
      );
      expect(ready || (by && hasChange(by, start))).toBe(true);
    });
  });

  test('for awaiting a lock and for being granted it: who holds it, and who unlocks it', () => {
    each(['lock-awaited', 'lock-granted'], (_, { index }, { causedBy }) => {
      expect(causedBy).not.toBeNull();
      expect(causedBy).not.toBe(index);
    });
  });

  test('for nothing else', () => {
    each(['arrived', 'io-started', 'io-done', 'thinking'], (_trace, _task, { causedBy }) => {
      expect(causedBy).toBeNull();
    });
  });
});

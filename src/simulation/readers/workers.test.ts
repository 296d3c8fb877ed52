// What workers did says the same as the tasks and the cores do: by hand, and in random runs of every policy.
import { describe, expect, test } from 'vitest';
import { parse } from '../notation/parse.ts';
import { type Nanos, toMs } from '../scenario/nanos.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { scenarios } from '../testing/scenarios.ts';
import type { Trace } from '../trace/trace.ts';
import { instants, segmentAt } from './instants.ts';
import { lackOf } from './lack.ts';
import { type WorkerSegment, workersOf } from './workers.ts';

/** A worker's time as text, a line a worker: "running A 0–3, idle 3–5". Times in ms. */
const timesOf = (text: string) => {
  const trace = simulate(parse(text));
  return workersOf(trace).map(({ segments }) =>
    segments
      .map(({ state, task, start, end }) =>
        [
          state,
          ...(task === null ? [] : [trace.tasks[task]?.name]),
          `${toMs(start)}–${toMs(end)}`,
        ].join(' '),
      )
      .join(', '),
  );
};

const FOUR = (wait: string) =>
  `A: cpu 3, io 6, cpu 3
  B: cpu 3, io 8, cpu 3
  C: cpu 2, ${wait} 16, cpu 2
  D: cpu 2, ${wait} 16, cpu 2`;

describe('while its task waits, a worker', () => {
  test('is held where the task blocks, though waiting frees, and takes the next where it does not', () => {
    expect(timesOf(`workers 2; waiting frees\n${FOUR('block')}`)).toEqual([
      'running A 0–3, running C 3–5, waiting C 5–21, running C 21–23, running A 23–26, running B 26–29, idle 29–31',
      'runnable B 0–5, running B 5–8, running D 8–10, waiting D 10–26, runnable D 26–29, running D 29–31',
    ]);
    expect(timesOf(`workers 2; waiting frees\n${FOUR('io')}`)[0]).toBe(
      'running A 0–3, running C 3–5, running D 5–7, idle 7–9, runnable A 9–10, running A 10–13, idle 13–25',
    );
  });

  test('is held by every wait where waiting holds', () => {
    expect(timesOf(`workers 2; waiting holds\n${FOUR('io')}`)[0]).toBe(
      'running A 0–3, waiting A 3–9, running A 9–12, running C 12–14, waiting C 14–30, running C 30–32, idle 32–37',
    );
  });

  test('is the task’s own where each has one, and free before it comes and after it has ended', () => {
    expect(timesOf('A: cpu 3\nB: at 2, cpu 2, io 1, lock m, cpu 1, unlock m')).toEqual([
      'running A 0–3, idle 3–7',
      'idle 0–2, runnable B 2–3, running B 3–5, waiting B 5–6, running B 6–7',
    ]);
    expect(timesOf('waiting frees; A: cpu 1, io 2, cpu 1')).toEqual([
      'running A 0–1, idle 1–3, running A 3–4',
    ]);
  });

  test('is held up to the first part of the wait that does not block, where waiting frees', () => {
    expect(timesOf('workers 1; waiting frees; A: cpu 1, block 2, block 1, io 4, cpu 1')).toEqual([
      'running A 0–1, waiting A 1–4, idle 4–8, running A 8–9',
    ]);
    // A `block` after a wait that freed the worker has none to hold.
    expect(timesOf('workers 1; waiting frees; A: cpu 1, io 2, block 3, cpu 1')).toEqual([
      'running A 0–1, idle 1–6, running A 6–7',
    ]);
  });

  test('is held for a lock', () => {
    const locked = 'A: lock m, cpu 3, unlock m\nB: lock m, cpu 1, unlock m';
    expect(timesOf(`workers 2; waiting holds\n${locked}`)[1]).toBe('blocked B 0–3, running B 3–4');
    expect(timesOf(`workers 2; waiting frees\n${locked}`)[1]).toBe('idle 0–4');
  });
});

test('a task that is taken from the line and finds no core is its worker’s from then on', () => {
  // A's wait ends with A: its worker is freed on no core, while B is in line for one and D has the only core.
  expect(
    timesOf('workers 2; waiting frees; A: cpu 1, block 3; B: cpu 1, io 1, cpu 1; D: cpu 6'),
  ).toEqual([
    'running A 0–1, waiting A 1–4, runnable B 4–8, running B 8–9',
    'runnable B 0–1, running B 1–2, running D 2–8, idle 8–9',
  ]);
});

test('a core that switches to a worker is told apart from the wait for one', () => {
  expect(timesOf('switch 1; workers 2; A: cpu 3\nB: cpu 2')).toEqual([
    'switching A 0–1, running A 1–4, idle 4–7',
    'runnable B 0–4, switching B 4–5, running B 5–7',
  ]);
});

describe('in every run', () => {
  /**
   * What goes on at once is one segment, which names its first worker: so none is a user that does not think, and to go on
   * with another worker after a runtime slice is a switch.
   */
  const of = scenarios
    .filter(({ tasks }) => tasks.every(({ think }) => think !== 0))
    .map((any) => ({
      ...any,
      switchCost: (any.runtimeSlice === null
        ? any.switchCost
        : Math.max(1, any.switchCost)) as Nanos,
    }));
  const at = (trace: Trace) => instants(trace).slice(0, -1);

  test('the time of each worker is tiled up to the end', () => {
    always(
      (_, trace) => {
        for (const { segments } of workersOf(trace)) {
          expect([0, ...segments.map(({ end }) => end)]).toEqual([
            ...segments.map(({ start }) => start),
            trace.end,
          ]);
          expect(segments.filter(({ start, end }) => start >= end)).toEqual([]);
        }
      },
      { of },
    );
  });

  test('a task has one worker while it runs or a core switches to it, in that state, and at most one ever', () => {
    always(
      (_, trace) => {
        const workers = workersOf(trace);
        for (const now of at(trace)) {
          const held = workers.flatMap(({ segments }): WorkerSegment[] => {
            const one = segmentAt(segments, now);
            return one === undefined || one.task === null ? [] : [one];
          });
          expect(new Set(held.map(({ task }) => task)).size).toBe(held.length);
          for (const { segments } of trace.cores) {
            const core = segmentAt(segments, now);
            if (core === undefined || core.state === 'idle') continue;
            expect(held.find(({ task }) => task === core.task)?.state).toBe(core.state);
          }
          const onCores = held.filter(({ state }) => state === 'running' || state === 'switching');
          expect(onCores.length).toBe(
            trace.cores.filter(({ segments }) => segmentAt(segments, now)?.state !== 'idle').length,
          );
        }
      },
      { of },
    );
  });

  test('a worker that is held waits as its task does, and a task that began to wait with one has it then', () => {
    always(
      (_, trace) => {
        const workers = workersOf(trace);
        for (const { index, segments } of trace.tasks) {
          for (const { state, worker, start } of segments) {
            if (worker === null || state === 'queued') continue;
            const one = segmentAt(workers[worker]?.segments ?? [], start);
            expect(one?.task).toBe(index);
            expect(one?.state === 'switching' ? 'runnable' : one?.state).toBe(state);
          }
        }
        for (const { segments } of workers) {
          for (const { state, task, start } of segments) {
            if (task === null) continue;
            const own = segmentAt(trace.tasks[task]?.segments ?? [], start);
            expect(own?.state).toBe(state === 'switching' ? 'runnable' : state);
          }
        }
      },
      { of },
    );
  });

  test('no worker is free while a task is in line for one', () => {
    always(
      (_, trace) => {
        const workers = workersOf(trace);
        for (const now of at(trace)) {
          const free = workers.filter(
            ({ segments }) => segmentAt(segments, now)?.state === 'idle',
          ).length;
          const has = new Set(workers.map(({ segments }) => segmentAt(segments, now)?.task));
          const inLine = trace.tasks.filter(({ index, segments }) => {
            const own = segmentAt(segments, now);
            return own !== undefined && lackOf(trace, own) === 'worker' && !has.has(index);
          });
          if (inLine.length > 0 && trace.scenario.workers !== 'per-task') expect(free).toBe(0);
        }
      },
      { of },
    );
  });
});

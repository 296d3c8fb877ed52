// What holds of every run, whatever the scenario.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Nanos } from './nanos.ts';
import { type Scenario, type Step, scenario } from './scenario.ts';
import { simulate } from './simulate.ts';
import { moments } from './testing/moments.ts';
import { type Outcome, reference, type Stretch } from './testing/reference.ts';
import { scenarios } from './testing/scenarios.ts';
import type { Trace } from './trace.ts';

const always = (claim: (any: Scenario, trace: Trace) => void, numRuns = 500) =>
  fc.assert(
    fc.property(scenarios, (any) => claim(any, simulate(any))),
    { numRuns },
  );

/** Expects segments that follow each other without gap or overlap from one instant to another. */
function expectTiles(segments: readonly { start: Nanos; end: Nanos }[], from: Nanos, to: Nanos) {
  expect(segments.filter(({ start, end }) => start >= end)).toEqual([]);
  expect([from, ...segments.map(({ end }) => end)]).toEqual([
    ...segments.map(({ start }) => start),
    to,
  ]);
}

describe('segments', () => {
  test('tile the life of every task', () => {
    always((_, trace) => {
      for (const { arrival, end, segments } of trace.tasks) {
        if (arrival > trace.end) expect([end, segments]).toEqual([null, []]);
        else expectTiles(segments, arrival, end ?? trace.end);
      }
    });
  });

  test('tile the clock of every core', () => {
    always((_, trace) => {
      for (const { segments } of trace.cores) expectTiles(segments, 0 as Nanos, trace.end);
    });
  });

  test('differ from the one before in state, core or cause', () => {
    const key = (one: object) =>
      JSON.stringify({ ...one, start: 0, end: 0, causedBy: 0, worker: 0 });
    always((_, trace) => {
      for (const { segments } of [...trace.tasks, ...trace.cores]) {
        const keys = segments.map(key);
        expect(keys.filter((one, i) => one === keys[i - 1])).toEqual([]);
      }
    });
  });
});

test('a task that ends has computed and waited just as long as its steps say; another, no longer', () => {
  const asked = (steps: readonly Step[], kind: Step['kind']) =>
    steps.filter((step) => step.kind === kind).reduce((sum, { duration }) => sum + duration, 0);
  always((any, trace) => {
    for (const { index, end, segments } of trace.tasks) {
      const { steps } = any.tasks[index] as Scenario['tasks'][number];
      for (const [state, kind] of [['running', 'cpu'] as const, ['waiting', 'io'] as const]) {
        const got = segments
          .filter((one) => one.state === state)
          .reduce((sum, one) => sum + one.end - one.start, 0);
        if (end === null) expect(got).toBeLessThanOrEqual(asked(steps, kind));
        else expect(got).toBe(asked(steps, kind));
      }
    }
  });
});

test('a core runs one task at a time, and a task runs on one core: both lanes say the same', () => {
  always((_, trace) => {
    for (const { tasks, cores } of moments(trace)) {
      const byTask = tasks.flatMap((one, task) =>
        one?.state === 'running' ? [`${task} on ${one.core}`] : [],
      );
      const byCore = cores.flatMap((one, core) =>
        one?.state === 'running' ? [`${one.task} on ${core}`] : [],
      );
      expect(byCore.toSorted()).toEqual(byTask.toSorted());
      const placed = tasks.flatMap((one) => (one?.state === 'running' ? [one.core] : []));
      expect(new Set(placed).size).toBe(placed.length);
    }
  });
});

test('a worker has one task at a time, and there are no more of them than the scenario says', () => {
  always((any, trace) => {
    for (const { tasks } of moments(trace)) {
      const taken = tasks.flatMap((one) => (one?.worker == null ? [] : [one.worker]));
      expect(new Set(taken).size).toBe(taken.length);
      const most = any.workers === 'per-task' ? any.tasks.length : any.workers;
      expect(taken.filter((worker) => worker >= most)).toEqual([]);
    }
  });
});

test('a task has a worker from when it is taken, and gives it up only to wait, if waiting frees', () => {
  always((any, trace) => {
    for (const { state, cause, worker } of trace.tasks.flatMap(({ segments }) => segments)) {
      if (state === 'queued') expect(worker).toBeNull();
      else if (state === 'waiting' && any.waiting === 'frees') expect(worker).toBeNull();
      // After a wait that freed its worker a task may have to stand in line for one.
      else if (cause !== 'io-done' || any.waiting === 'holds') expect(worker).not.toBeNull();
    }
  });
});

describe('nobody stands in line for what is free', () => {
  const count = (states: readonly ({ state: string } | undefined)[], ...wanted: string[]) =>
    states.filter((one) => one !== undefined && wanted.includes(one.state)).length;

  test('no core is idle while a worker is runnable', () => {
    always((any, trace) => {
      const workers = any.workers === 'per-task' ? any.tasks.length : any.workers;
      for (const { tasks, cores } of moments(trace)) {
        if (count(cores, 'idle') === 0) continue;
        const inLine = count(tasks, 'runnable') - count(cores, 'switching');
        // Then only tasks that gave up their worker may be in line, for a worker: all are on cores.
        const allOnCores =
          any.waiting === 'frees' && count(cores, 'running', 'switching') === workers;
        expect(allOnCores ? 0 : inLine).toBe(0);
      }
    });
  });

  test('no worker is free while a task is queued', () => {
    always((any, trace) => {
      for (const { tasks } of moments(trace)) {
        if (count(tasks, 'queued') === 0) continue;
        const ready = count(tasks, 'runnable', 'running');
        const having = any.waiting === 'holds' ? ready + count(tasks, 'waiting') : ready;
        expect(any.workers).toBeLessThanOrEqual(having);
      }
    });
  });
});

test('tasks change their state only in legal ways, each with its cause', () => {
  const legal = new Set([
    'arrives queued arrived',
    'arrives runnable arrived',
    'arrives running dispatched',
    'arrives waiting io-started',
    'queued runnable taken',
    'queued running dispatched',
    'queued waiting io-started',
    'queued ends',
    'runnable running dispatched',
    'running runnable slice-expired',
    'running waiting io-started',
    'running running dispatched',
    'running ends',
    'waiting runnable io-done',
    'waiting running dispatched',
    'waiting ends',
    'arrives ends',
  ]);
  always((_, trace) => {
    for (const { end, segments } of trace.tasks) {
      const states = ['arrives', ...segments.map(({ state }) => state)];
      const changes = segments.map(({ state, cause }, i) => `${states[i]} ${state} ${cause}`);
      if (end !== null) changes.push(`${states.at(-1)} ends`);
      expect(changes.filter((change) => !legal.has(change))).toEqual([]);
    }
  });
});

describe('another task is named as the reason', () => {
  test('for being dispatched, when it left the core as this one was given it, and only then', () => {
    always((_, trace) => {
      for (const { index, segments } of trace.tasks) {
        for (const { core, state, start, causedBy } of segments) {
          if (state !== 'running') continue;
          const lane = trace.cores[core as number]?.segments ?? [];
          let before = lane.findLastIndex(({ end }) => end <= start);
          if (lane[before]?.state === 'switching') before -= 1;
          const last = lane[before];
          const left = last?.state === 'running' && last.task !== index ? last.task : null;
          expect(causedBy).toBe(left);
        }
      }
    });
  });

  test('for being taken, when it gave up the worker at that instant', () => {
    always((_, trace) => {
      for (const { segments } of trace.tasks) {
        for (const { cause, start, causedBy } of segments) {
          if (cause !== 'taken') continue;
          const by = trace.tasks[causedBy as number];
          const waits = by?.segments.some((one) => one.state === 'waiting' && one.start === start);
          expect(by?.end === start || waits).toBe(true);
        }
      }
    });
  });

  test('for an expired slice, when it got the core instead', () => {
    always((_, trace) => {
      for (const { segments } of trace.tasks) {
        for (const [i, { cause, start, causedBy }] of segments.entries()) {
          if (cause !== 'slice-expired' || start === trace.end) continue;
          const lane = trace.cores[segments[i - 1]?.core as number]?.segments;
          expect(causedBy).toBe(lane?.find((one) => one.start === start)?.task);
        }
      }
    });
  });
});

test('switches that cost are as many as the cores show, each of that length unless the clock stops', () => {
  always((any, trace) => {
    const shown = trace.cores
      .flatMap(({ segments }) => segments)
      .filter(({ state }) => state === 'switching');
    if (any.switchCost > 0) expect(shown.length).toBe(trace.switches);
    const whole = shown.filter(({ end }) => end < trace.end);
    expect(whole.filter(({ start, end }) => end - start !== any.switchCost)).toEqual([]);
  });
});

describe('a slice that never runs out', () => {
  /** Bursts of a task; steps of no length do not part them. */
  const bursts = (steps: readonly Step[]) => {
    const found = [0];
    for (const { kind, duration } of steps) {
      if (kind === 'cpu') found.push((found.pop() as number) + duration);
      else if (duration > 0) found.push(0);
    }
    return found;
  };
  const unlike = (slice: number | null, any: Scenario) => {
    const { scenario: _, ...trace } = simulate({ ...any, slice: slice as Scenario['slice'] });
    return JSON.stringify(trace);
  };

  test('as long as the longest burst equals run to block, where a worker does one burst at a time', () => {
    always((any) => {
      if (any.workers !== 'per-task') return;
      const longest = Math.max(1, ...any.tasks.flatMap(({ steps }) => bursts(steps)));
      expect(unlike(longest, any)).toBe(unlike(null, any));
    });
  });

  test('as long as all bursts together equals run to block, where workers go from task to task', () => {
    always((any) => {
      const all = any.tasks.flatMap(({ steps }) => bursts(steps)).reduce((a, b) => a + b, 1);
      expect(unlike(all, any)).toBe(unlike(null, any));
    });
  });
});

describe('the same work in other words', () => {
  test('the same scenario gives the same bytes', () => {
    always((any, trace) => {
      const copy: Scenario = JSON.parse(JSON.stringify(any));
      expect(JSON.stringify(simulate(copy))).toBe(JSON.stringify(trace));
    });
  });

  test('other names change only the names', () => {
    always((any, trace) => {
      const renamed = any.tasks.map((one, i) => ({ ...one, name: `${'zyx'[i % 3]}${i}` }));
      const again = simulate(scenario({ ...any, tasks: renamed }));
      const withNames = trace.tasks.map((one, i) => ({ ...one, name: renamed[i]?.name }));
      expect(again.tasks).toEqual(withNames);
      expect({ ...again, scenario: 0, tasks: 0 }).toEqual({ ...trace, scenario: 0, tasks: 0 });
    });
  });

  test('all times k times as long make a trace k times as long', () => {
    const TIMES = ['start', 'end', 'arrival', 'duration', 'slice', 'switchCost', 'horizon'];
    const scaled = (value: unknown, k: number) =>
      JSON.parse(JSON.stringify(value), (key, found) =>
        TIMES.includes(key) && found !== null ? found * k : found,
      );
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 2, max: 1_000_000 }), (any, k) => {
        expect(scaled(simulate(scaled(any, k)), 1)).toEqual(scaled(simulate(any), k));
      }),
      { numRuns: 500 },
    );
  });
});

test('a second simulator, written apart, gives the same runs', () => {
  /** Neighbours that differ in their causes only are one. */
  const drawn = (lane: readonly Stretch[]) =>
    lane.reduce<Stretch[]>((line, one) => {
      const last = line.at(-1);
      if (last?.state === one.state && last.on === one.on) last.end = one.end;
      else line.push({ ...one });
      return line;
    }, []);
  always((any, { end, switches, tasks, cores }) => {
    const outcome: Outcome = {
      end,
      switches,
      ends: tasks.map((task) => task.end),
      tasks: tasks.map(({ segments }) =>
        drawn(
          segments.map((one) => ({
            state: one.state,
            start: one.start,
            end: one.end,
            on: one.core,
          })),
        ),
      ),
      cores: cores.map(({ segments }) =>
        drawn(
          segments.map((one) => ({
            state: one.state,
            start: one.start,
            end: one.end,
            on: one.task,
          })),
        ),
      ),
    };
    expect(outcome).toEqual(reference(any));
  }, 2000);
});

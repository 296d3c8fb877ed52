// What holds of every run, whatever the scenario: time adds up, nothing is in two places, nothing stands idle in vain.
import { describe, expect, test } from 'vitest';
import { crowdedLength } from '../scenario/crowding.ts';
import type { Scenario, Step } from '../scenario/scenario.ts';
import { switchCostAt } from '../scenario/switch-cost.ts';
import { always } from '../testing/always.ts';
import { moments } from '../testing/moments.ts';
import {
  asked,
  fixed,
  operationsOf,
  timeIn,
  WAITS,
  withoutCrowding,
  withoutUsers,
  written,
  writtenOut,
} from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import type { TaskSegment, Trace } from '../trace/trace.ts';

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0);

const thinks = ({ cause }: TaskSegment) => cause === 'thinking';

describe('segments', () => {
  /** Expects segments that follow each other without gap or overlap from one instant to another. */
  function expectTiles(
    segments: readonly { start: number; end: number }[],
    from: number,
    to: number,
  ) {
    expect(segments.filter(({ start, end }) => start >= end)).toEqual([]);
    expect([from, ...segments.map(({ end }) => end)]).toEqual([
      ...segments.map(({ start }) => start),
      to,
    ]);
  }

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
      for (const { segments } of trace.cores) expectTiles(segments, 0, trace.end);
    });
  });

  test('differ from the one before in state, core or cause, on a core in state or task', () => {
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

const plain = scenarios.map(withoutUsers);

const has = (steps: readonly Step[], kind: Step['kind']) =>
  writtenOut(steps).some((step) => step.kind === kind);

describe('a task that ends has done just what its steps say; another, no more', () => {
  test('it has computed as long', () => {
    always(
      (any, { tasks }) => {
        for (const task of tasks) {
          const most = asked(written(any, task).steps, 'cpu');
          const ran = timeIn(task, 'running');
          if (task.end === null) expect(ran).toBeLessThanOrEqual(most);
          else expect(ran).toBe(most);
        }
      },
      { of: plain },
    );
  });

  test('it has waited as long; all together longer by the time in line for devices', () => {
    always(
      (any, { tasks, devices }) => {
        const most = (task: Trace['tasks'][number]) => asked(written(any, task).steps, ...WAITS);
        const inLine = sum(devices.map(({ queued }) => queued));
        const over = tasks.map((task) => timeIn(task, 'waiting') - most(task));
        const ended = tasks.map(({ end }) => end !== null);
        // What begins together can stand in line side by side.
        const oneByOne = any.tasks.every(({ steps }) => !has(steps, 'together'));
        if (ended.every(Boolean) && oneByOne) expect(sum(over)).toBe(inLine);
        else expect(sum(over)).toBeLessThanOrEqual(inLine);
        expect(over.filter((time, i) => ended[i] && time < 0)).toEqual([]);
        if (inLine === 0) expect(over.filter((time) => time > 0)).toEqual([]);
      },
      { of: plain.map(withoutCrowding) },
    );
  });

  test('a user, in each of its rounds, which its thinking parts', () => {
    always((any, { tasks }) => {
      for (const task of tasks) {
        const { think, steps } = written(any, task);
        if (think === undefined) {
          expect(task.rounds).toEqual([]);
          continue;
        }
        let before: number = task.arrival;
        for (const { start, end } of task.rounds) {
          expect(start - before).toBe(think);
          expect(timeIn(task, 'running', start, end)).toBe(asked(steps, 'cpu'));
          expect(timeIn(task, 'waiting', start, end)).toBeGreaterThanOrEqual(
            asked(steps, ...WAITS),
          );
          before = end;
        }
        expect(task.end).toBeNull();
      }
    });
  });
});

describe('one at a time', () => {
  test('a core runs one task, and a task runs on one core: both lanes say the same', () => {
    always((_, trace) => {
      for (const { tasks, cores } of moments(trace)) {
        const byTask = tasks.flatMap((one, task) =>
          one?.state === 'running' ? [`${task} on ${one.core}`] : [],
        );
        const byCore = cores.flatMap((one, core) =>
          one?.state === 'running' ? [`${one.task} on ${core}`] : [],
        );
        expect(byCore.toSorted()).toEqual(byTask.toSorted());
        const switchedTo = cores.flatMap((one) => (one?.state === 'switching' ? [one.task] : []));
        expect(new Set(switchedTo).size).toBe(switchedTo.length);
        expect(switchedTo.filter((one) => tasks[one as number]?.state !== 'runnable')).toEqual([]);
      }
    });
  });

  test('a worker has one task that runs or holds it, and there are no more than the scenario says', () => {
    // At the end of a runtime slice or of a round a task can go on with another worker within one segment.
    const of = scenarios
      .filter(({ tasks }) => tasks.every(({ think }) => think !== 0))
      .map((any) => ({ ...any, runtimeSlice: null }));
    always(
      (any, trace) => {
        const most = any.workers === 'per-task' ? trace.tasks.length : any.workers;
        for (const { tasks } of moments(trace)) {
          const having = tasks.filter(
            (one) => one?.state === 'running' || (any.waiting === 'holds' && one?.worker != null),
          );
          const workers = having.map((one) => one?.worker);
          expect(new Set(workers).size).toBe(workers.length);
          expect(workers.filter((worker) => worker == null || worker >= most)).toEqual([]);
        }
      },
      { of },
    );
  });

  test('a task has its own worker or none, where everyone has one', () => {
    always((any, { tasks }) => {
      if (any.workers !== 'per-task') return;
      for (const { index, segments } of tasks) {
        expect(segments.filter(({ worker }) => worker !== null && worker !== index)).toEqual([]);
      }
    });
  });
});

test('a task has a worker from when it is taken, and gives it up to wait, if waiting frees, or to think', () => {
  always((any, trace) => {
    for (const task of trace.tasks) {
      const blocks = asked(written(any, task).steps, 'block') > 0;
      for (const segment of task.segments) {
        const { state, cause, worker } = segment;
        const waits = state === 'waiting' || state === 'blocked';
        const none =
          state === 'queued' || thinks(segment) || (waits && !blocks && any.waiting === 'frees');
        if (none) expect(worker).toBeNull();
        else if (state === 'running' || any.waiting === 'holds') {
          // Only a task whose runtime slice has ended is in line for a worker that it then had.
          if (cause !== 'runtime-slice-expired') expect(worker).not.toBeNull();
        }
      }
    }
  });
});

describe('nobody stands in line for what is free', () => {
  /** How many workers tasks may hold while they wait, at most. */
  const holders = (
    any: Trace['scenario'],
    trace: Trace,
    tasks: readonly (TaskSegment | undefined)[],
  ) =>
    tasks.filter((one, i) => {
      if (!one || thinks(one) || !['waiting', 'blocked'].includes(one.state)) return false;
      const { steps } = written(any, trace.tasks[i] as Trace['tasks'][number]);
      return any.waiting === 'holds' || asked(steps, 'block') > 0;
    }).length;
  const count = (states: readonly ({ state: string } | undefined)[], ...wanted: string[]) =>
    states.filter((one) => one !== undefined && wanted.includes(one.state)).length;

  test('no core is idle while a worker is runnable: who is in line then is in line for a worker', () => {
    always((any, trace) => {
      for (const { tasks, cores } of moments(trace)) {
        const inLine = count(tasks, 'runnable') - count(cores, 'switching');
        if (count(cores, 'idle') === 0 || inLine === 0) continue;
        expect(any.workers).not.toBe('per-task');
        const busy = count(cores, 'running', 'switching') + holders(any, trace, tasks);
        expect(busy).toBeGreaterThanOrEqual(any.workers as number);
      }
    });
  });

  test('no worker is free while a task is queued', () => {
    always((any, trace) => {
      for (const { tasks } of moments(trace)) {
        if (count(tasks, 'queued') === 0) continue;
        expect(any.workers).not.toBe('per-task');
        const busy = count(tasks, 'runnable', 'running') + holders(any, trace, tasks);
        expect(busy).toBeGreaterThanOrEqual(any.workers as number);
      }
    });
  });
});

test('the cores show the switches that were begun, each of its length unless the clock stops', () => {
  always((any, { cores, tasks, end, switches, runtimeSwitches }) => {
    const shown = cores
      .flatMap(({ segments }) => segments)
      .filter(({ state }) => state === 'switching');
    const { switchCost, runtimeSwitchCost } = any;
    const costs = tasks.map((_, others) => switchCostAt(any, others + 1));
    // One of the core and one of the worker follow each other without a gap.
    const lengths = [runtimeSwitchCost, ...costs, ...costs.map((cost) => cost + runtimeSwitchCost)];
    const whole = shown.filter((one) => one.end < end);
    expect(whole.filter((one) => !lengths.includes(one.end - one.start))).toEqual([]);
    const time = sum(shown.map((one) => one.end - one.start));
    const least = switches * switchCost + runtimeSwitches * runtimeSwitchCost;
    const most = least + switches * (Math.max(switchCost, ...costs) - switchCost);
    if (whole.length === shown.length) expect(time).toBeGreaterThanOrEqual(least);
    expect(time).toBeLessThanOrEqual(most);
    if (any.workers === 'per-task') expect(runtimeSwitches).toBe(0);
  });
});

test('a device serves no more at once than it can, and all that it was asked for', () => {
  always((any, trace) => {
    for (const [i, { name, capacity, operations, busy, queued }] of trace.devices.entries()) {
      const { crowding } = any.devices[i] as Scenario['devices'][number];
      if (capacity === null) expect(queued).toBe(0);
      else expect(busy).toBeLessThanOrEqual(capacity * trace.end);
      if (trace.tasks.some(({ end }) => end === null)) continue;
      const lengths = trace.tasks
        .flatMap((task) => operationsOf(written(any, task).steps))
        .flatMap(({ device, duration }) => (device === name ? [fixed(duration)] : []));
      const most = lengths.map((length) =>
        crowding ? crowdedLength(length, crowding, lengths.length) : length,
      );
      expect(busy).toBeGreaterThanOrEqual(sum(lengths));
      expect(busy).toBeLessThanOrEqual(sum(most));
      expect(operations).toBe(lengths.filter((length) => length > 0).length);
    }
  });
});

describe('the end', () => {
  test('comes when all have ended, at the horizon, or when those who are left wait for each other', () => {
    always((any, { deadlock, end, tasks, truncated }) => {
      const left = tasks.filter((task) => task.end === null).map(({ index }) => index);
      expect(truncated).toBeNull();
      if (deadlock) expect(deadlock.map(({ task }) => task)).toEqual(left);
      else if (any.horizon === null) expect(left).toEqual([]);
      else expect(end).toBe(any.horizon);
    });
  });

  test('with a deadlock names for each what it awaits: a lock of one who is stuck too, or a worker', () => {
    always(
      (_, { deadlock, tasks }) => {
        if (!deadlock) return;
        const stuck = new Set(deadlock.map(({ task }) => task));
        expect(deadlock.some(({ awaits }) => awaits !== null)).toBe(true);
        for (const { task, awaits, heldBy } of deadlock) {
          const last = tasks[task]?.segments.at(-1);
          if (awaits === null) expect(heldBy).toBeNull();
          else expect(stuck.has(heldBy as number) && heldBy !== task).toBe(true);
          // Who waits since the last instant has no segment of that yet.
          if (last && awaits === null) expect(last.state).not.toBe('blocked');
        }
      },
      { runs: 2000 },
    );
  });
});

// The same work in other words, and settings that make no difference: the trace is the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Step, Task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { asked, fixed, withoutUsers, writtenOut } from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import type { Trace } from '../trace/trace.ts';

/** A trace as plain data, without the scenario that it is of. */
const bare = ({ scenario: _, ...trace }: Trace) => JSON.parse(JSON.stringify(trace));

/** Without what tells copies from tasks that were written one by one. */
const nameless = (trace: Trace) => {
  const { tasks, ...rest } = bare(trace);
  return { ...rest, tasks: tasks.map((one: object) => ({ ...one, name: 0, of: 0 })) };
};

const withSteps = (any: Scenario, change: (steps: readonly Step[], task: number) => Step[]) => ({
  ...any,
  tasks: any.tasks.map((task, i) => ({ ...task, steps: change(task.steps, i) })),
});

/** Every copy as a task of its own. */
const oneByOne = (any: Scenario): Scenario => ({
  ...any,
  tasks: any.tasks.flatMap(({ count = 1, spacing, ...task }) =>
    Array.from({ length: count }, (_, i): Task => {
      const gap = spacing && 'every' in spacing ? spacing.every : 0;
      return { ...task, name: `${task.name}-${i}`, arrival: (task.arrival + i * gap) as Nanos };
    }),
  ),
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
      const renamed = any.tasks.map((one, i) => ({ ...one, name: `${'zyx'[i % 3]}-${i}-` }));
      const again = bare(simulate(scenario({ ...any, tasks: renamed })));
      const names = again.tasks.map(({ name }: { name: string }) => name);
      const copies = renamed.flatMap(({ name, count }) =>
        count === undefined ? [name] : Array.from({ length: count }, (_, i) => `${name}${i + 1}`),
      );
      expect(names).toEqual(copies);
      const { tasks, ...rest } = bare(trace);
      const same = tasks.map((one: object, i: number) => ({ ...one, name: names[i] }));
      expect(again).toEqual({ ...rest, tasks: same });
    });
  });

  test('copies are tasks written one by one', () => {
    always((any, trace) => expect(nameless(simulate(oneByOne(any)))).toEqual(nameless(trace)));
  });

  test('repeats are steps written one after the other, and steps of no length may go', () => {
    always((any, trace) => {
      const plain = withSteps(any, (steps) =>
        writtenOut(steps).filter((step) => !('duration' in step) || fixed(step.duration) > 0),
      );
      expect(bare(simulate(plain))).toEqual(bare(trace));
    });
  });

  test('a device with no limit is none', () => {
    always((any) => {
      const devices = any.devices.map((device) => ({ ...device, capacity: null }));
      const { devices: _, ...unlimited } = bare(simulate({ ...any, devices }));
      const none = withSteps(any, (steps) =>
        writtenOut(steps).map((step) =>
          step.kind === 'io' ? { kind: 'io', duration: step.duration } : step,
        ),
      );
      const { devices: __, ...without } = bare(simulate({ ...none, devices: [] }));
      expect(unlimited).toEqual(without);
    });
  });

  test('a lock that nobody else takes is none', () => {
    always((found) => {
      const any = oneByOne(found);
      const own = withSteps(any, (steps, i) =>
        writtenOut(steps).map((step) =>
          'lock' in step ? { ...step, lock: `${step.lock}-${i}` } : step,
        ),
      );
      const none = withSteps(any, (steps) => writtenOut(steps).filter((step) => !('lock' in step)));
      expect(bare(simulate(own))).toEqual(bare(simulate(none)));
    });
  });

  test('all times k times as long make a trace k times as long, where no policy has times of its own', () => {
    const TIMES =
      'start end arrival duration slice runtimeSlice switchCost runtimeSwitchCost every think horizon busy queued';
    const times = TIMES.split(' ');
    const scaled = (value: unknown, k: number) =>
      JSON.parse(JSON.stringify(value), (key, found) =>
        times.includes(key) && found !== null ? found * k : found,
      );
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 2, max: 1_000_000 }), (any, k) => {
        fc.pre(any.policy !== 'fair');
        expect(scaled(simulate(scaled(any, k)), 1)).toEqual(scaled(simulate(any), k));
      }),
      { numRuns: 300 },
    );
  });
});

describe('a slice that never runs out equals none', () => {
  const inTurns = (any: Scenario, slice: number) =>
    bare(simulate({ ...any, policy: 'round-robin', slice: slice as Nanos, tick: null }));
  const toBlock = (any: Scenario) => simulate({ ...any, policy: 'fifo', slice: null, tick: null });
  /** Bursts of a task; a lock may be free, and steps of no length part nothing. */
  const bursts = (steps: readonly Step[]) => {
    const found = [0];
    for (const step of writtenOut(steps)) {
      if (!('duration' in step)) continue;
      const length = fixed(step.duration);
      if (step.kind === 'cpu') found.push((found.pop() as number) + length);
      else if (length > 0) found.push(0);
    }
    return found;
  };

  test('if it is as long as the longest burst, where a worker does one burst at a time', () => {
    const of = scenarios.map((any) => ({ ...withoutUsers(any), workers: 'per-task' as const }));
    always(
      (any) => {
        const longest = Math.max(1, ...any.tasks.flatMap(({ steps }) => bursts(steps)));
        expect(inTurns(any, longest)).toEqual(bare(toBlock(any)));
      },
      { of },
    );
  });

  test('if it is longer than the run, where workers go from task to task', () => {
    always((any) => {
      const trace = toBlock(any);
      expect(inTurns(any, trace.end + 1)).toEqual(bare(trace));
    });
  });

  test('also the slice of the upper level; with a worker per task, whatever it is', () => {
    always((any) => {
      const none = simulate({ ...any, runtimeSlice: null });
      const long = { ...any, runtimeSlice: (none.end + 1) as Nanos };
      expect(bare(simulate(long))).toEqual(bare(none));
      const own: Scenario = { ...any, workers: 'per-task' };
      const plain = { ...own, runtimeSlice: null, runtimeSwitchCost: 0 as Nanos };
      expect(bare(simulate(own))).toEqual(bare(simulate(plain)));
    });
  });
});

test('a task alone takes as long as its steps, whatever the machine', () => {
  const alone = scenarios.map((any) => {
    const free = { switchCost: 0 as Nanos, runtimeSwitchCost: 0 as Nanos, horizon: null };
    const [first] = withoutUsers(any).tasks;
    return { ...any, ...free, tasks: [{ ...(first as Task), count: 1 }] };
  });
  always(
    (any, { tasks, deadlock }) => {
      const { steps, arrival } = any.tasks[0] as Task;
      expect(deadlock).toBeNull();
      expect(tasks[0]?.end).toBe(arrival + asked(steps, 'cpu', 'io', 'block'));
    },
    { of: alone },
  );
});

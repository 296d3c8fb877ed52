// The same work in other words, and settings that make no difference: the trace is the same.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Operation, Scenario, Step, Task } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import {
  asked,
  fixed,
  lasts,
  operationsOf,
  WAITS,
  withoutCrowding,
  withoutRetries,
  withoutUsers,
  writtenOut,
} from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import type { Trace } from '../trace/trace.ts';

const deviceless = ({ duration }: Operation): Operation => ({ kind: 'io', duration });

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
      const resends = trace.tasks.flatMap(({ resend }) =>
        resend === null ? [] : [`${copies[resend.of]} again ${resend.number}`],
      );
      expect(names).toEqual([...copies, ...resends]);
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
      const takesTime = (step: Step) => !('duration' in step) || fixed(step.duration) > 0;
      const plain = withSteps(any, (steps) =>
        writtenOut(steps)
          .map((step) =>
            step.kind === 'together' ? { ...step, steps: step.steps.filter(takesTime) } : step,
          )
          .filter((step) => (step.kind === 'together' ? step.steps.length > 0 : takesTime(step))),
      );
      expect(bare(simulate(plain))).toEqual(bare(trace));
    });
  });

  test('a device with no limit is none', () => {
    always((any) => {
      const devices = any.devices.map(({ name }) => ({ name, capacity: null }));
      const { devices: _, ...unlimited } = bare(simulate({ ...any, devices }));
      const none = withSteps(any, (steps) =>
        writtenOut(steps).map((step): Step => {
          if (step.kind === 'together') return { ...step, steps: step.steps.map(deviceless) };
          return step.kind === 'io' ? deviceless(step) : step;
        }),
      );
      const { devices: __, ...without } = bare(simulate({ ...none, devices: [] }));
      expect(unlimited).toEqual(without);
    });
  });

  test('a lock that nobody else takes is none', () => {
    always((found) => {
      const any = oneByOne(withoutRetries(found));
      const own = withSteps(any, (steps, i) =>
        writtenOut(steps).map((step) =>
          'lock' in step ? { ...step, lock: `${step.lock}-${i}` } : step,
        ),
      );
      const none = withSteps(any, (steps) => writtenOut(steps).filter((step) => !('lock' in step)));
      expect(bare(simulate(own))).toEqual(bare(simulate(none)));
    });
  });

  test('all times k times as long make a trace k times as long, where no policy has times of its own and none is rounded', () => {
    const TIMES =
      'start end arrival duration slice runtimeSlice switchCost runtimeSwitchCost every think after horizon busy queued';
    const times = TIMES.split(' ');
    const scaled = (value: unknown, k: number) =>
      JSON.parse(JSON.stringify(value), (key, found) =>
        times.includes(key) && found !== null ? found * k : found,
      );
    fc.assert(
      fc.property(scenarios, fc.integer({ min: 2, max: 1_000_000 }), (found, k) => {
        fc.pre(found.policy !== 'fair');
        const any = { ...withoutCrowding(found), switchGrowth: [] };
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
      const length = lasts(step);
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

describe('a task alone', () => {
  const alone = scenarios.map((any) => {
    const free = { switchCost: 0 as Nanos, runtimeSwitchCost: 0 as Nanos, horizon: null };
    const [first] = withoutRetries(withoutUsers(any)).tasks;
    return { ...withoutCrowding(any), ...free, tasks: [{ ...(first as Task), count: 1 }] };
  });

  test('takes as long as its steps, whatever the machine; of what begins together, as the longest', () => {
    const of = alone.map((any) => ({
      ...any,
      devices: any.devices.map((device) => ({ ...device, capacity: null })),
    }));
    always(
      (any, { tasks, deadlock }) => {
        const { steps, arrival } = any.tasks[0] as Task;
        expect(deadlock).toBeNull();
        expect(tasks[0]?.end).toBe(arrival + asked(steps, 'cpu', ...WAITS));
      },
      { of },
    );
  });

  /** When the last of some lengths is done that so many servers take one after the other, each who is free the next. */
  const served = (lengths: readonly number[], servers: number) => {
    const free = Array.from({ length: Math.min(servers, lengths.length) }, () => 0);
    for (const length of lengths) {
      const first = free.indexOf(Math.min(...free));
      free[first] = (free[first] as number) + length;
    }
    return Math.max(0, ...free);
  };

  test('waits, for what begins together, until each device has served its part of it', () => {
    always(
      (any, { tasks }) => {
        const { steps, arrival } = any.tasks[0] as Task;
        const waits = writtenOut(steps).reduce((sum, step) => {
          if (step.kind !== 'together') return sum + lasts(step);
          const devices = [{ name: undefined, capacity: null }, ...any.devices];
          const ends = devices.map(({ name, capacity }) => {
            const its = step.steps.filter(({ device }) => device === name);
            return served(its.map(lasts), capacity ?? its.length);
          });
          return sum + Math.max(...ends);
        }, 0);
        expect(tasks[0]?.end).toBe(arrival + waits);
      },
      { of: alone },
    );
  });
});

describe('operations that begin together', () => {
  test('one is the same as that one by itself', () => {
    always((any, trace) => {
      const within = withSteps(any, (steps) =>
        writtenOut(steps).map((step) =>
          step.kind === 'io' ? { kind: 'together', steps: [step] } : step,
        ),
      );
      expect(bare(simulate(within))).toEqual(bare(trace));
    });
  });

  test('in another order, and on devices with no limit, are the same', () => {
    let turned = 0;
    always((found) => {
      const any = {
        ...found,
        devices: found.devices.map(({ name }) => ({ name, capacity: null })),
      };
      const reversed = withSteps(any, (steps) =>
        writtenOut(steps).map((step) => {
          if (step.kind !== 'together') return step;
          turned += new Set(step.steps.map(lasts)).size > 1 ? 1 : 0;
          return { ...step, steps: step.steps.toReversed() };
        }),
      );
      expect(bare(simulate(reversed))).toEqual(bare(simulate(any)));
    });
    expect(turned).toBeGreaterThan(100);
  });

  test('on a device that serves one at a time, for nobody else, are the same as one after the other', () => {
    let several = 0;
    const of = scenarios.map((any) => {
      const [first] = withoutRetries(withoutUsers(any)).tasks;
      return { ...any, tasks: [{ ...(first as Task), count: 1 }] };
    });
    always(
      (any) => {
        const own = { ...any, devices: [{ name: 'own', capacity: 1 }] };
        const onIt = ({ duration }: Operation): Operation => ({
          kind: 'io',
          duration,
          device: 'own',
        });
        const devices = (change: (list: Operation[]) => Step[]) =>
          withSteps(own, (steps) =>
            writtenOut(steps).flatMap((step): Step[] => {
              if (step.kind === 'io') return [onIt(step)];
              return step.kind === 'together' ? change(step.steps.map(onIt)) : [step];
            }),
          );
        several += operationsOf(any.tasks[0]?.steps ?? []).length > 1 ? 1 : 0;
        const { devices: _, ...atOnce } = bare(
          simulate(devices((steps) => [{ kind: 'together', steps }])),
        );
        const { devices: __, ...inTurn } = bare(simulate(devices((steps) => steps)));
        expect(atOnce).toEqual(inTurn);
      },
      { of },
    );
    expect(several).toBeGreaterThan(50);
  });
});

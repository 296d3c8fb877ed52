// What tasks share besides cores: devices serve, and locks are granted, in the order in which they were asked for.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Step } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { asked, written } from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import type { TaskTrace } from '../trace/trace.ts';

const time = (least: number, most: number) =>
  fc.integer({ min: least, max: most }).map((n) => n as Nanos);

const requests = fc.array(fc.record({ arrival: time(0, 20), duration: time(1, 9) }), {
  minLength: 1,
  maxLength: 12,
});

/** When each request ends that asks one of `capacity` servers in the order of arrival. */
function served(all: readonly { arrival: number; duration: number }[], capacity: number): number[] {
  const free = new Array<number>(capacity).fill(0);
  const ends = new Map<object, number>();
  for (const one of all.toSorted((a, b) => a.arrival - b.arrival)) {
    const end = Math.max(one.arrival, Math.min(...free)) + one.duration;
    free[free.indexOf(Math.min(...free))] = end;
    ends.set(one, end);
  }
  return all.map((one) => ends.get(one) as number);
}

const run = (
  all: readonly { arrival: Nanos; duration: Nanos }[],
  stepsOf: (duration: Nanos) => Step[],
  devices: Scenario['devices'] = [],
) =>
  simulate(
    scenario({
      devices,
      tasks: all.map(({ arrival, duration }, i) => {
        return { name: `t${i}`, arrival, steps: stepsOf(duration) };
      }),
    }),
  );

test('a device serves so many at once, and whoever came first', () => {
  fc.assert(
    fc.property(requests, fc.integer({ min: 1, max: 3 }), (all, capacity) => {
      const devices = [{ name: 'db', capacity }];
      const trace = run(all, (duration) => [{ kind: 'io', device: 'db', duration }], devices);
      const ends = served(all, capacity);
      expect(trace.tasks.map(({ end }) => end)).toEqual(ends);
      const busy = all.reduce((sum, { duration }) => sum + duration, 0);
      const inAll = all.reduce((sum, { arrival }, i) => sum + (ends[i] as number) - arrival, 0);
      expect(trace.devices[0]).toMatchObject({
        operations: all.length,
        busy,
        queued: inAll - busy,
      });
    }),
  );
});

test('k operations of d each on a device of capacity c take ceil(k / c) × d', () => {
  const small = fc.integer({ min: 1, max: 20 });
  fc.assert(
    fc.property(small, small, time(1, 50), (k, capacity, duration) => {
      const steps: Step[] = [{ kind: 'io', device: 'db', duration }];
      const trace = simulate(
        scenario({
          devices: [{ name: 'db', capacity }],
          tasks: [{ name: 't', count: k, arrival: 0 as Nanos, steps }],
        }),
      );
      expect(trace.end).toBe(Math.ceil(k / capacity) * duration);
    }),
  );
});

test('a lock is a device of capacity 1 that is held over any steps', () => {
  fc.assert(
    fc.property(requests, (all) => {
      const lock = 'm';
      const trace = run(all, (duration) => [
        { kind: 'lock', lock },
        { kind: 'io', duration },
        { kind: 'unlock', lock },
      ]);
      expect(trace.tasks.map(({ end }) => end)).toEqual(served(all, 1));
    }),
  );
});

test('a lock has one holder at a time, and goes to whoever has waited longest, on every machine', () => {
  /** When a task has run for so long. */
  const hasRun = ({ segments }: TaskTrace, time: number) => {
    let left = time;
    for (const { state, start, end } of segments) {
      if (state !== 'running') continue;
      if (end - start >= left) return start + left;
      left -= end - start;
    }
    return Infinity;
  };
  /** Everyone computes, takes the lock, computes with it, and computes. */
  const lengths = fc.infiniteStream(fc.noBias(fc.integer({ min: 1, max: 9 })));
  const of = fc.tuple(scenarios, lengths).map(([any, stream]): Scenario => {
    const unit = any.tick !== null && any.tick % 250_000 === 0 ? 250_000 : 1;
    const cpu = (): Step => ({
      kind: 'cpu',
      duration: ((stream.next().value ?? 1) * unit) as Nanos,
    });
    return {
      ...any,
      tasks: any.tasks.map(({ think: _, ...task }): Scenario['tasks'][number] => ({
        ...task,
        steps: [cpu(), { kind: 'lock', lock: 'm' }, cpu(), { kind: 'unlock', lock: 'm' }, cpu()],
      })),
    };
  });
  always(
    (any, { tasks }) => {
      const held = tasks.flatMap((task) => {
        const [before, , within] = written(any, task).steps as [Step, Step, Step];
        const asks = hasRun(task, asked([before], 'cpu'));
        const gives = hasRun(task, asked([before, within], 'cpu'));
        const at = task.segments.findIndex(({ state }) => state === 'blocked');
        const waits = task.segments[at];
        const after = waits && task.segments[at + 1];
        const gets = waits?.end ?? asks;
        return asks === Infinity ? [] : [{ index: task.index, asks, gets, gives, waits, after }];
      });
      const inTurn = held.toSorted((a, b) => a.gets - b.gets || a.gives - b.gives);
      for (const [i, one] of inTurn.entries()) {
        const next = inTurn[i + 1];
        // Whoever still waits at the end has got nothing.
        if (!next || next.gives === Infinity) continue;
        expect(next.gets).toBeGreaterThanOrEqual(one.gives);
        expect(next.asks).toBeGreaterThanOrEqual(one.asks);
        if (!next.waits) continue;
        expect(next.gets).toBe(one.gives);
        if (next.after?.cause === 'lock-granted') expect(next.after.causedBy).toBe(one.index);
        const { asks, waits } = next;
        const holding = held.filter(({ gets, gives }) => gets <= asks && asks <= gives);
        expect(holding.map(({ index }) => index)).toContain(waits.causedBy);
      }
    },
    { of },
  );
});

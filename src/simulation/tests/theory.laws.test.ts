// Little's law and the utilisation law, which hold of every single run, to the ns.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { instants } from '../readers/instants.ts';
import { metrics } from '../readers/metrics.ts';
import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import { always } from '../testing/always.ts';
import { type Moment, moments } from '../testing/moments.ts';
import {
  lasts,
  operationsOf,
  withoutCrowding,
  withoutUsers,
  writtenOut,
} from '../testing/programs.ts';
import { scenarios } from '../testing/scenarios.ts';
import { littlesLaw, utilisationLaw } from '../theory/laws.ts';
import type { TaskState, Trace } from '../trace/trace.ts';

/** The laws know no unit: here a ns is taken for a ms, so that rates are per thousand ns. */
const perSecond = (count: number, time: number) => (1000 * count) / time;

const sum = (values: readonly number[]) => values.reduce((a, b) => a + b, 0);

/** The area under a number over time, up to the trace's end. */
function area(trace: Trace, number: (moment: Moment) => number): number {
  const times = instants(trace);
  return sum(
    moments(trace).map(
      (moment, i) => number(moment) * ((times[i + 1] as number) - (times[i] as number)),
    ),
  );
}

const inState =
  (...states: readonly TaskState[]) =>
  ({ tasks }: Moment) =>
    tasks.filter((one) => one !== undefined && states.includes(one.state)).length;

describe("Little's law", () => {
  test('of all tasks: the area under their number is the sum of their times', () => {
    always((_, trace) => {
      const here = trace.tasks.filter(({ arrival }) => arrival < trace.end);
      const times = here.map(({ arrival, end }) => (end ?? trace.end) - arrival);
      const counted = area(trace, ({ tasks }) => tasks.filter(Boolean).length);
      expect(counted).toBe(sum(times));
      if (here.length === 0) return;
      const law = littlesLaw(perSecond(here.length, trace.end), sum(times) / here.length);
      expect(law).toBeCloseTo(counted / trace.end, 9);
    });
  });

  test('of rounds: the area under the number of users who do not think is the sum of their rounds', () => {
    always((any, trace) => {
      const users = trace.tasks.filter(({ of }) => any.tasks[of]?.think !== undefined);
      const done = users.flatMap(({ rounds }) => rounds.map(({ start, end }) => end - start));
      // Of a round that the horizon has cut off, what there was.
      const begun = users.flatMap(({ rounds, segments, arrival }) => {
        const since = rounds.at(-1)?.end ?? arrival;
        return segments
          .filter(({ end, cause }) => end > since && cause !== 'thinking')
          .map(({ start, end }) => end - Math.max(start, since));
      });
      const asking = area(
        trace,
        ({ tasks }) =>
          users.filter(({ index }) => {
            const now = tasks[index];
            return now !== undefined && now.cause !== 'thinking';
          }).length,
      );
      expect(asking).toBe(sum(done) + sum(begun));
    });
  });

  const step = fc.record({
    kind: fc.constantFrom('cpu' as const, 'io' as const),
    duration: fc.integer({ min: 0, max: 9 }).map((n) => n as Nanos),
  });
  const networks = fc
    .record({
      cores: fc.integer({ min: 1, max: 2 }),
      capacity: fc.integer({ min: 1, max: 3 }),
      slice: fc.constantFrom(null, 2 as Nanos),
      tasks: fc.array(
        fc.record({
          arrival: fc.integer({ min: 0, max: 20 }).map((n) => n as Nanos),
          steps: fc.array(step, { maxLength: 6 }),
        }),
        { minLength: 1, maxLength: 8 },
      ),
    })
    .map(({ capacity, tasks, ...machine }) =>
      scenario({
        ...machine,
        devices: [{ name: 'db', capacity }],
        tasks: tasks.map(({ arrival, steps }, i): Task => {
          const device = 'db';
          const asked = steps.map((one) => (one.kind === 'io' ? { ...one, device } : one));
          return { name: `t${i}`, arrival, steps: asked as Task['steps'] };
        }),
      }),
    );

  test('of a device: in line for it, and served by it', () => {
    always(
      (any, trace) => {
        const capacity = any.devices[0]?.capacity as number;
        const at = inState('waiting');
        const served = area(trace, (moment) => Math.min(at(moment), capacity));
        const inLine = area(trace, (moment) => Math.max(at(moment) - capacity, 0));
        expect(trace.devices[0]).toMatchObject({ busy: served, queued: inLine });
      },
      { of: networks },
    );
  });
});

describe('the utilisation law', () => {
  /** All lengths (ns) that all tasks ask of the cores, or of a device. */
  const lengthsOf = (any: Scenario, trace: Trace, asked: 'cores' | { readonly device: string }) =>
    trace.tasks.flatMap(({ of }): number[] => {
      const { steps } = any.tasks[of] as Task;
      if (asked === 'cores') {
        return writtenOut(steps).flatMap((one) => (one.kind === 'cpu' ? [lasts(one)] : []));
      }
      return operationsOf(steps)
        .filter(({ device }) => device === asked.device)
        .map(lasts);
    });

  const whole = scenarios.map((any) => ({
    ...withoutCrowding(withoutUsers(any)),
    horizon: null,
  }));

  test('of the cores and of each device, from what was asked of them', () => {
    let held = 0;
    always(
      (any, trace) => {
        if (trace.deadlock !== null || trace.end === 0) return;
        const expected = (lengths: readonly number[], servers: number) =>
          utilisationLaw(
            perSecond(lengths.length, trace.end),
            sum(lengths) / Math.max(1, lengths.length),
            servers,
          );
        const { utilisation, devices } = metrics(trace);
        const law = expected(lengthsOf(any, trace, 'cores'), any.cores);
        expect(utilisation).toBeCloseTo(law, 9);
        held += 1;
        for (const [i, { name, capacity }] of any.devices.entries()) {
          if (capacity === null) continue;
          const ofDevice = expected(lengthsOf(any, trace, { device: name }), capacity);
          expect(devices[i]?.utilisation).toBeCloseTo(ofDevice, 9);
        }
      },
      { of: whole },
    );
    expect(held).toBeGreaterThan(200);
  });
});

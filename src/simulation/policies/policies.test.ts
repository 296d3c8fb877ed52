// What each policy promises, on random scenarios.
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ms, type Nanos } from '../nanos.ts';
import { type Scenario, scenario, type Task } from '../scenario.ts';
import { simulate } from '../simulate.ts';
import { always } from '../testing/always.ts';
import { moments } from '../testing/moments.ts';
import { asked, timeIn, withoutUsers, written } from '../testing/programs.ts';
import { fairScenarios, shortScenarios } from '../testing/scenarios.ts';
import type { TaskTrace, Trace } from '../trace.ts';

const whole = (least: number, most: number) => fc.noBias(fc.integer({ min: least, max: most }));
const time = (least: number, most: number) => whole(least, most).map((n) => n as Nanos);

/** The rules of a scenario that are its policy's. */
type Rules = Pick<Scenario, 'policy' | 'slice' | 'tick'>;

const FIFO: Rules = { policy: 'fifo', slice: null, tick: null };
const SHORTEST: Rules = { policy: 'shortest-remaining', slice: null, tick: null };
const PRIORITY: Rules = { policy: 'priority', slice: null, tick: null };
const turns = (slice: number): Rules => ({
  policy: 'round-robin',
  slice: slice as Nanos,
  tick: null,
});
const fair = (tick: number): Rules => ({ policy: 'fair', slice: null, tick: tick as Nanos });

/** Random scenarios under some rules, with a worker per task: then who is runnable is in the run queue. */
const under = (...rules: Rules[]) =>
  fc
    .tuple(shortScenarios, fc.constantFrom(...rules))
    .map(([any, some]): Scenario => ({ ...any, ...some, workers: 'per-task' }));

/** Tasks that only compute, on one core, all there from the start or not. */
const computing = (lasting: fc.Arbitrary<Nanos>, arriving: fc.Arbitrary<Nanos>) =>
  fc.array(
    fc.record({ arrival: arriving, duration: lasting, weight: whole(1, 4), priority: whole(0, 9) }),
    { minLength: 1, maxLength: 6 },
  );

type Work = readonly { arrival: Nanos; duration: Nanos; weight: number; priority: number }[];

const tasksOf = (work: Work): Task[] =>
  work.map(({ duration, ...task }, i) => ({
    name: `t${i}`,
    ...task,
    steps: [{ kind: 'cpu', duration }],
  }));

describe('fifo and round-robin', () => {
  /** Since when a task stands in the run queue, and when it is given a core. */
  const turnsOf = ({ index, segments }: TaskTrace, { cores, end }: Trace) =>
    segments
      .filter(({ state }) => state === 'runnable')
      .map((one) => {
        const switches = cores
          .flatMap((core) => core.segments)
          .find(
            (other) => other.state === 'switching' && other.task === index && other.end === one.end,
          );
        const given = switches?.start ?? one.end;
        return { joins: one.start, given: given === end ? Infinity : given };
      });

  test('give cores in the order of joining the run queue', () => {
    always(
      (_, trace) => {
        const all = trace.tasks
          .flatMap((task) => turnsOf(task, trace))
          .toSorted((a, b) => a.joins - b.joins || a.given - b.given);
        for (const [i, { given }] of all.entries()) {
          expect(given).toBeGreaterThanOrEqual(all[i - 1]?.given ?? 0);
        }
      },
      { of: under(FIFO, turns(1), turns(3)) },
    );
  });

  test('round-robin lets nobody wait longer than all others take a turn', () => {
    const drawn = fc.record({
      work: computing(time(1, 30), time(0, 20)),
      slice: time(1, 9),
      switchCost: time(0, 3),
    });
    fc.assert(
      fc.property(drawn, ({ work, slice, switchCost }) => {
        const trace = simulate(scenario({ ...turns(slice), switchCost, tasks: tasksOf(work) }));
        const most = (work.length - 1) * (slice + switchCost) + switchCost;
        const waits = trace.tasks
          .flatMap(({ segments }) => segments)
          .filter(({ state }) => state === 'runnable')
          .map(({ start, end }) => end - start);
        expect(Math.max(0, ...waits)).toBeLessThanOrEqual(most);
      }),
    );
  });
});

test('under fifo nobody loses a core but to wait or end', () => {
  always(
    (_, { tasks }) => {
      const causes = tasks.flatMap(({ segments }) => segments.map(({ cause }) => cause));
      expect(causes).not.toContain('preempted');
      expect(causes).not.toContain('slice-expired');
    },
    { of: under(FIFO) },
  );
});

/** The pairs of a task that stands in the run queue and one that runs (which it did not preempt), at every moment. */
function pairs(trace: Trace, claim: (inLine: TaskTrace, runs: TaskTrace, at: number) => void) {
  for (const { tasks, cores } of moments(trace)) {
    const switchedTo = cores.flatMap((one) => (one?.state === 'switching' ? [one.task] : []));
    const at = Math.max(...[...tasks, ...cores].map((one) => one?.start ?? 0));
    for (const [i, one] of tasks.entries()) {
      if (one?.state !== 'runnable' || switchedTo.includes(i)) continue;
      for (const [j, other] of tasks.entries()) {
        if (other?.state !== 'running') continue;
        claim(trace.tasks[i] as TaskTrace, trace.tasks[j] as TaskTrace, at);
      }
    }
  }
}

describe('priority', () => {
  test('nobody runs while one of higher priority stands in the run queue', () => {
    always(
      (any, trace) =>
        pairs(trace, (inLine, runs) => {
          const priority = (task: TaskTrace) => written(any, task).priority ?? 0;
          expect(priority(inLine)).toBeLessThanOrEqual(priority(runs));
        }),
      { of: under(PRIORITY, { ...PRIORITY, slice: 3 as Nanos }) },
    );
  });
});

describe('shortest-remaining', () => {
  test('nobody runs while one who has strictly less left stands in the run queue', () => {
    always(
      (any, trace) =>
        pairs(trace, (inLine, runs, at) => {
          const left = (task: TaskTrace) =>
            asked(written(any, task).steps, 'cpu') - timeIn(task, 'running', 0, at);
          expect(left(inLine)).toBeGreaterThanOrEqual(left(runs));
        }),
      { of: under(SHORTEST).map(withoutUsers) },
    );
  });

  test('has the least mean turnaround of all, on one core and with free switches', () => {
    const total = (work: Work, rules: Rules) =>
      simulate(scenario({ ...rules, tasks: tasksOf(work) })).tasks.reduce(
        (sum, { arrival, end }) => sum + (end as number) - arrival,
        0,
      );
    fc.assert(
      fc.property(computing(time(1, 30), time(0, 30)), time(1, 9), (work, slice) => {
        const least = total(work, SHORTEST);
        // Priorities are random: so is the order in which they let tasks run.
        for (const rules of [FIFO, turns(slice), PRIORITY, fair(slice)]) {
          expect(total(work, rules)).toBeGreaterThanOrEqual(least);
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('fair', () => {
  const SHARED = ms(6);
  const LEAST = ms(0.75);

  test('whoever always wants to compute gets its share by weight, but for a turn', () => {
    const drawn = fc.record({
      weights: fc.array(whole(1, 4), { minLength: 2, maxLength: 5 }),
      tick: whole(1, 8).map((n) => ms(n / 4)),
      horizon: whole(1, 400).map((n) => ms(n / 4)),
    });
    fc.assert(
      fc.property(drawn, ({ weights, tick, horizon }) => {
        const work = weights.map((weight) => {
          return { weight, priority: 0, arrival: ms(0), duration: ms(1000) };
        });
        const trace = simulate(scenario({ ...fair(tick), horizon, tasks: tasksOf(work) }));
        const all = weights.reduce((sum, weight) => sum + weight, 0);
        // A turn goes on to the first tick at which the share is reached. Who begins one is behind all others then.
        const turn = (weight: number) => Math.max(LEAST, (SHARED * weight) / all) + tick;
        const most = Math.max(...weights.map((weight) => turn(weight) / weight));
        const virtual = trace.tasks.map(
          (task, i) => timeIn(task, 'running') / (weights[i] as number),
        );
        expect(Math.max(...virtual) - Math.min(...virtual)).toBeLessThanOrEqual(most);
      }),
      { numRuns: 300 },
    );
  });

  test('nobody is sent off its core before it has had its share, but by one who comes from a wait', () => {
    always(
      (any, { tasks }) => {
        for (const { segments } of tasks) {
          for (const [i, { cause, start, causedBy }] of segments.entries()) {
            const before = segments[i - 1];
            if (before?.state !== 'running') continue;
            if (cause === 'slice-expired') {
              expect(start % (any.tick as number)).toBe(0);
              expect(start - before.start).toBeGreaterThanOrEqual(LEAST);
            } else if (cause === 'preempted') {
              const came = tasks[causedBy as number]?.segments.find(({ end }) => end === start);
              expect(['waiting', 'blocked', 'running']).toContain(came?.state);
            }
          }
        }
      },
      { of: fairScenarios.map((any) => ({ ...any, workers: 'per-task' })) },
    );
  });
});

// Random scenarios under the rules of each policy, and what tests of policies look at.
import fc from 'fast-check';
import { expect } from 'vitest';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Task } from '../scenario/scenario.ts';
import type { TaskTrace, Trace } from '../trace/trace.ts';
import { moments } from './moments.ts';
import { shortScenarios } from './scenarios.ts';

export const whole = (least: number, most: number) =>
  fc.noBias(fc.integer({ min: least, max: most }));
export const time = (least: number, most: number) => whole(least, most).map((n) => n as Nanos);

/** The rules of a scenario that are its policy's. */
export type Rules = Pick<Scenario, 'policy' | 'slice' | 'tick'>;

export const FIFO: Rules = { policy: 'fifo', slice: null, tick: null };
export const SHORTEST: Rules = { policy: 'shortest-remaining', slice: null, tick: null };
export const PRIORITY: Rules = { policy: 'priority', slice: null, tick: null };
export const turns = (slice: number): Rules => ({
  policy: 'round-robin',
  slice: slice as Nanos,
  tick: null,
});
export const fair = (tick: number): Rules => ({ policy: 'fair', slice: null, tick: tick as Nanos });

/** Random scenarios under some rules, with a worker per task: then who is runnable is in the run queue. */
export const under = (...rules: Rules[]) =>
  fc
    .tuple(shortScenarios, fc.constantFrom(...rules))
    .map(([any, some]): Scenario => ({ ...any, ...some, workers: 'per-task' }));

/** Tasks that only compute, on one core, all there from the start or not. */
export const computing = (lasting: fc.Arbitrary<Nanos>, arriving: fc.Arbitrary<Nanos>) =>
  fc.array(
    fc.record({ arrival: arriving, duration: lasting, weight: whole(1, 4), priority: whole(0, 9) }),
    { minLength: 1, maxLength: 6 },
  );

export type Work = readonly { arrival: Nanos; duration: Nanos; weight: number; priority: number }[];

export const tasksOf = (work: Work): Task[] =>
  work.map(({ duration, ...task }, i) => ({
    name: `t${i}`,
    ...task,
    steps: [{ kind: 'cpu', duration }],
  }));

/** The pairs of a task that stands in the run queue and one that runs (which it did not preempt), at every moment. */
export function pairs(
  trace: Trace,
  claim: (inLine: TaskTrace, runs: TaskTrace, at: number) => void,
) {
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

/** Cores are given in the order of joining the run queue. */
export function expectFirstComeFirstServed(trace: Trace): void {
  const all = trace.tasks
    .flatMap((task) => turnsOf(task, trace))
    .toSorted((a, b) => a.joins - b.joins || a.given - b.given);
  for (const [i, { given }] of all.entries()) {
    expect(given).toBeGreaterThanOrEqual(all[i - 1]?.given ?? 0);
  }
}

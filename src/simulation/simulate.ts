// Runs a scenario from its first instant to its last: a pure function, the same trace for the same scenario.
import { Machine } from './engine/machine.ts';
import type { Nanos } from './nanos.ts';
import { checked, type Scenario, type Task } from './scenario.ts';
import type { Trace } from './trace.ts';
import { LIMITS } from './validate.ts';

/**
 * Simulates a scenario. A run of more events or a later time than the limits allow is cut off, and its trace says
 * where; it never hangs.
 *
 * @throws ScenarioError when the scenario cannot be run
 */
export function simulate(candidate: Scenario): Trace {
  const scenario = checked(candidate);
  const { horizon } = scenario;
  const machine = new Machine(scenario);
  const arrivals = inOrderOfArrival(scenario.tasks);
  let arrived = 0;
  let events = 0;
  let now = 0;
  const finish = (end: number, reason?: string): Trace =>
    machine.record.finish(
      end,
      machine.switches,
      reason === undefined ? null : { reason, at: end as Nanos },
    );

  for (;;) {
    const next = Math.min(machine.next, arrivals[arrived]?.at ?? Number.POSITIVE_INFINITY);
    if (horizon !== null && next > horizon) return finish(horizon);
    if (next === Number.POSITIVE_INFINITY) return finish(now);
    if (next > LIMITS.time) {
      return finish(now, 'The run goes on past 2^53 ns, where times are no longer exact.');
    }
    if (events >= LIMITS.events) {
      return finish(now, `The run has more than ${LIMITS.events} events.`);
    }
    now = next;
    events += machine.endOnCores(now) + machine.completeIo(now);
    for (; arrivals[arrived]?.at === now; arrived += 1) {
      machine.arrive((arrivals[arrived] as Arrival).task, now);
      events += 1;
    }
    if (now === horizon) return finish(horizon);
    machine.dispatch(now);
  }
}

interface Arrival {
  readonly at: Nanos;
  readonly task: number;
}

/** Arrivals by time; at one instant in the order written, which the sort keeps. */
function inOrderOfArrival(tasks: readonly Task[]): Arrival[] {
  return tasks.map(({ arrival }, task) => ({ at: arrival, task })).sort((a, b) => a.at - b.at);
}

// Runs a scenario from its first instant to its last: a pure function, the same trace for the same scenario.
import { Machine } from './machine.ts';
import type { Nanos } from './nanos.ts';
import { LIMITS, type Scenario, validate } from './scenario.ts';
import type { Trace } from './trace.ts';

/**
 * Simulates a scenario. A run of more events or a later time than the limits allow is cut off, and its trace says
 * where; it never hangs.
 *
 * @throws ScenarioError when the scenario cannot be run
 */
export function simulate(scenario: Scenario): Trace {
  validate(scenario);
  const { tasks, horizon } = scenario;
  const machine = new Machine(scenario);
  // Arrivals by time; at one instant in the order written, which the sort keeps.
  const arrivals = tasks.map((_, index) => index).sort((a, b) => arrivalOf(a) - arrivalOf(b));
  let arrived = 0;
  let events = 0;
  let now = 0;
  const finish = (end: number, reason: string | null): Trace =>
    machine.record.finish(
      end,
      machine.switches,
      reason === null ? null : { reason, at: end as Nanos },
    );

  for (;;) {
    const upcoming = arrivals[arrived];
    const next = Math.min(machine.next, upcoming === undefined ? Number.POSITIVE_INFINITY : arrivalOf(upcoming));
    if (next === Number.POSITIVE_INFINITY) return finish(horizon ?? now, null);
    if (horizon !== null && next > horizon) return finish(horizon, null);
    if (next > Number.MAX_SAFE_INTEGER) {
      return finish(now, 'The run goes on past 2^53 ns, where times are no longer exact.');
    }
    if (events > LIMITS.events) {
      return finish(now, `The run has more than ${LIMITS.events} events.`);
    }
    now = next;
    events += machine.endOnCores(now) + machine.completeIo(now);
    for (let task = arrivals[arrived]; task !== undefined && arrivalOf(task) === now; task = arrivals[arrived]) {
      machine.arrive(task, now);
      arrived += 1;
      events += 1;
    }
    if (now === horizon) return finish(horizon, null);
    machine.dispatch(now);
  }

  function arrivalOf(task: number): number {
    return (tasks[task] as Scenario['tasks'][number]).arrival;
  }
}

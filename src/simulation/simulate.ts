// Runs a scenario from its first instant to its last: a pure function, the same trace for the same scenario.
import { Simulation } from './engine/simulation.ts';
import type { Scenario } from './scenario/scenario.ts';
import type { Trace } from './trace/trace.ts';
import { traceOf } from './trace/trace-data.ts';

/**
 * Simulates a scenario. A run of more events or a later time than the limits allow is cut off, and its trace says
 * where; it never hangs.
 *
 * @throws ScenarioError when the scenario cannot be run
 */
export function simulate(scenario: Scenario): Trace {
  const run = new Simulation(scenario);
  run.advance(Number.POSITIVE_INFINITY);
  return traceOf(run.finish());
}

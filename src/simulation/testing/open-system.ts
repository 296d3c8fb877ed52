// Open systems: customers who come in Poisson processes, go through their steps once, and leave.

import { scenario } from '../scenario/checked.ts';
import type { Nanos } from '../scenario/nanos.ts';
import type { Scenario, Step } from '../scenario/scenario.ts';
import { simulate } from '../simulate.ts';
import type { Trace } from '../trace/trace.ts';

/** One kind of customers, with a Poisson process of its own. */
export interface Customers {
  readonly name: string;
  /** Per second. */
  readonly rate: number;
  readonly count: number;
  readonly steps: readonly Step[];
}

/** All runs are of one seed: of another, about one interval of a hundred does not hold what it should. */
const SEED = 1;

/** The run of an open system, until all have left. Each kind is a task of the scenario, in this order. */
export function open(customers: readonly Customers[], machine: Partial<Scenario> = {}): Trace {
  const tasks = customers.map(({ rate, ...kind }) => ({
    ...kind,
    arrival: 0 as Nanos,
    spacing: { rate },
  }));
  return simulate(scenario({ seed: SEED, ...machine, tasks }));
}

// The model of a lab that simulates: a scenario for each setting, run at once or, when it is large, in a worker.
import { countTasks, type Scenario, simulate, type Trace } from '@interleave/simulation';
import type { Model } from '../lab.ts';
import { oncePer } from '../once-per.ts';
import { startRun } from './away/start.ts';

/** Runs of more tasks would hold up the page. */
const MOST_AT_ONCE = 50_000;

/** @param scenarioOf pure: the same values give the same scenario */
export function simulated<V extends object>(scenarioOf: (values: V) => Scenario): Model<V, Trace> {
  const scenario = oncePer(scenarioOf);
  return {
    run: (values) => simulate(scenario(values)),
    away: {
      longWork: (values) => {
        const tasks = countTasks(scenario(values));
        return tasks > MOST_AT_ONCE ? `${tasks.toLocaleString('en')} tasks` : null;
      },
      start: (values, listener) => startRun(scenario(values), listener),
    },
  };
}

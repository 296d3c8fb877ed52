// Whether a recording can be laid over a simulated run: the same work on as many cores.
import { format, ms, type Nanos, type Scenario, scenario, type Task } from '@interleave/simulation';
import type { Recording } from './recording.ts';

/** A recorder may part arrivals (by no more than this) that the model keeps in order by rule. */
const MOST_APART = ms(0.1);

/** A task without its arrival, in the notation: "A: cpu 5, io 35, cpu 5". */
const work = ({ devices }: Scenario, task: Task) =>
  format(scenario({ devices, tasks: [{ ...task, arrival: 0 as Nanos }] }))
    .trim()
    .split('\n')
    .at(-1);

/**
 * Refuses a scenario that is not what was recorded: each recorded task must be in it, with the same steps. It may have
 * others.
 *
 * @param run where the scenario is from, for the error: "lab interleaving, preset one-core"
 * @throws Error that says what was found, and what would do
 */
export function checkComparable(recording: Recording, simulated: Scenario, run: string): void {
  const { name, scenario: recorded } = recording;
  const refuse = (found: string, wanted: string): never => {
    throw new Error(
      `Recording ${name} and ${run} do not match: found ${found}; ${wanted} would do.`,
    );
  };
  const cores = (count: number) => (count === 1 ? '1 core' : `${count} cores`);
  if (simulated.cores !== recorded.cores) {
    refuse(`${cores(simulated.cores)} simulated`, `${cores(recorded.cores)}, as recorded,`);
  }
  for (const task of recorded.tasks) {
    const twin = simulated.tasks.find((candidate) => candidate.name === task.name);
    const wanted = work(recorded, task);
    if (twin === undefined) {
      const names = simulated.tasks.map((one) => one.name).join(', ');
      refuse(`the simulated tasks ${names}`, `a task "${wanted}", as recorded,`);
    } else if (work(simulated, twin) !== wanted) {
      refuse(`the simulated task "${work(simulated, twin)}"`, `"${wanted}", as recorded,`);
    } else if (Math.abs(twin.arrival - task.arrival) > MOST_APART) {
      const at = (arrival: Nanos) => `${task.name} arriving at ${arrival / 1e6} ms`;
      refuse(`${at(twin.arrival)} in the simulation`, `${at(task.arrival)}, as recorded,`);
    }
  }
}

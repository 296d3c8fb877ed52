// What lives must be to make a trace: without gaps, and each core with one task at a time.
import type { Nanos } from '../scenario/nanos.ts';
import { countTasks, type Scenario } from '../scenario/scenario.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { oneOf, time, whole } from '../scenario/validate-fields.ts';
import type { Burst, Life, LifeSegment } from './life.ts';
import { CAUSES, TASK_STATES } from './trace.ts';

/**
 * @param lives one for each task of the scenario
 * @param cores what each core ran, in order of time
 * @param end the clock's end, ns
 * @throws ScenarioError for the first fault, with its place: `tasks[1].segments[0].start`
 */
export function validateLives(
  scenario: Scenario,
  lives: readonly Life[],
  cores: readonly (readonly Burst[])[],
  end: Nanos,
): void {
  const count = countTasks(scenario);
  if (lives.length !== count) {
    throw new ScenarioError('tasks.length', lives.length, `${count}, as the scenario has,`);
  }
  for (const [i, life] of lives.entries()) validateLife(`tasks[${i}]`, life, scenario.cores, end);
  for (const [core, bursts] of cores.entries()) validateCore(`core ${core}`, bursts);
}

function validateLife(path: string, life: Life, cores: number, clockEnd: Nanos): void {
  time(`${path}.arrival`, life.arrival, 0);
  let until = life.arrival;
  for (const [i, segment] of life.segments.entries()) {
    const place = `${path}.segments[${i}]`;
    oneOf(`${place}.state`, segment.state, TASK_STATES);
    oneOf(`${place}.cause`, segment.cause, CAUSES);
    if (segment.start !== until) {
      throw new ScenarioError(
        `${place}.start`,
        segment.start,
        `${until}, so that there is no gap,`,
      );
    }
    time(`${place}.end`, segment.end, until + 1);
    validatePlace(`${place}.core`, segment, cores);
    until = segment.end;
  }
  // Who comes after the clock's end has no life on it.
  const end = life.end ?? Math.max(clockEnd, life.arrival);
  if (life.end !== null && life.end > clockEnd) {
    throw new ScenarioError(`${path}.end`, life.end, `at most ${clockEnd}, where the clock ends,`);
  }
  if (end !== until) {
    const why = life.end === null ? 'the end of a task that lives on' : 'the end of its segments';
    throw new ScenarioError(`${path}.end`, life.end, `${until}, ${why},`);
  }
}

function validatePlace(path: string, { state, core = null }: LifeSegment, cores: number): void {
  if (state === 'running' && !whole(core, 0, cores - 1)) {
    throw new ScenarioError(path, core, `a whole number from 0 to ${cores - 1}`);
  }
  if (state !== 'running' && core !== null) {
    throw new ScenarioError(path, core, 'none, for a task that does not run,');
  }
}

function validateCore(core: string, bursts: readonly Burst[]): void {
  for (const [i, { task, start }] of bursts.entries()) {
    const before = bursts[i - 1];
    if (before !== undefined && start < before.end) {
      const found = `tasks ${before.task} and ${task} at ${start}`;
      throw new ScenarioError(core, found, 'one task at a time');
    }
  }
}

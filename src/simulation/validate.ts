// What a scenario must be, and what is said of one that is not: the place, what was found, what would do.
import type { Scenario, Task } from './scenario.ts';

/**
 * What a scenario may hold, how late it may get (ns; whole numbers are exact up to there), and how many events (ends
 * on cores, ends of IO, arrivals) one run may have; beyond the last two a run is truncated.
 */
export const LIMITS = {
  cores: 256,
  workers: 200_000,
  tasks: 200_000,
  steps: 2_000_000,
  time: Number.MAX_SAFE_INTEGER,
  events: 2_000_000,
} as const;

/** A scenario that cannot be run: where it is wrong, what was found there and what would do. */
export class ScenarioError extends Error {
  override readonly name = 'ScenarioError';
  /** The place, as in `tasks[1].steps[0].duration`. */
  readonly path: string;
  readonly found: string;
  readonly allowed: string;

  constructor(path: string, found: unknown, allowed: string) {
    const shown = show(found);
    super(`${path}: found ${shown}; ${allowed} would do.`);
    this.path = path;
    this.found = shown;
    this.allowed = allowed;
  }
}

const LONGEST_SHOWN = 40;

function show(found: unknown): string {
  if (typeof found === 'string') {
    const cut = found.length > LONGEST_SHOWN ? `${found.slice(0, LONGEST_SHOWN)}…` : found;
    return JSON.stringify(cut);
  }
  if (Array.isArray(found)) return 'a list';
  return typeof found === 'object' && found !== null ? 'an object' : String(found);
}

/** Checks a scenario that may have come from anywhere. @throws ScenarioError for the first fault */
export function validate(candidate: Scenario): void {
  fields('scenario', '', candidate, [
    'cores',
    'slice',
    'switchCost',
    'workers',
    'waiting',
    'horizon',
    'tasks',
  ]);
  const { cores, slice, switchCost, workers, waiting, horizon, tasks } = candidate;
  count('cores', cores, LIMITS.cores);
  if (slice !== null) time('slice', slice, 1, ', or null for run to block,');
  time('switchCost', switchCost, 0);
  if (workers !== 'per-task') count('workers', workers, LIMITS.workers, ', or "per-task",');
  oneOf('waiting', waiting, ['holds', 'frees']);
  if (horizon !== null) time('horizon', horizon, 0, ', or null for none,');
  list('tasks', tasks, 'tasks');
  if (tasks.length > LIMITS.tasks) {
    throw new ScenarioError('tasks.length', tasks.length, `at most ${LIMITS.tasks} tasks`);
  }
  validateTasks(tasks);
}

function validateTasks(tasks: readonly Task[]): void {
  const names = new Set<string>();
  let steps = 0;
  for (const [i, task] of tasks.entries()) {
    const path = `tasks[${i}]`;
    fields(path, `${path}.`, task, ['name', 'arrival', 'steps']);
    if (typeof task.name !== 'string' || task.name === '') {
      throw new ScenarioError(`${path}.name`, task.name, 'a name of at least one letter');
    }
    if (names.has(task.name)) {
      throw new ScenarioError(`${path}.name`, task.name, 'a name that no other task has');
    }
    names.add(task.name);
    time(`${path}.arrival`, task.arrival, 0);
    list(`${path}.steps`, task.steps, 'steps');
    steps += task.steps.length;
    if (steps > LIMITS.steps) {
      throw new ScenarioError(`${path}.steps`, steps, `at most ${LIMITS.steps} steps in all tasks`);
    }
    for (const [s, step] of task.steps.entries()) {
      const place = `${path}.steps[${s}]`;
      fields(place, `${place}.`, step, ['kind', 'duration']);
      oneOf(`${place}.kind`, step.kind, ['cpu', 'io']);
      time(`${place}.duration`, step.duration, 0);
    }
  }
}

/** An object with no other fields than these: a misspelt one would else be passed over in silence. */
function fields(path: string, prefix: string, value: unknown, known: readonly string[]): void {
  const expected = `${known.slice(0, -1).join(', ')} and ${known.at(-1)}`;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new ScenarioError(path, value, `an object with ${expected}`);
  }
  const stranger = Object.keys(value).find((key) => !known.includes(key));
  if (stranger !== undefined) {
    throw new ScenarioError(`${prefix}${stranger}`, `the field ${stranger}`, `only ${expected}`);
  }
}

function list(path: string, value: unknown, of: string): void {
  if (!Array.isArray(value)) throw new ScenarioError(path, value, `a list of ${of}`);
}

function oneOf(path: string, value: unknown, allowed: readonly string[]): void {
  if (!allowed.includes(value as string)) {
    throw new ScenarioError(path, value, allowed.map((one) => JSON.stringify(one)).join(' or '));
  }
}

function whole(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

function count(path: string, value: unknown, most: number, or = ''): void {
  if (!whole(value, 1, most)) {
    throw new ScenarioError(path, value, `a whole number from 1 to ${most}${or}`);
  }
}

function time(path: string, value: unknown, least: number, or = ''): void {
  if (!whole(value, least, LIMITS.time)) {
    throw new ScenarioError(
      path,
      value,
      `a whole number of ns from ${least} to ${LIMITS.time}${or}`,
    );
  }
}

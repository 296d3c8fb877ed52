// What the tasks of a scenario must be, and what they must keep to: names, locks, rounds that take time.
import { longest, unrolled } from './lengths.ts';
import { LIMITS } from './limits.ts';
import type { Scenario, Spacing, Task } from './scenario.ts';
import { ScenarioError, show } from './scenario-error.ts';
import { count, fields, list, nameOf, time, whole } from './validate-fields.ts';
import { length, validateLocks, validateSteps } from './validate-steps.ts';

const FIELDS = ['name', 'count', 'arrival', 'spacing', 'think', 'weight', 'priority', 'steps'];
const GREATEST_WEIGHT = 1_000_000;
const GREATEST_PRIORITY = 99;
/** One arrival a nanosecond: a gap is a whole number of them. */
const GREATEST_RATE = 1e9;

/** @param devices the names of the devices that there are @throws ScenarioError for the first fault */
export function validateTasks({ tasks, horizon }: Scenario, devices: ReadonlySet<string>): void {
  list('tasks', tasks, 'tasks');
  let copies = 0;
  let steps = 0;
  for (let i = 0; i < tasks.length; i += 1) {
    const one = tasks[i] as Task;
    const path = `tasks[${i}]`;
    validateTask(path, one, devices);
    copies += one.count ?? 1;
    if (copies > LIMITS.tasks) {
      throw new ScenarioError(
        tasks.length > LIMITS.tasks ? 'tasks.length' : `${path}.count`,
        tasks.length > LIMITS.tasks ? tasks.length : (one.count ?? 1),
        `at most ${LIMITS.tasks} tasks in all`,
      );
    }
    steps += unrolled(one.steps) * (one.count ?? 1);
    if (steps > LIMITS.steps) {
      throw new ScenarioError(`${path}.steps`, steps, `at most ${LIMITS.steps} steps in all tasks`);
    }
    // Only now: it follows each repeat twice, which may not be more than what is allowed.
    validateLocks(`${path}.steps`, one.steps);
    if (one.think !== undefined && horizon === null) {
      throw new ScenarioError(
        `${path}.think`,
        'a user and no horizon',
        'a scenario with a horizon',
      );
    }
  }
  validateNames(tasks);
}

function validateTask(path: string, task: Task, devices: ReadonlySet<string>): void {
  fields(path, `${path}.`, task, FIELDS);
  nameOf(`${path}.name`, task.name);
  if (task.count !== undefined) count(`${path}.count`, task.count, LIMITS.tasks);
  time(`${path}.arrival`, task.arrival, 0);
  if (task.spacing !== undefined) validateSpacing(`${path}.spacing`, task.spacing);
  const { weight, priority } = task;
  if (weight !== undefined) count(`${path}.weight`, weight, GREATEST_WEIGHT);
  if (priority !== undefined && !whole(priority, 0, GREATEST_PRIORITY)) {
    const allowed = `a whole number from 0 to ${GREATEST_PRIORITY}`;
    throw new ScenarioError(`${path}.priority`, priority, allowed);
  }
  validateSteps(`${path}.steps`, task.steps, devices, 0);
  if (task.think !== undefined) validateThink(path, task.think, task.steps);
}

function validateSpacing(path: string, spacing: Spacing): void {
  fields(path, `${path}.`, spacing, ['every', 'rate']);
  if ('every' in spacing && 'rate' in spacing) {
    throw new ScenarioError(path, spacing, 'either every or rate');
  }
  if ('every' in spacing) {
    time(`${path}.every`, spacing.every, 0);
    return;
  }
  const { rate } = spacing;
  // As written: a number of at most six decimals. What is finer would be lost in the notation.
  if (!(rate > 0 && rate <= GREATEST_RATE) || Number(rate.toFixed(6)) !== rate) {
    throw new ScenarioError(
      `${path}.rate`,
      rate,
      `arrivals per second, more than 0, at most ${GREATEST_RATE}, with at most six decimals,`,
    );
  }
}

/** A round that takes no time would be over and begin again for ever at one instant. */
function validateThink(path: string, think: NonNullable<Task['think']>, steps: Task['steps']) {
  length(() => `${path}.think`, think);
  if (longest(think) === 0 && !takesTime(steps)) {
    throw new ScenarioError(path, 'a round that takes no time', 'a step or a pause of some length');
  }
}

const takesTime = (steps: Task['steps']): boolean =>
  steps.some((step) => {
    if ('steps' in step) return takesTime(step.steps);
    return 'duration' in step && longest(step.duration) > 0;
  });

/** No two tasks of a run may have one name: of those written, and of those that copies are given. */
function validateNames(tasks: readonly Task[]): void {
  const written = new Set<string>();
  const groups = new Map<string, number>();
  for (let i = 0; i < tasks.length; i += 1) {
    const { name, count } = tasks[i] as Task;
    if (written.has(name)) {
      throw new ScenarioError(`tasks[${i}].name`, name, 'a name that no other task has');
    }
    written.add(name);
    if (count !== undefined) groups.set(name, count);
  }
  if (groups.size === 0) return;
  for (const [i, { name, count }] of tasks.entries()) {
    // Of the names that copies are given, the first is the one that another group reaches first.
    const owner = groupWith(groups, count === undefined ? name : `${name}1`, name);
    if (owner !== undefined) {
      const allowed = `a name that no copy of ${show(owner)} has`;
      throw new ScenarioError(`tasks[${i}].name`, name, allowed);
    }
  }
}

/** The group other than `self`, one of whose copies has this name, if there is one. */
function groupWith(groups: ReadonlyMap<string, number>, name: string, self: string) {
  for (let at = name.length - 1; at > 0 && /\d/.test(name[at] as string); at -= 1) {
    const group = name.slice(0, at);
    const copies = group === self ? undefined : groups.get(group);
    if (copies !== undefined && name[at] !== '0' && Number(name.slice(at)) <= copies) return group;
  }
  return undefined;
}

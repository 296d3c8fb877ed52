// What the tasks of a scenario must be, and what they must keep to: names, locks, rounds that take time.
import { longest, unrolled } from './lengths.ts';
import { LIMITS } from './limits.ts';
import type { Retry, Scenario, Spacing, Task } from './scenario.ts';
import { ScenarioError, show } from './scenario-error.ts';
import { count, decimal, fields, list, nameOf, time, within } from './validate-fields.ts';
import { length, validateLocks, validateSteps } from './validate-steps.ts';

const FIELDS = [
  'name',
  'count',
  'arrival',
  'spacing',
  'think',
  'retry',
  'weight',
  'priority',
  'steps',
];
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
    copies += sendings(one);
    if (copies > LIMITS.tasks) refuseSoMany(tasks, path, one);
    steps += unrolled(one.steps) * sendings(one);
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

/** How many tasks a run can have of it: its copies, each with all its resends. */
const sendings = ({ count, retry }: Task) => (count ?? 1) * (1 + (retry?.times ?? 0));

/** @param path of the task with which they are too many */
function refuseSoMany(tasks: Scenario['tasks'], path: string, { count, retry }: Task): never {
  const allowed = `at most ${LIMITS.tasks} tasks in all`;
  if (retry !== undefined) {
    throw new ScenarioError(`${path}.retry.times`, retry.times, `${allowed}, resends counted,`);
  }
  if (tasks.length > LIMITS.tasks) throw new ScenarioError('tasks.length', tasks.length, allowed);
  throw new ScenarioError(`${path}.count`, count ?? 1, allowed);
}

function validateTask(path: string, task: Task, devices: ReadonlySet<string>): void {
  fields(path, `${path}.`, task, FIELDS);
  nameOf(`${path}.name`, task.name);
  if (task.count !== undefined) count(`${path}.count`, task.count, LIMITS.tasks);
  time(`${path}.arrival`, task.arrival, 0);
  if (task.spacing !== undefined) validateSpacing(`${path}.spacing`, task.spacing);
  const { weight, priority } = task;
  if (weight !== undefined) count(`${path}.weight`, weight, GREATEST_WEIGHT);
  if (priority !== undefined) within(`${path}.priority`, priority, 0, GREATEST_PRIORITY);
  validateSteps(`${path}.steps`, task.steps, devices, 0);
  if (task.think !== undefined) validateThink(path, task.think, task.steps);
  if (task.retry !== undefined) validateRetry(`${path}.retry`, task.retry, task.think);
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
  decimal(`${path}.rate`, spacing.rate, GREATEST_RATE, 'arrivals per second');
}

/** A round that takes no time would be over and begin again for ever at one instant. */
function validateThink(path: string, think: NonNullable<Task['think']>, steps: Task['steps']) {
  length(() => `${path}.think`, think);
  if (longest(think) === 0 && !takesTime(steps)) {
    throw new ScenarioError(path, 'a round that takes no time', 'a step or a pause of some length');
  }
}

function validateRetry(path: string, retry: Retry, think: Task['think']): void {
  fields(path, `${path}.`, retry, ['after', 'times']);
  time(`${path}.after`, retry.after, 1);
  count(`${path}.times`, retry.times, LIMITS.tasks);
  if (think !== undefined) {
    // It begins its next round only when it has its answer.
    throw new ScenarioError(path, 'a retry of a user, who thinks', 'a task without think');
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
  if (groups.size > 0) validateCopies(tasks, groups);
  if (tasks.some(({ retry }) => retry !== undefined)) validateResends(tasks, groups);
}

/** The first of the names that its copies are given is the one that others reach first; or its own. */
const firstName = ({ name, count }: Task) => (count === undefined ? name : `${name}1`);

function validateCopies(tasks: readonly Task[], groups: ReadonlyMap<string, number>): void {
  for (const [i, task] of tasks.entries()) {
    const owner = groupWith(groups, firstName(task), task.name);
    if (owner !== undefined) {
      const allowed = `a name that no copy of ${show(owner)} has`;
      throw new ScenarioError(`tasks[${i}].name`, task.name, allowed);
    }
  }
}

function validateResends(tasks: readonly Task[], groups: ReadonlyMap<string, number>): void {
  const byName = new Map(tasks.map((task) => [task.name, task]));
  for (const [i, task] of tasks.entries()) {
    const [, first, number] = /^(.+) again ([1-9]\d*)$/s.exec(firstName(task)) ?? [];
    if (first === undefined) continue;
    const single = byName.get(first)?.count === undefined ? first : undefined;
    const owner = byName.get(groupWith(groups, first, '') ?? single ?? '');
    if (Number(number) <= (owner?.retry?.times ?? 0)) {
      const allowed = `a name that no resend of ${show(first)} has`;
      throw new ScenarioError(`tasks[${i}].name`, task.name, allowed);
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

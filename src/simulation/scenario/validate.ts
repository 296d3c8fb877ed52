// What a scenario must be.

import { POLICIES, POLICY_NAMES } from '../policies/policies.ts';
import { LIMITS } from './limits.ts';
import type { Crowding, Scenario, SwitchCost } from './scenario.ts';
import { ScenarioError } from './scenario-error.ts';
import { count, decimal, fields, list, nameOf, oneOf, time, within } from './validate-fields.ts';
import { validateTasks } from './validate-tasks.ts';

const FIELDS = [
  'cores',
  'policy',
  'slice',
  'tick',
  'switchCost',
  'switchGrowth',
  'workers',
  'waiting',
  'runtimeSlice',
  'runtimeSwitchCost',
  'devices',
  'seed',
  'horizon',
  'tasks',
];
const GREATEST_SEED = 2 ** 32 - 1;
const GREATEST_SLOWING = 1000;

/** Checks a scenario that may have come from anywhere. @throws ScenarioError for the first fault */
export function validate(candidate: Scenario): void {
  fields('scenario', '', candidate, FIELDS);
  const { workers, horizon, devices, seed } = candidate;
  count('cores', candidate.cores, LIMITS.cores);
  validatePolicy(candidate);
  time('switchCost', candidate.switchCost, 0);
  validateGrowth(candidate);
  if (workers !== 'per-task') count('workers', workers, LIMITS.workers, ', or "per-task",');
  oneOf('waiting', candidate.waiting, ['holds', 'frees']);
  if (candidate.runtimeSlice !== null) {
    time('runtimeSlice', candidate.runtimeSlice, 1, ', or null for none,');
  }
  time('runtimeSwitchCost', candidate.runtimeSwitchCost, 0);
  const known = validateDevices(devices);
  within('seed', seed, 0, GREATEST_SEED);
  if (horizon !== null) time('horizon', horizon, 0, ', or null for none,');
  validateTasks(candidate, known);
}

/** A policy has what it needs, and nothing that it would pass over. */
function validatePolicy({ policy, slice, tick }: Scenario): void {
  oneOf('policy', policy, POLICY_NAMES);
  const needs = POLICIES[policy];
  for (const [path, found] of Object.entries({ slice, tick }) as ['slice' | 'tick', unknown][]) {
    if (found !== null) time(path, found, 1, ', or null for none,');
    if (found === null && needs[path] === 'needed') {
      throw new ScenarioError(path, found, `a time, which the policy ${policy} needs,`);
    }
    if (found !== null && needs[path] === 'senseless') {
      throw new ScenarioError(path, found, `none with the policy ${policy}`);
    }
  }
}

/** More and more are runnable from point to point, and the cost never falls, from the plain one on. */
function validateGrowth({ switchCost, switchGrowth }: Scenario): void {
  list('switchGrowth', switchGrowth, 'points');
  const { length } = switchGrowth;
  if (length > LIMITS.switchPoints) {
    throw new ScenarioError('switchGrowth.length', length, `at most ${LIMITS.switchPoints} points`);
  }
  let before: SwitchCost = { runnable: 1, cost: switchCost };
  // By index: holes in a list are refused too.
  for (let i = 0; i < length; i += 1) {
    const path = `switchGrowth[${i}]`;
    const point = switchGrowth[i] as SwitchCost;
    fields(path, `${path}.`, point, ['runnable', 'cost']);
    const { runnable, cost } = point;
    time(`${path}.cost`, cost, 0);
    if (cost > LIMITS.grownSwitch)
      throw new ScenarioError(`${path}.cost`, cost, 'at most a second');
    if (cost < before.cost) {
      throw new ScenarioError(`${path}.cost`, cost, 'no less than the cost before it');
    }
    within(`${path}.runnable`, runnable, 2, LIMITS.workers);
    if (runnable <= before.runnable) {
      throw new ScenarioError(`${path}.runnable`, runnable, 'more than in the point before it');
    }
    before = point;
  }
}

/** The names of the devices. */
function validateDevices(devices: Scenario['devices']): ReadonlySet<string> {
  list('devices', devices, 'devices');
  const names = new Set<string>();
  for (const [i, device] of devices.entries()) {
    const path = `devices[${i}]`;
    fields(path, `${path}.`, device, ['name', 'capacity', 'crowding']);
    nameOf(`${path}.name`, device.name);
    if (names.has(device.name)) {
      throw new ScenarioError(`${path}.name`, device.name, 'a name that no other device has');
    }
    names.add(device.name);
    if (device.capacity !== null) {
      count(`${path}.capacity`, device.capacity, LIMITS.tasks, ', or null for no limit,');
    }
    // That there are never so many is no fault: the capacity may be what is tried out.
    if (device.crowding !== undefined) validateCrowding(`${path}.crowding`, device.crowding);
  }
  return names;
}

function validateCrowding(path: string, crowding: Crowding): void {
  fields(path, `${path}.`, crowding, ['from', 'by']);
  count(`${path}.from`, crowding.from, LIMITS.tasks);
  decimal(`${path}.by`, crowding.by, GREATEST_SLOWING, 'a part of the length for each one more');
}

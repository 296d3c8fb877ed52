// Scenarios are checked and frozen before anything runs, each once.
import { DEFAULTS, defaultPolicy, type Scenario } from './scenario.ts';
import { validate } from './validate.ts';

/** A scenario with defaults for what is left out. Checked and frozen. @throws ScenarioError */
export function scenario(settings: Partial<Scenario> & Pick<Scenario, 'tasks'>): Scenario {
  return checked({ ...DEFAULTS, policy: defaultPolicy(settings?.slice ?? null), ...settings });
}

/** Scenarios that have been found right and frozen: they need no second look. */
const known = new WeakSet<Scenario>();

/** A frozen copy of a whole scenario that has been found right; itself when it is one. @throws ScenarioError */
export function checked(candidate: Scenario): Scenario {
  if (known.has(candidate)) return candidate;
  validate(candidate);
  const found = frozen(candidate);
  known.add(found);
  return found;
}

/** A frozen copy of plain data; what is frozen throughout is kept as it is, so that parts can be shared. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null) return value;
  return (Array.isArray(value) ? frozenList(value) : frozenObject(value)) as T;
}

function frozenList(list: readonly unknown[]): readonly unknown[] {
  let copy = Object.isFrozen(list) ? null : list.slice();
  for (let i = 0; i < list.length; i += 1) {
    const one = frozen(list[i]);
    if (one === list[i]) continue;
    copy ??= list.slice();
    copy[i] = one;
  }
  return copy === null ? list : Object.freeze(copy);
}

function frozenObject<T extends object>(value: T): T {
  let copy = Object.isFrozen(value) ? null : { ...value };
  for (const key in value) {
    const one = frozen(value[key]);
    if (one === value[key]) continue;
    copy ??= { ...value };
    copy[key] = one;
  }
  return copy === null ? value : Object.freeze(copy);
}

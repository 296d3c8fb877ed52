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
  let isFrozen = Object.isFrozen(value);
  const kept = <P>(part: P) => {
    const one = frozen(part);
    if (one !== part) isFrozen = false;
    return one;
  };
  if (Array.isArray(value)) {
    const copy = value.map(kept);
    return isFrozen ? value : (Object.freeze(copy) as T);
  }
  const copy = { ...value };
  for (const key in copy) copy[key] = kept(copy[key]);
  return isFrozen ? value : Object.freeze(copy);
}

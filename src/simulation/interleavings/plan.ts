// What a thread's steps alone tell of it at each of them: the locks that it holds, and whether its register matters.
import { ScenarioError } from '../scenario/scenario-error.ts';
import type { AtomicStep, Operand } from './program.ts';

/** Of each list the item at i is for when step i comes next; the last is for the end. */
export interface Plan {
  /** Copies: what the caller gave may change later. */
  readonly steps: readonly AtomicStep[];
  /** Nothing where no way leads. */
  readonly held: readonly (ReadonlySet<string> | undefined)[];
  /** Whether what is in the register then can still be used. */
  readonly matters: readonly boolean[];
}

/**
 * @param path of the steps
 * @throws ScenarioError where a thread locks what it holds, unlocks what it does not hold, ends with a lock held, or holds
 * other locks at a step depending on the way there
 */
export function planOf(path: string, steps: readonly AtomicStep[]): Plan {
  return {
    steps: steps.map(frozenCopy),
    held: heldLocks(path, steps),
    matters: mattering(steps),
  };
}

function frozenCopy(step: AtomicStep): AtomicStep {
  const fields = Object.entries(step).map(([name, value]) => [
    name,
    typeof value === 'object' ? Object.freeze({ ...value }) : value,
  ]);
  return Object.freeze(Object.fromEntries(fields));
}

/** The thread that holds a lock when the threads have come so far, or null. */
export function holderOf(
  plans: readonly Plan[],
  counters: readonly number[],
  lock: string,
): number | null {
  const holder = plans.findIndex(({ held }, i) => held[counters[i] as number]?.has(lock));
  return holder === -1 ? null : holder;
}

/** Where a step leads when it is passed; nowhere for a jump, which is not passed. */
const passedTo = (step: AtomicStep, at: number) => (step.kind === 'jump' ? null : at + 1);

/** Where else a step may lead, or null. */
export function elseTo(step: AtomicStep): number | null {
  switch (step.kind) {
    case 'jump':
      return step.to;
    case 'if':
    case 'compare-and-set':
    case 'try-lock':
      return step.otherwise;
    case 'lock':
      return step.rollback ?? null;
    default:
      return null;
  }
}

/** The locks that a thread holds, each with the place where it was taken. */
type Held = ReadonlyMap<string, string>;

function heldLocks(path: string, steps: readonly AtomicStep[]): Plan['held'] {
  const at: (Held | undefined)[] = steps.map(() => undefined);
  const toGo: number[] = [];
  function arrive(to: number | null, held: Held, from: string): void {
    if (to === null) return;
    const known = at[to];
    if (known === undefined) {
      at[to] = held;
      toGo.push(to);
      return;
    }
    if (known.size === held.size && [...held.keys()].every((lock) => known.has(lock))) return;
    const place = to === steps.length ? 'the end' : `${path}[${to}]`;
    const found = `a way to ${place} with ${listed(held)} held`;
    const allowed = `one that comes there with ${listed(known)} held, as another does,`;
    throw new ScenarioError(from, found, allowed, found);
  }
  arrive(0, new Map(), path);
  for (let here = toGo.pop(); here !== undefined; here = toGo.pop()) {
    const step = steps[here];
    const held = at[here] as Held;
    if (step === undefined) continue;
    const place = `${path}[${here}]`;
    // What is handed over last is gone on from first: the steps in the order in which they are written.
    arrive(elseTo(step), held, place);
    arrive(passedTo(step, here), afterPassing(place, step, held), place);
  }
  for (const [lock, place] of at[steps.length] ?? []) {
    throw new ScenarioError(place, lock, 'a lock that is unlocked before the end');
  }
  return [...Array(steps.length + 1).keys()].map((i) => {
    const held = at[i];
    return held === undefined ? undefined : new Set(held.keys());
  });
}

function afterPassing(place: string, step: AtomicStep, held: Held): Held {
  if (step.kind === 'unlock') {
    const left = new Map(held);
    if (left.delete(step.lock)) return left;
    throw new ScenarioError(`${place}.lock`, step.lock, 'a lock that the thread holds');
  }
  if (step.kind !== 'lock' && step.kind !== 'try-lock') return held;
  const since = held.get(step.lock);
  if (since === undefined) return new Map(held).set(step.lock, `${place}.lock`);
  throw new ScenarioError(`${place}.lock`, step.lock, `a lock that is not held since ${since}`);
}

const listed = (held: Held) => (held.size === 0 ? 'no lock' : [...held.keys()].join(', '));

/** Goes round until nothing changes: a loop hands back what is used at its beginning. */
function mattering(steps: readonly AtomicStep[]): Plan['matters'] {
  const matters = [...steps.map(() => false), false];
  for (let changed = true; changed; ) {
    changed = false;
    for (const [i, step] of [...steps.entries()].reverse()) {
      if (matters[i]) continue;
      const ways = [passedTo(step, i), elseTo(step)];
      const later = ways.some((to) => to !== null && matters[to]);
      if (uses(step) || (later && !sets(step))) {
        matters[i] = true;
        changed = true;
      }
    }
  }
  return matters;
}

/** Whether a step puts something into the register that does not depend on what was there. */
const sets = ({ kind }: AtomicStep) =>
  kind === 'load' || kind === 'fetch-and-add' || kind === 'test-and-set';

const isRegister = (operand: Operand | undefined) => typeof operand === 'object';

/** Whether what a step does depends on what the register holds. */
function uses(step: AtomicStep): boolean {
  switch (step.kind) {
    case 'store':
      return step.value === undefined || isRegister(step.value);
    case 'compare-and-set':
      return isRegister(step.value) || isRegister(step.least) || isRegister(step.most);
    case 'if':
      return step.variable === undefined || isRegister(step.least) || isRegister(step.most);
    default:
      return false;
  }
}

// A program's state and its steps written a second time, without what the package makes of them: tests compare the two.
import type { AtomicStep, Operand, SteppedThread, Within } from '../program.ts';

export type Values = Readonly<Record<string, number>>;
export type Threads = readonly SteppedThread[];

export interface World {
  /** By thread: the index of its next step. */
  readonly done: readonly number[];
  readonly registers: readonly number[];
  readonly variables: Values;
  /** By lock that is held: the thread that holds it. */
  readonly holders: ReadonlyMap<string, number>;
}

export function begin(threads: Threads, initial: Values): World {
  const zeros = threads.map(() => 0);
  const variables: [string, number][] = [];
  for (const step of threads.flatMap(({ steps }) => steps)) {
    if (!('variable' in step) || step.variable === undefined) continue;
    const { variable } = step;
    variables.push([variable, Object.hasOwn(initial, variable) ? Number(initial[variable]) : 0]);
  }
  return {
    done: zeros,
    registers: zeros,
    variables: Object.fromEntries(variables),
    holders: new Map(),
  };
}

export const nextOf = (threads: Threads, { done }: World, thread: number): AtomicStep | undefined =>
  threads[thread]?.steps[Number(done[thread])];

/** The thread that holds what a thread wants to lock next, or undefined. */
function keptBy(threads: Threads, world: World, thread: number): number | undefined {
  const step = nextOf(threads, world, thread);
  return step?.kind === 'lock' ? world.holders.get(step.lock) : undefined;
}

/** Whether a thread comes back to itself when it is asked again and again who holds what is wanted. */
function waitsInCycle(threads: Threads, world: World, thread: number): boolean {
  let one = keptBy(threads, world, thread);
  for (const _ of threads) {
    if (one === thread) return true;
    if (one !== undefined) one = keptBy(threads, world, one);
  }
  return false;
}

/** What an operand of a thread's next step stands for. */
const resolved = ({ registers }: World, thread: number, operand: Operand) =>
  typeof operand === 'number' ? operand : Number(registers[thread]) + operand.register;

/** Whether a thread that does its next step goes on to the one after it; null where it has no choice. */
export function passes(threads: Threads, world: World, thread: number): boolean | null {
  const step = nextOf(threads, world, thread);
  switch (step?.kind) {
    case 'if':
    case 'compare-and-set': {
      const { variable } = step;
      const value = variable === undefined ? world.registers[thread] : world.variables[variable];
      const isIn = ({ least, most }: Within) =>
        !(least !== undefined && Number(value) < resolved(world, thread, least)) &&
        !(most !== undefined && Number(value) > resolved(world, thread, most));
      return isIn(step);
    }
    case 'try-lock':
      return !world.holders.has(step.lock);
    case 'lock':
      return step.rollback === undefined ? null : !world.holders.has(step.lock);
    default:
      return null;
  }
}

/** The world after a thread's next step, or null if it has none, or has to wait. */
export function go(threads: Threads, world: World, thread: number): World | null {
  const step = nextOf(threads, world, thread);
  if (step === undefined) return null;
  const at = Number(world.done[thread]);
  const register = Number(world.registers[thread]);
  const to = (place: number) => world.done.map((old, i) => (i === thread ? place : old));
  const onwards = { ...world, done: to(at + 1) };
  const registers = (value: number) =>
    world.registers.map((old, i) => (i === thread ? value : old));
  const variables = (name: string, value: number) =>
    Object.fromEntries([...Object.entries(world.variables), [name, value]]);
  const number = (operand: Operand) => resolved(world, thread, operand);
  const passed = passes(threads, world, thread);
  switch (step.kind) {
    case 'load':
      return { ...onwards, registers: registers(Number(world.variables[step.variable])) };
    case 'add':
      return { ...onwards, registers: registers(register + step.amount) };
    case 'store': {
      const value = step.value === undefined ? register : number(step.value);
      return { ...onwards, variables: variables(step.variable, value) };
    }
    case 'fetch-and-add':
    case 'test-and-set': {
      const old = Number(world.variables[step.variable]);
      const value = step.kind === 'test-and-set' ? 1 : old + step.amount;
      return { ...onwards, registers: registers(old), variables: variables(step.variable, value) };
    }
    case 'compare-and-set':
      return passed
        ? { ...onwards, variables: variables(step.variable, number(step.value)) }
        : { ...world, done: to(step.otherwise) };
    case 'if':
      return passed ? onwards : { ...world, done: to(step.otherwise) };
    case 'jump':
      return { ...world, done: to(step.to) };
    case 'unlock':
      return {
        ...onwards,
        holders: new Map([...world.holders].filter(([lock]) => lock !== step.lock)),
      };
    default:
  }
  if (!world.holders.has(step.lock)) {
    return { ...onwards, holders: new Map(world.holders).set(step.lock, thread) };
  }
  if (step.kind === 'try-lock') return { ...world, done: to(step.otherwise) };
  return step.rollback !== undefined && waitsInCycle(threads, world, thread)
    ? { ...world, done: to(step.rollback) }
    : null;
}

/** The threads that wait: what each awaits, and who holds that. */
export function blockedIn(threads: Threads, world: World) {
  return threads.flatMap((_, thread) => {
    const step = nextOf(threads, world, thread);
    const heldBy = keptBy(threads, world, thread);
    if (heldBy === undefined || step?.kind !== 'lock') return [];
    return [{ thread, step: Number(world.done[thread]), awaits: step.lock, heldBy }];
  });
}

/** How a world stands, as a walk shows it. */
export function standing(threads: Threads, world: World) {
  const locks: [string, number | null][] = [];
  for (const step of threads.flatMap(({ steps }) => steps)) {
    if (step.kind !== 'lock' && step.kind !== 'try-lock') continue;
    locks.push([step.lock, world.holders.get(step.lock) ?? null]);
  }
  const canGoOn = [...threads.keys()].filter((thread) => go(threads, world, thread) !== null);
  let status = canGoOn.length > 0 ? 'can-go-on' : 'deadlock';
  if (threads.every(({ steps }, i) => steps.length === world.done[i])) status = 'done';
  return {
    counters: world.done,
    variables: world.variables,
    locks: Object.fromEntries(locks),
    canGoOn,
    blocked: blockedIn(threads, world),
    status,
  };
}

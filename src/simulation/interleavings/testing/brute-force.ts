// All schedules one after another, none of them shared: what the counts and the witnesses are held against.
import type { AtomicStep, SteppedThread } from '../program.ts';

export interface World {
  readonly done: readonly number[];
  readonly registers: readonly number[];
  readonly variables: Readonly<Record<string, number>>;
  /** By lock that is held: the thread that holds it. */
  readonly holders: ReadonlyMap<string, number>;
}

type Values = Readonly<Record<string, number>>;
type Program = readonly SteppedThread[];

function begin(threads: Program, initial: Values): World {
  const zeros = threads.map(() => 0);
  const variables: [string, number][] = [];
  for (const step of threads.flatMap(({ steps }) => steps)) {
    if (!('variable' in step)) continue;
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

const nextOf = (threads: Program, { done }: World, thread: number): AtomicStep | undefined =>
  threads[thread]?.steps[Number(done[thread])];

/** The world after a thread's next step, or null if it has none, or awaits a lock. */
function go(threads: Program, world: World, thread: number): World | null {
  const step = nextOf(threads, world, thread);
  if (step === undefined) return null;
  const done = world.done.map((count, i) => (i === thread ? count + 1 : count));
  const register = Number(world.registers[thread]);
  const loaded = (value: number) => ({
    ...world,
    done,
    registers: world.registers.map((old, i) => (i === thread ? value : old)),
  });
  if ('amount' in step) return loaded(register + step.amount);
  if ('variable' in step) {
    if (step.kind === 'load') return loaded(Number(world.variables[step.variable]));
    const entries = Object.entries(world.variables);
    const variables = Object.fromEntries([...entries, [step.variable, register]]);
    return { ...world, done, variables };
  }
  if (step.kind === 'lock' && world.holders.has(step.lock)) return null;
  const holders = new Map(world.holders);
  if (step.kind === 'lock') holders.set(step.lock, thread);
  else holders.delete(step.lock);
  return { ...world, done, holders };
}

/** What a witness says of a schedule: the states after each of its steps. @throws Error where a thread cannot go on */
export function replay(threads: Program, initial: Values, schedule: readonly number[]) {
  const worlds = worldsOf(threads, initial, schedule);
  return schedule.map((thread, i) => {
    const { registers, variables } = worlds[i + 1] as World;
    return { thread, step: worlds[i]?.done[thread], register: registers[thread], variables };
  });
}

/** How a world stands, as a walk shows it. */
export function standing(threads: Program, world: World) {
  const steps = threads.flatMap((thread) => thread.steps);
  const locks: [string, number | null][] = [];
  for (const step of steps) {
    if (step.kind === 'lock') locks.push([step.lock, world.holders.get(step.lock) ?? null]);
  }
  const canGoOn = [...threads.keys()].filter((thread) => go(threads, world, thread) !== null);
  const blocked = blockedIn(threads, world);
  let status = canGoOn.length > 0 ? 'can-go-on' : 'deadlock';
  if (threads.every(({ steps: own }, i) => own.length === world.done[i])) status = 'done';
  return {
    counters: world.done,
    variables: world.variables,
    locks: Object.fromEntries(locks),
    canGoOn,
    blocked,
    status,
  };
}

/** The worlds at the beginning and after each move. @throws Error where a thread cannot go on */
export function worldsOf(threads: Program, initial: Values, schedule: readonly number[]): World[] {
  const worlds = [begin(threads, initial)];
  for (const thread of schedule) {
    const after = go(threads, worlds.at(-1) as World, thread);
    if (after === null) throw new Error(`Thread ${thread} cannot go on.`);
    worlds.push(after);
  }
  return worlds;
}

/** What a register will be stored as: null where the thread's next load or store is not a store. */
const kept = (threads: Program, { done, registers }: World) =>
  threads.map(({ steps }, i) => {
    const next = steps.slice(done[i]).find(({ kind }) => kind === 'load' || kind === 'store');
    return next?.kind === 'store' ? Number(registers[i]) : null;
  });

export type TriedState = ReturnType<typeof standing> & {
  readonly registers: readonly (number | null)[];
  readonly canEndWell: boolean;
};

/** All states and steps between them, found by trying out all schedules; in no order. */
export function allStates(threads: Program, initial: Values) {
  const nodes = new Map<string, TriedState>();
  const edges = new Set<string>();
  const keyOf = (world: World) =>
    JSON.stringify([world.done, kept(threads, world), world.variables]);

  /** Whether some way from this world comes to the end of all threads. */
  function follow(world: World): boolean {
    const key = keyOf(world);
    const stands = standing(threads, world);
    let canEndWell = stands.status === 'done';
    for (const thread of threads.keys()) {
      const after = go(threads, world, thread);
      if (after === null) continue;
      edges.add(`${key} ${thread} ${keyOf(after)}`);
      if (follow(after)) canEndWell = true;
    }
    nodes.set(key, { ...stands, registers: kept(threads, world), canEndWell });
    return canEndWell;
  }

  const beginning = begin(threads, initial);
  follow(beginning);
  return { beginning: nodes.get(keyOf(beginning)) as TriedState, nodes, edges };
}

/** A group of schedules with the same end: the first of them, in order of thread numbers, and how many there are. */
interface Group<End> {
  readonly end: End;
  readonly witness: readonly number[];
  count: bigint;
}

/** Follows all schedules to their ends; few threads of few steps, or it takes for ever. */
function eachEnd(
  threads: Program,
  initial: Values,
  heard: (world: World, schedule: readonly number[]) => void,
): void {
  function follow(world: World, schedule: readonly number[]): void {
    let isStuck = true;
    for (const thread of threads.keys()) {
      const after = go(threads, world, thread);
      if (after === null) continue;
      isStuck = false;
      follow(after, [...schedule, thread]);
    }
    if (isStuck) heard(world, schedule);
  }
  follow(begin(threads, initial), []);
}

/** All schedules to their ends, in order of thread numbers. */
export function allSchedules(threads: Program, initial: Values) {
  const schedules: (readonly number[])[] = [];
  eachEnd(threads, initial, (_, schedule) => schedules.push(schedule));
  return schedules;
}

/** The ends of all schedules. */
export function bruteForce(threads: Program, initial: Values) {
  const finals = new Map<string, Group<Values>>();
  const deadlocks = new Map<string, Group<ReturnType<typeof blockedIn>>>();
  eachEnd(threads, initial, (world, schedule) => {
    const blocked = blockedIn(threads, world);
    if (blocked.length > 0) add(deadlocks, blocked, schedule);
    else add(finals, world.variables, schedule);
  });
  return { finals: [...finals.values()], deadlocks: [...deadlocks.values()] };
}

function add<End>(groups: Map<string, Group<End>>, end: End, witness: readonly number[]): void {
  const key = JSON.stringify(end);
  const group = groups.get(key) ?? { end, witness, count: 0n };
  group.count += 1n;
  groups.set(key, group);
}

/** The threads that cannot go on: what each awaits, and who holds that. */
function blockedIn(threads: Program, world: World) {
  return threads.flatMap((_, thread) => {
    const step = nextOf(threads, world, thread);
    if (step === undefined || !('lock' in step)) return [];
    const heldBy = world.holders.get(step.lock);
    if (heldBy === undefined || step.kind === 'unlock') return [];
    return [{ thread, step: world.done[thread], awaits: step.lock, heldBy }];
  });
}

// All schedules one after another, none of them shared: what the counts and the witnesses are held against.
import { begin, blockedIn, go, standing, type Threads, type Values, type World } from './worlds.ts';

/** What a witness says of a schedule: the states after each of its steps. @throws Error where a thread cannot go on */
export function replay(threads: Threads, initial: Values, schedule: readonly number[]) {
  const worlds = worldsOf(threads, initial, schedule);
  return schedule.map((thread, i) => {
    const { registers, variables } = worlds[i + 1] as World;
    return { thread, step: worlds[i]?.done[thread], register: registers[thread], variables };
  });
}

/** The worlds at the beginning and after each move. @throws Error where a thread cannot go on */
export function worldsOf(threads: Threads, initial: Values, schedule: readonly number[]): World[] {
  const worlds = [begin(threads, initial)];
  for (const thread of schedule) {
    const after = go(threads, worlds.at(-1) as World, thread);
    if (after === null) throw new Error(`Thread ${thread} cannot go on.`);
    worlds.push(after);
  }
  return worlds;
}

/** What a register will be stored as: null where the thread's next load or store is not a store. */
const kept = (threads: Threads, { done, registers }: World) =>
  threads.map(({ steps }, i) => {
    const next = steps.slice(done[i]).find(({ kind }) => kind === 'load' || kind === 'store');
    return next?.kind === 'store' ? Number(registers[i]) : null;
  });

export type TriedState = ReturnType<typeof standing> & {
  readonly registers: readonly (number | null)[];
  readonly canEndWell: boolean;
};

/** All states and steps between them, found by trying out all schedules; in no order. */
export function allStates(threads: Threads, initial: Values) {
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
  threads: Threads,
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
export function allSchedules(threads: Threads, initial: Values) {
  const schedules: (readonly number[])[] = [];
  eachEnd(threads, initial, (_, schedule) => schedules.push(schedule));
  return schedules;
}

/** The ends of all schedules. */
export function bruteForce(threads: Threads, initial: Values) {
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

// All schedules one after another, none of them shared: what the counts and the witnesses are held against.
import { begin, blockedIn, go, type Threads, type Values, type World } from './worlds.ts';

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

/**
 * A group of schedules with the same end: of the shortest of them the first, in order of thread numbers, and how many there
 * are.
 */
interface Group<End> {
  readonly end: End;
  witness: readonly number[];
  count: bigint;
}

/**
 * Follows all schedules to their ends, in order of thread numbers; few threads of few steps, or it takes for ever.
 *
 * @param heard is told of each its worlds, at the beginning and after each move, and the threads that made the moves
 */
export function eachSchedule(
  threads: Threads,
  initial: Values,
  heard: (worlds: readonly World[], schedule: readonly number[]) => void,
): void {
  function follow(worlds: readonly World[], schedule: readonly number[]): void {
    let isStuck = true;
    for (const thread of threads.keys()) {
      const after = go(threads, worlds.at(-1) as World, thread);
      if (after === null) continue;
      isStuck = false;
      follow([...worlds, after], [...schedule, thread]);
    }
    if (isStuck) heard(worlds, schedule);
  }
  follow([begin(threads, initial)], []);
}

/** All schedules to their ends, in order of thread numbers. */
export function allSchedules(threads: Threads, initial: Values) {
  const schedules: (readonly number[])[] = [];
  eachSchedule(threads, initial, (_, schedule) => schedules.push(schedule));
  return schedules;
}

/** The ends of all schedules. */
export function bruteForce(threads: Threads, initial: Values) {
  const finals = new Map<string, Group<Values>>();
  const deadlocks = new Map<string, Group<ReturnType<typeof blockedIn>>>();
  eachSchedule(threads, initial, (worlds, schedule) => {
    const world = worlds.at(-1) as World;
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
  if (witness.length < group.witness.length) group.witness = witness;
  groups.set(key, group);
}

/** How many schedules come to each kind of end, for programs in which that depends on how far the threads have come. */
export function waysToEnds(threads: Threads, initial: Values) {
  const known = new Map<string, { done: bigint; deadlock: bigint }>();
  function waysFrom(world: World): { done: bigint; deadlock: bigint } {
    const key = world.done.join();
    const old = known.get(key);
    if (old !== undefined) return old;
    const nexts = [...threads.keys()].flatMap((thread) => go(threads, world, thread) ?? []);
    const isDone = threads.every(({ steps }, i) => steps.length === world.done[i]);
    const ways =
      nexts.length === 0
        ? { done: BigInt(isDone), deadlock: BigInt(!isDone) }
        : nexts.map(waysFrom).reduce((one, other) => ({
            done: one.done + other.done,
            deadlock: one.deadlock + other.deadlock,
          }));
    known.set(key, ways);
    return ways;
  }
  return waysFrom(begin(threads, initial));
}

// All schedules one after another, none of them shared: what the counts and the witnesses are held against.
import type { AtomicStep, SteppedThread } from '../program.ts';

interface World {
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

/** What a lab sees of a schedule: the states after each of its steps. @throws Error where a thread cannot go on */
export function replay(threads: Program, initial: Values, schedule: readonly number[]) {
  let world = begin(threads, initial);
  return schedule.map((thread) => {
    const step = world.done[thread];
    const after = go(threads, world, thread);
    if (after === null) throw new Error(`Thread ${thread} cannot go on.`);
    world = after;
    return { thread, step, register: world.registers[thread], variables: world.variables };
  });
}

/** A group of schedules with the same end: the first of them, in order of thread numbers, and how many there are. */
interface Group<End> {
  readonly end: End;
  readonly witness: readonly number[];
  count: bigint;
}

/** Tries out all schedules; few threads of few steps, or it takes for ever. */
export function bruteForce(threads: Program, initial: Values) {
  const finals = new Map<string, Group<Values>>();
  const deadlocks = new Map<string, Group<ReturnType<typeof blockedIn>>>();

  function follow(world: World, schedule: readonly number[]): void {
    let isStuck = true;
    for (const thread of threads.keys()) {
      const after = go(threads, world, thread);
      if (after === null) continue;
      isStuck = false;
      follow(after, [...schedule, thread]);
    }
    if (!isStuck) return;
    const blocked = blockedIn(threads, world);
    if (blocked.length > 0) add(deadlocks, blocked, schedule);
    else add(finals, world.variables, schedule);
  }

  follow(begin(threads, initial), []);
  return { finals: [...finals.values()], deadlocks: [...deadlocks.values()] };
}

function add<End>(groups: Map<string, Group<End>>, end: End, witness: readonly number[]): void {
  const key = JSON.stringify(end);
  const group = groups.get(key) ?? { end, witness, count: 0n };
  group.count += 1n;
  groups.set(key, group);
}

/** The threads that are not done: what each awaits, and who holds that. */
function blockedIn(threads: Program, world: World) {
  return threads.flatMap((_, thread) => {
    const step = nextOf(threads, world, thread);
    if (step === undefined || !('lock' in step)) return [];
    const heldBy = world.holders.get(step.lock);
    return [{ thread, step: world.done[thread], awaits: step.lock, heldBy }];
  });
}

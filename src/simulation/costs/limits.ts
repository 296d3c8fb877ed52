// What runs out, and at how many tasks: each limit of a machine by itself, the nearest first.
import { oneOf } from '../scenario/validate-fields.ts';
import { costs, type Memory, threadsOf } from './costs.ts';
import { commitLimit, type Machine, whole } from './machine.ts';
import { type CostModel, type CostOptions, completed } from './options.ts';

export type LimitName =
  | 'promises'
  | 'memory'
  | 'group-memory'
  | 'threads'
  | 'thread-numbers'
  | 'group-threads'
  | 'mappings'
  | 'addresses';

export interface Limit {
  readonly name: LimitName;
  /** The most tasks that fit; one more does not. -1 where not even the threads under them do. */
  readonly tasks: number;
}

/** Numbers that the kernel gives to no thread once it has counted up to pid_max. Source: Linux, kernel/pid.c, `RESERVED_PIDS`. */
const RESERVED_NUMBERS = 300;

/** A stack, and the guard page below it. Source: Linux man-pages, pthread_attr_setguardsize(3). */
const MAPPINGS_EACH = 2;

/**
 * What runs out on a machine as tasks become more, and the most of them that fit; the nearest first. Limits that more
 * tasks never reach are left out. What other processes have, and what this one has besides its tasks, is not counted, and
 * neither are the reserves that the kernel keeps under 'never' (user_reserve_kbytes, admin_reserve_kbytes: up to 136 MiB),
 * so that a real limit lies a little lower.
 *
 * - `promises`: what `costs` says is promised exceeds the commit limit, or, under 'heuristic', one stack alone is larger
 *   than memory and swap. The mapping is refused (ENOMEM), and pthread_create returns EAGAIN.
 * - `memory`: the kernel's part exceeds RAM, or all of it RAM and swap: the kernel ends a process (OOM killer). What the
 *   kernel keeps is not swapped. Source: Linux kernel documentation, admin-guide/mm/concepts, "Reclaim".
 * - `group-memory`: all of it exceeds memory.max; the kernel ends a process of the group. Swap is not counted.
 * - `threads`, `thread-numbers`, `group-threads`: threads-max, pid_max less its reserve, pids.max: clone(2) returns EAGAIN.
 * - `mappings`: max_map_count, at two for each stack. The mapping is refused (ENOMEM), and pthread_create returns EAGAIN.
 * - `addresses`: what is reserved exceeds the address space.
 *
 * @param machine its memory, and what else of it is not as usual: `Machine` has the usual settings
 * @param options as for `costs`
 * @throws ScenarioError for an unknown model, a number out of range, or an unknown option or setting
 */
export function limits(
  model: CostModel,
  machine: Pick<Machine, 'memory'> & Partial<Machine>,
  options: Partial<CostOptions> = {},
): readonly Limit[] {
  oneOf('model', model, ['threads', 'light-tasks', 'event-loop']);
  const { threads, kernel, total } = linesOf(model, options);
  const on = whole(machine);
  const { stackReserve } = completed(options);
  const found: Limit[] = [
    { name: 'promises', tasks: promisesFor(on, stackReserve, { threads, total }) },
    {
      name: 'memory',
      tasks: Math.min(most(kernel, on.memory), most(total('resident'), on.memory + on.swap)),
    },
    { name: 'group-memory', tasks: most(total('resident'), on.groupMemory) },
    { name: 'threads', tasks: most(threads, on.threadsMax) },
    { name: 'thread-numbers', tasks: most(threads, Math.max(0, on.pidMax - RESERVED_NUMBERS)) },
    { name: 'group-threads', tasks: most(threads, on.groupThreads) },
    { name: 'mappings', tasks: most(threads, Math.floor(on.maxMapCount / MAPPINGS_EACH)) },
    { name: 'addresses', tasks: most(total('reserved'), on.addressSpace) },
  ];
  return found.filter(({ tasks }) => Number.isFinite(tasks)).sort((a, b) => a.tasks - b.tasks);
}

/** Something of which each task takes so many more, beside what the first takes. */
interface Line {
  readonly base: number;
  readonly each: number;
}

function linesOf(model: CostModel, options: Partial<CostOptions>) {
  const [none, one] = [costs(model, 0, options), costs(model, 1, options)];
  const line = (of: (tasks: 0 | 1) => number): Line => ({ base: of(0), each: of(1) - of(0) });
  const at = { 0: none, 1: one };
  const each = completed(options);
  return {
    threads: line((tasks) => threadsOf(model, tasks, each)),
    kernel: line((tasks) =>
      at[tasks].parts.reduce(
        // What only the kernel has is in no address space.
        (sum, { reserved, resident }) => (reserved === 0 ? sum + resident : sum),
        0,
      ),
    ),
    total: (what: keyof Memory) => line((tasks) => at[tasks][what]),
  };
}

function promisesFor(
  on: Machine,
  stack: number,
  { threads, total }: Pick<ReturnType<typeof linesOf>, 'threads' | 'total'>,
): number {
  switch (on.overcommit) {
    case 'always':
      return Number.POSITIVE_INFINITY;
    case 'never':
      return most(total('promised'), commitLimit(on));
    case 'heuristic':
      return stack > on.memory + on.swap ? most(threads, 0) : Number.POSITIVE_INFINITY;
  }
}

/** The most tasks for which a line stays within what there is; null is without end. */
function most({ base, each }: Line, there: number | null): number {
  if (there === null) return Number.POSITIVE_INFINITY;
  const left = there - base;
  if (left < 0) return -1;
  // Without a remainder the quotient is exact.
  return each === 0 ? Number.POSITIVE_INFINITY : (left - (left % each)) / each;
}

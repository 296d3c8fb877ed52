// What memory tasks in flight take: address space and RAM, under threads, light tasks and an event loop.
import { LIMITS } from './scenario/limits.ts';
import { ScenarioError } from './scenario/scenario-error.ts';
import { fields, oneOf, whole } from './scenario/validate-fields.ts';

const KIB = 1024;
const MIB = 1024 * KIB;

/**
 * What holds the tasks: an OS thread each, light tasks that a runtime runs on a few OS threads (as goroutines), or
 * objects on the heap that an event loop runs on one OS thread.
 */
export type CostModel = 'threads' | 'light-tasks' | 'event-loop';

/**
 * What one of each takes. Sizes are in bytes. A model passes over what it has no use for, so that the same options serve
 * all three. "Measured" is: for this lesson, on a virtual machine with 2 CPUs (AMD EPYC), Linux 6.18, Debian 12, glibc
 * 2.36.
 */
export interface CostOptions {
  /** A page of memory, a power of two. Source: Linux, getconf(1) PAGESIZE on x86-64. */
  readonly page: number;
  /**
   * The address space that a thread's stack reserves, taken as it is given. 8 MiB. Source: Linux man-pages,
   * pthread_create(3), "NOTES": the soft limit RLIMIT_STACK decides, and setrlimit(2). HotSpot has 1 MiB on Linux x64
   * (Oracle, "The java Command", -Xss).
   */
  readonly stackReserve: number;
  /**
   * How much of its stack a thread has touched; whole pages become resident. 8 KiB: measured, 10,000 sleeping threads
   * had 81 MiB resident, 8.3 KiB each, about two pages.
   */
  readonly stackTouched: number;
  /**
   * A thread's stack within the kernel. 16 KiB. Source: Linux kernel documentation, "Kernel Stacks" (x86-64): four
   * pages a thread; measured, 156 MiB for 10,000.
   */
  readonly kernelStack: number;
  /**
   * The page tables for a thread's stack. 4 KiB: one last-level table, which maps 2 MiB. Source: Linux kernel
   * documentation, "Page Tables"; measured, 39 MiB for 10,000.
   */
  readonly pageTables: number;
  /** What else the kernel keeps of a thread (slab). 6,816 bytes: measured, 65 MiB for 10,000. */
  readonly kernelRecord: number;
  /**
   * The stack that a light task starts with, a power of two. 2 KiB. Source: The Go Authors, "Go 1.4 Release Notes",
   * "Changes to the runtime", and Go, runtime/stack.go, `stackMin`.
   */
  readonly lightStack: number;
  /**
   * How much stack a light task needs: its stack doubles until that fits. 2 KiB, so that it does not grow. Source of
   * the doubling: Go, runtime/stack.go, `newstack`.
   */
  readonly lightStackUsed: number;
  /** What a runtime keeps of a light task. 668 bytes: measured, 100,000 goroutines had 259 MiB, 2.65 KiB each. */
  readonly lightRecord: number;
  /** How many OS threads run the light tasks. 2: one a CPU. Source: Go, package runtime, GOMAXPROCS. */
  readonly lightThreads: number;
  /** The objects and closures of a task of an event loop. 1,468 bytes: measured, 100,000 asyncio tasks had 140 MiB. */
  readonly eventTask: number;
}

/** What `costs` takes where nothing else is said; `CostOptions` has the sources. */
export const COST_DEFAULTS: CostOptions = Object.freeze({
  page: 4 * KIB,
  stackReserve: 8 * MIB,
  stackTouched: 8 * KIB,
  kernelStack: 16 * KIB,
  pageTables: 4 * KIB,
  kernelRecord: 6_816,
  lightStack: 2 * KIB,
  lightStackUsed: 2 * KIB,
  lightRecord: 668,
  lightThreads: 2,
  eventTask: 1_468,
});

/** The most bytes that any option may have: totals of the most tasks and threads are still exact. */
const MOST_BYTES = 1024 * MIB;

export type CostPartName =
  | 'task-stacks'
  | 'task-records'
  | 'task-objects'
  | 'thread-stacks'
  | 'kernel-stacks'
  | 'page-tables'
  | 'kernel-records';

/** Bytes, whole numbers. */
export interface Memory {
  /** Of the process's address space. What the kernel keeps for itself is not in it. */
  readonly reserved: number;
  /** Of RAM, the kernel's part too. */
  readonly resident: number;
}

export interface CostPart extends Memory {
  readonly name: CostPartName;
}

/** The totals, and the parts that they are the sums of: those of the tasks first, then those of the OS threads. */
export interface Costs extends Memory {
  readonly parts: readonly CostPart[];
}

/**
 * The memory for so many tasks in flight, under one model: linear in their number. What the process has besides, such as
 * its code and what the tasks themselves put on the heap, is not counted.
 *
 * @param tasks 0 to 10^6
 * @param options instead of `COST_DEFAULTS`; sizes up to 1 GiB, threads 1 to 10^6
 * @throws ScenarioError for an unknown model, a number out of range or an unknown option
 */
export function costs(model: CostModel, tasks: number, options: Partial<CostOptions> = {}): Costs {
  oneOf('model', model, Object.keys(PARTS));
  atLeast('tasks', tasks, 0, LIMITS.tasks);
  fields('options', 'options.', options, Object.keys(COST_DEFAULTS));
  const each = { ...COST_DEFAULTS, ...options };
  validate(each);
  const parts = PARTS[model](tasks, each);
  return {
    reserved: parts.reduce((sum, { reserved }) => sum + reserved, 0),
    resident: parts.reduce((sum, { resident }) => sum + resident, 0),
    parts,
  };
}

const PARTS: Readonly<Record<CostModel, (tasks: number, each: CostOptions) => CostPart[]>> = {
  threads: ofThreads,
  'light-tasks': (tasks, each) => [
    onHeap('task-stacks', tasks * grown(each)),
    onHeap('task-records', tasks * each.lightRecord),
    ...ofThreads(each.lightThreads, each),
  ],
  'event-loop': (tasks, each) => [
    onHeap('task-objects', tasks * each.eventTask),
    ...ofThreads(1, each),
  ],
};

function ofThreads(threads: number, each: CostOptions): CostPart[] {
  const inKernel = (name: CostPartName, bytes: number) => ({
    name,
    reserved: 0,
    resident: threads * bytes,
  });
  return [
    {
      name: 'thread-stacks',
      reserved: threads * each.stackReserve,
      resident: threads * inPages(each.stackTouched, each.page),
    },
    inKernel('kernel-stacks', each.kernelStack),
    inKernel('page-tables', each.pageTables),
    inKernel('kernel-records', each.kernelRecord),
  ];
}

const onHeap = (name: CostPartName, bytes: number) => ({ name, reserved: bytes, resident: bytes });

const inPages = (bytes: number, page: number) => Math.ceil(bytes / page) * page;

/** A light task's stack when it has grown to what is needed. */
function grown({ lightStack, lightStackUsed }: CostOptions): number {
  let size = lightStack;
  while (size < lightStackUsed) size *= 2;
  return size;
}

function validate(each: CostOptions): void {
  const { page, lightStack, lightThreads, ...sizes } = each;
  powerOfTwo('options.page', page);
  powerOfTwo('options.lightStack', lightStack);
  atLeast('options.lightThreads', lightThreads, 1, LIMITS.workers);
  for (const [name, size] of Object.entries(sizes)) {
    atLeast(`options.${name}`, size, 0, MOST_BYTES, ' of bytes');
  }
  if (inPages(each.stackTouched, page) > each.stackReserve) {
    const allowed = `bytes in whole pages of ${page} that fit into a stack of ${each.stackReserve}`;
    throw new ScenarioError('options.stackTouched', each.stackTouched, allowed);
  }
}

function atLeast(path: string, value: unknown, least: number, most: number, of = ''): void {
  if (whole(value, least, most)) return;
  throw new ScenarioError(path, value, `a whole number${of} from ${least} to ${most}`);
}

function powerOfTwo(path: string, value: number): void {
  if (whole(value, 1, MOST_BYTES) && Number.isInteger(Math.log2(value))) return;
  throw new ScenarioError(path, value, `a power of two from 1 to ${MOST_BYTES}`);
}

// What one task, one thread and one page take: the options of `costs`, with their sources.
import { LIMITS } from '../scenario/limits.ts';
import { ScenarioError } from '../scenario/scenario-error.ts';
import { fields } from '../scenario/validate-fields.ts';
import { atLeast, inPages, KIB, MIB, powerOfTwo } from './sizes.ts';

/**
 * What holds the tasks: an OS thread each, light tasks that a runtime runs on a few OS threads (as goroutines), or
 * objects on the heap that an event loop runs on one OS thread.
 */
export type CostModel = 'threads' | 'light-tasks' | 'event-loop';

/**
 * What one of each takes. Sizes are in bytes. A model passes over what it has no use for, so that the same options serve
 * all three. "Measured" is: for this lesson, on a virtual machine with 2 CPUs (AMD EPYC), Linux 6.18, Debian 12, glibc
 * 2.36; `MEASURED` has the points.
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
  /** What a runtime keeps of an OS thread in the memory of the process. 0: the C library keeps its own on the stack. */
  readonly threadRecord: number;
  /**
   * A thread's stack within the kernel. 16 KiB. Source: Linux kernel documentation, "Kernel Stacks" (x86-64): four
   * pages a thread; measured, 156 MiB for 10,000.
   */
  readonly kernelStack: number;
  /**
   * A last-level page table. 4 KiB, which maps 2 MiB: a stack of 2 MiB or more has one of its own, smaller ones share
   * one by their size. Source: Linux kernel documentation, "Page Tables"; measured, 39 MiB for 10,000 stacks of 8 MiB,
   * and 20 MiB for 10,000 of 1 MiB.
   */
  readonly pageTables: number;
  /** What else the kernel keeps of a thread (slab). 6,816 bytes: measured, 65 to 71 MiB for 10,000. */
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
  threadRecord: 0,
  kernelStack: 16 * KIB,
  pageTables: 4 * KIB,
  kernelRecord: 6_816,
  lightStack: 2 * KIB,
  lightStackUsed: 2 * KIB,
  lightRecord: 668,
  lightThreads: 2,
  eventTask: 1_468,
});

/**
 * How threads of a JVM differ: with these, `threads` are Java platform threads. The stack is documented (`stackReserve`
 * has the source). Measured is what 10,000 sleeping threads of Java 17 grew the process by, 221 MiB or 22.6 KiB each;
 * that 20 KiB of it are stack and the rest the JVM's records is assumed. The kernel's part is that of any thread,
 * measured within 6%.
 */
export const JVM_THREADS: Partial<CostOptions> = Object.freeze({
  stackReserve: 1 * MIB,
  stackTouched: 20 * KIB,
  threadRecord: 2_694,
});

/** The most bytes that any option may have: totals of the most tasks and threads are still exact. */
const MOST_BYTES = 1024 * MIB;

/** All options, of those given and the defaults. @throws ScenarioError for an unknown one, or a number out of range */
export function completed(options: Partial<CostOptions>): CostOptions {
  fields('options', 'options.', options, Object.keys(COST_DEFAULTS));
  const each = { ...COST_DEFAULTS, ...options };
  const { page, lightStack, lightThreads, ...sizes } = each;
  powerOfTwo('options.page', page, MOST_BYTES);
  powerOfTwo('options.lightStack', lightStack, MOST_BYTES);
  atLeast('options.lightThreads', lightThreads, 1, LIMITS.workers);
  for (const [name, size] of Object.entries(sizes)) {
    atLeast(`options.${name}`, size, 0, MOST_BYTES, ' of bytes');
  }
  if (inPages(each.stackTouched, page) > each.stackReserve) {
    const allowed = `bytes in whole pages of ${page} that fit into a stack of ${each.stackReserve}`;
    throw new ScenarioError('options.stackTouched', each.stackTouched, allowed);
  }
  return each;
}

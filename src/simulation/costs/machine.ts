// The machine that tasks run on, as far as something of it can run out: Linux's settings, with their sources.
import { ScenarioError } from '../scenario/scenario-error.ts';
import { fields, oneOf } from '../scenario/validate-fields.ts';
import { COST_DEFAULTS } from './options.ts';
import { atLeast } from './sizes.ts';

/**
 * What the kernel promises beyond what it has, vm.overcommit_memory: 0 refuses only a single request that is larger than
 * all of memory and swap, 1 refuses none, 2 promises no more than `commitLimit`. Source: Linux kernel documentation,
 * mm/overcommit-accounting; what counts as obvious in mode 0 is in mm/util.c, `__vm_enough_memory`.
 */
export type Overcommit = 'heuristic' | 'always' | 'never';

/** Sizes are in bytes. */
export interface Machine {
  /** RAM that the kernel has to give: MemTotal in /proc/meminfo, a little less than what is built in. */
  readonly memory: number;
  /** 0. */
  readonly swap: number;
  /** RAM set aside for huge pages: no use for stacks, and not counted in the commit limit. 0. */
  readonly hugePages: number;
  /** 'heuristic'. Source: Linux kernel documentation, admin-guide/sysctl/vm, overcommit_memory: the default is 0. */
  readonly overcommit: Overcommit;
  /** Per cent of RAM that may be promised beside swap under 'never'. 50. Source: the same, overcommit_ratio. */
  readonly overcommitRatio: number;
  /**
   * kernel.threads-max: how many threads the whole system may have. As the kernel sets it: `threadsMax(memory)`. Source:
   * Linux kernel documentation, admin-guide/sysctl/kernel, threads-max.
   */
  readonly threadsMax: number;
  /**
   * kernel.pid_max: numbers of threads are less than this. 32,768, the kernel's default up to 32 CPUs; systemd sets
   * 4,194,304. Source: the same, pid_max, and include/linux/threads.h, `PID_MAX_DEFAULT`.
   */
  readonly pidMax: number;
  /**
   * vm.max_map_count: how many mappings a process may have. 65,530. Source: Linux, include/linux/mm.h,
   * `DEFAULT_MAX_MAP_COUNT`; admin-guide/sysctl/vm rounds it to 65,536.
   */
  readonly maxMapCount: number;
  /**
   * What a process can address. 2^47, on x86-64 with page tables of four levels. Source: Linux kernel documentation,
   * arch/x86/x86_64/mm.
   */
  readonly addressSpace: number;
  /**
   * memory.max of the control group that the process is in, or null: RAM that all in it may use, kernel stacks, page
   * tables and slab included. Source: Linux kernel documentation, admin-guide/cgroup-v2, "Memory".
   */
  readonly groupMemory: number | null;
  /** pids.max of that group, or null: how many threads all in it may have. Source: the same, "PID". */
  readonly groupThreads: number | null;
}

/** The least and the most that threads-max can be. */
const THREADS = { least: 20, most: 0x3f_ff_ff_ff };

/**
 * What the kernel sets kernel.threads-max to: so many threads that their kernel stacks take at most an eighth of RAM.
 * Source: Linux kernel documentation, admin-guide/sysctl/kernel, threads-max, and kernel/fork.c, `set_max_threads`.
 */
export const threadsMax = (memory: number): number =>
  Math.min(
    Math.max(Math.floor(memory / (8 * COST_DEFAULTS.kernelStack)), THREADS.least),
    THREADS.most,
  );

/**
 * What the kernel may promise in all under 'never', bytes: CommitLimit in /proc/meminfo. A share of RAM without huge
 * pages, and swap. Source: Linux kernel documentation, mm/overcommit-accounting, and mm/util.c, `vm_commit_limit`.
 */
export const commitLimit = ({
  memory,
  hugePages,
  overcommitRatio,
  swap,
}: Pick<Machine, 'memory' | 'hugePages' | 'overcommitRatio' | 'swap'>): number =>
  Math.floor(((memory - hugePages) * overcommitRatio) / 100) + swap;

const USUAL: Omit<Machine, 'memory' | 'threadsMax'> = {
  swap: 0,
  hugePages: 0,
  overcommit: 'heuristic',
  overcommitRatio: 50,
  pidMax: 32_768,
  maxMapCount: 65_530,
  addressSpace: 2 ** 47,
  groupMemory: null,
  groupThreads: null,
};

const MODES: readonly Overcommit[] = ['heuristic', 'always', 'never'];

/** Far more than there is of anything; products are still exact. */
const MOST = 2 ** 46;

/** A whole machine, of what is given and what is usual. @throws ScenarioError for what makes no sense */
export function whole(given: Pick<Machine, 'memory'> & Partial<Machine>): Machine {
  fields('machine', 'machine.', given, ['memory', 'threadsMax', ...Object.keys(USUAL)]);
  atLeast('machine.memory', given.memory, 0, MOST, ' of bytes');
  const machine = { ...USUAL, threadsMax: threadsMax(given.memory), ...given };
  oneOf('machine.overcommit', machine.overcommit, MODES);
  const { overcommit, groupMemory, groupThreads, addressSpace, ...numbers } = machine;
  for (const [name, value] of Object.entries(numbers)) atLeast(`machine.${name}`, value, 0, MOST);
  atLeast('machine.addressSpace', addressSpace, 0, 2 ** 52, ' of bytes');
  for (const [name, value] of Object.entries({ groupMemory, groupThreads })) {
    if (value !== null) atLeast(`machine.${name}`, value, 0, MOST);
  }
  if (machine.hugePages > machine.memory) {
    throw new ScenarioError('machine.hugePages', machine.hugePages, 'at most all of the memory');
  }
  return machine;
}

// What memory tasks in flight take: address space, promises and RAM, under threads, light tasks and an event loop.
import { LIMITS } from '../scenario/limits.ts';
import { oneOf } from '../scenario/validate-fields.ts';
import { type CostModel, type CostOptions, completed } from './options.ts';
import { atLeast, inPages, MIB } from './sizes.ts';

export type CostPartName =
  | 'task-stacks'
  | 'task-records'
  | 'task-objects'
  | 'thread-stacks'
  | 'thread-records'
  | 'kernel-stacks'
  | 'page-tables'
  | 'kernel-records';

/** Bytes, whole numbers. */
export interface Memory {
  /** Of the process's address space. What the kernel keeps for itself is not in it. */
  readonly reserved: number;
  /**
   * What Linux counts against its commit limit: private writable mappings, touched or not, and nothing of the kernel's
   * own. Source: Linux kernel documentation, mm/overcommit-accounting, "How It Works". /proc/meminfo has the sum over all
   * processes as Committed_AS.
   */
  readonly promised: number;
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
  const parts = PARTS[model](tasks, completed(options));
  const total = (of: keyof Memory) => parts.reduce((sum, part) => sum + part[of], 0);
  return {
    reserved: total('reserved'),
    promised: total('promised'),
    resident: total('resident'),
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

/** How many OS threads hold so many tasks. */
export const threadsOf = (model: CostModel, tasks: number, { lightThreads }: CostOptions) =>
  ({ threads: tasks, 'light-tasks': lightThreads, 'event-loop': 1 })[model];

function ofThreads(threads: number, each: CostOptions): CostPart[] {
  const stacks = threads * each.stackReserve;
  return [
    {
      name: 'thread-stacks',
      reserved: stacks,
      promised: stacks,
      resident: threads * inPages(each.stackTouched, each.page),
    },
    onHeap('thread-records', threads * each.threadRecord),
    inKernel('kernel-stacks', threads * each.kernelStack),
    inKernel('page-tables', threads * tablesOf(each)),
    inKernel('kernel-records', threads * each.kernelRecord),
  ];
}

const onHeap = (name: CostPartName, bytes: number) => ({
  name,
  reserved: bytes,
  promised: bytes,
  resident: bytes,
});

const inKernel = (name: CostPartName, bytes: number) => ({
  name,
  reserved: 0,
  promised: 0,
  resident: bytes,
});

/** What one page table of the last level maps. */
const MAPPED = 2 * MIB;

/** A stack's page tables: stacks that are smaller than what a table maps lie side by side and share it. */
const tablesOf = ({ pageTables, stackReserve }: CostOptions) =>
  Math.ceil(pageTables * Math.min(1, stackReserve / MAPPED));

/** A light task's stack when it has grown to what is needed. */
function grown({ lightStack, lightStackUsed }: CostOptions): number {
  let size = lightStack;
  while (size < lightStackUsed) size *= 2;
  return size;
}

// What tasks in flight took on a real machine, point by point, with how far `costs` may be from each.
import type { CostPartName, Memory } from './costs.ts';
import type { Machine } from './machine.ts';
import { type CostModel, type CostOptions, JVM_THREADS } from './options.ts';
import { GIB, KIB, MIB } from './sizes.ts';

/** A figure that was measured: what the process, or the kernel, grew by. Three runs each. */
export interface MeasuredCost {
  /** The program: C with pthread_create, Java 17, Go 1.19, CPython 3.11; all tasks asleep or waiting. */
  readonly program: 'c' | 'java' | 'go' | 'asyncio' | 'asyncio-event';
  readonly model: CostModel;
  readonly tasks: number;
  readonly what: keyof Memory | CostPartName;
  /** Bytes: the least and the most of the runs. */
  readonly bytes: readonly [number, number];
  /** How far the model may be from the nearer of the two, as a share of it. */
  readonly error: number;
  /** What the model needs to be told; none where the defaults are meant. */
  readonly options?: Partial<CostOptions>;
}

/** A machine like the one on which all was measured, and its settings: 24 GiB are built in, and there is no swap. */
export const MEASURED_MACHINE: Machine = Object.freeze({
  memory: 24_684_096 * KIB,
  swap: 0,
  hugePages: 0,
  overcommit: 'heuristic',
  overcommitRatio: 50,
  threadsMax: 192_731,
  pidMax: 32_768,
  maxMapCount: 65_530,
  addressSpace: 2 ** 47,
  groupMemory: null,
  groupThreads: null,
});

/**
 * The thread that was refused there (EAGAIN), counted from 1, and how far the nearest computed limit may lie above it.
 * kernel.pid_max and vm.max_map_count both lie there, and which of the two it was is not known.
 */
export const REFUSED = Object.freeze({ thread: 32_448, error: 0.01 });

type Point = readonly [
  tasks: number,
  what: MeasuredCost['what'],
  bytes: number | readonly [number, number],
  error: number,
];

const of = (
  program: MeasuredCost['program'],
  model: CostModel,
  unit: number,
  points: readonly Point[],
  options?: Partial<CostOptions>,
): MeasuredCost[] =>
  points.map(([tasks, what, bytes, error]) => {
    const [least, most] = typeof bytes === 'number' ? [bytes, bytes] : bytes;
    return {
      program,
      model,
      tasks,
      what,
      bytes: [least * unit, most * unit],
      error,
      ...(options === undefined ? {} : { options }),
    };
  });

/**
 * The machine: 2 vCPU of an AMD EPYC, virtual, Linux 6.18, Debian 12, glibc 2.36. `reserved` is VmSize, `promised` is
 * Committed_AS, `resident` all parts together. At 1,000 the Java process grew by some 25 MiB that are not its threads',
 * and light tasks come with what their process has besides.
 */
export const MEASURED: readonly MeasuredCost[] = [
  ...of('c', 'threads', GIB, [
    [1_000, 'reserved', 7.82, 0.005],
    [10_000, 'reserved', 78.17, 0.005],
    [30_000, 'reserved', 234.5, 0.005],
    [1_000, 'promised', 7.81, 0.005],
    [10_000, 'promised', 78.13, 0.005],
    [30_000, 'promised', 234.38, 0.005],
  ]),
  ...of('c', 'threads', MIB, [
    [1_000, 'resident', 33.8, 0.01],
    [10_000, 'resident', [341, 348], 0.03],
    [30_000, 'resident', 1_046, 0.04],
    [1_000, 'thread-stacks', 8.2, 0.05],
    [10_000, 'thread-stacks', 81, 0.05],
    [30_000, 'thread-stacks', 242.8, 0.05],
    [1_000, 'kernel-stacks', 15.6, 0.01],
    [10_000, 'kernel-stacks', 156.2, 0.01],
    [30_000, 'kernel-stacks', 468.8, 0.01],
    [1_000, 'page-tables', 3.9, 0.01],
    [10_000, 'page-tables', 39.4, 0.02],
    [30_000, 'page-tables', 118.8, 0.02],
    [1_000, 'kernel-records', 6.1, 0.1],
    [10_000, 'kernel-records', [65, 71], 0.01],
    [30_000, 'kernel-records', 216, 0.1],
  ]),
  ...of('c', 'threads', MIB, [[10_000, 'thread-stacks', 706, 0.01]], {
    stackTouched: 72 * KIB,
  }),
  // Their stacks had asked for huge pages: madvise(2), MADV_HUGEPAGE.
  ...of('c', 'threads', MIB, [[1_000, 'thread-stacks', 2_000, 0.01]], {
    stackTouched: 2 * MIB,
  }),
  ...of(
    'java',
    'threads',
    GIB,
    [
      [1_000, 'reserved', 0.98, 0.01],
      [10_000, 'reserved', 9.77, 0.01],
    ],
    JVM_THREADS,
  ),
  ...of(
    'java',
    'threads',
    MIB,
    [
      [1_000, 'resident', 71.7, 0.4],
      [10_000, 'resident', 466, 0.02],
      [1_000, 'kernel-stacks', 15.6, 0.01],
      [10_000, 'kernel-stacks', 156.3, 0.01],
      [1_000, 'page-tables', 2.1, 0.08],
      [10_000, 'page-tables', 19.8, 0.02],
      [1_000, 'kernel-records', 6, 0.1],
      [10_000, 'kernel-records', 69, 0.1],
    ],
    JVM_THREADS,
  ),
  ...of('go', 'light-tasks', MIB, [
    [1_000, 'resident', [2.8, 2.9], 0.06],
    [10_000, 'resident', 26.3, 0.03],
    [100_000, 'resident', [259, 260.4], 0.01],
    [1_000_000, 'resident', 2_600, 0.01],
  ]),
  ...of('asyncio', 'event-loop', MIB, [[100_000, 'resident', 140, 0.01]]),
  // Another program: each task awaits one event, and there is no timer.
  ...of(
    'asyncio-event',
    'event-loop',
    MIB,
    [
      [10_000, 'resident', 11.2, 0.03],
      [100_000, 'resident', 110.5, 0.01],
      [1_000_000, 'resident', 1_092, 0.02],
    ],
    { eventTask: 1_158 },
  ),
];

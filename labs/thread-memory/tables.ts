// The tables of this lab: what runs out first, and what is in use beside what was measured.
import { grouped } from '@interleave/simulation';
import { type CostPartName, commitLimit, type LimitName } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Table } from '../../src/lab-kit/tables.ts';
import { measuredAt } from './measured.ts';
import { NAMES } from './names.ts';
import {
  CARRIERS,
  type Carrier,
  inBytes,
  type LinkSetting,
  machineOf,
  serviceThreads,
} from './setting.ts';
import { atLeast, GIB, MIB, size, three } from './sizes.ts';
import { type All, mostOf, mostPromised } from './taken.ts';

type OwnRun = Run<LinkSetting, All>;

/** A container as an example, where the machine has more. */
const CONTAINER = GIB;

export const tables = (run: OwnRun): readonly Table[] => [limitsTable(run), inUseTable(run)];

function limitsTable({ values }: OwnRun): Table {
  const setting = inBytes(values);
  const machine = machineOf(setting);
  const of = (carrier: Carrier, name: LimitName) => mostOf(carrier, setting, name);
  const both = (most: (carrier: Carrier) => number) => [most('threads'), most('jvm')] as const;
  const service = serviceThreads(setting);
  const rows: (readonly [string, readonly [number, number]])[] = [
    [
      `promises, if it never overcommits: ${size(commitLimit(machine))}`,
      both((carrier) => mostPromised(carrier, setting)),
    ],
    ['threads of a systemd service (pids.max, 15%)', [service, service]],
    ...(setting.memory > CONTAINER
      ? ([
          [
            `a container with ${size(CONTAINER)} (memory.max)`,
            both((carrier) => mostOf(carrier, setting, 'group-memory', { groupMemory: CONTAINER })),
          ],
        ] as const)
      : []),
    [`thread numbers (pid_max, ${grouped(machine.pidMax)})`, both((c) => of(c, 'thread-numbers'))],
    [
      `${grouped(machine.maxMapCount)} mappings, two for each stack (max_map_count)`,
      both((carrier) => of(carrier, 'mappings')),
    ],
    ['threads of the system (threads-max)', both((carrier) => of(carrier, 'threads'))],
    [`memory of ${size(setting.memory)}`, both((carrier) => of(carrier, 'memory'))],
  ];
  return {
    caption: 'What runs out first, and at how many',
    shown: 'always',
    columns: [
      { label: 'what runs out' },
      { label: NAMES.threads, numeric: true },
      { label: NAMES.jvm, numeric: true },
    ],
    rows: rows
      .toSorted(([, [a]], [, [b]]) => a - b)
      .map(([what, most]) => [what, ...most.map(grouped)]),
    note: `Computed from Linux’s documented rules for a machine set like the measured one, not tried out. What other processes take is not counted. On the measured machine thread 32,448 was refused, where the limits of numbers and mappings both lie; most systems raise pid_max to 4,194,304. Goroutines and event-loop tasks need few threads, so only memory stops them: at ${rounded(of('light', 'memory'))} and ${rounded(of('event', 'memory'))}.`,
  };
}

const rounded = (count: number) => (count >= 1e6 ? `${three(count / 1e6)} million` : three(count));

const OF_THREADS: readonly (readonly [CostPartName, string])[] = [
  ['thread-stacks', 'stacks of OS threads'],
  ['kernel-stacks', 'their kernel stacks'],
  ['page-tables', 'their page tables'],
  ['kernel-records', 'their kernel records'],
];

const TOTALS: readonly (readonly [Carrier, string])[] = [
  ['threads', 'OS threads, all of it'],
  ['jvm', 'JVM threads, all of it'],
  ['light', NAMES.light],
  ['event', NAMES.event],
];

function inUseTable({ values, result }: OwnRun): Table {
  const setting = inBytes(values);
  const { connections } = setting;
  const { parts } = result.threads.asked;
  const stopped = CARRIERS.some((carrier) => result[carrier].starts < connections);
  const inMiB = (bytes: number) => atLeast(bytes / MIB, '< ');
  const part = (name: CostPartName) => parts.find((one) => one.name === name)?.resident ?? 0;
  return {
    caption: stopped
      ? `In use if all ${grouped(connections)} started, MiB`
      : `${grouped(connections)} of them, in use, MiB`,
    shown: 'always',
    columns: [
      { label: stopped ? 'what would be in use' : 'what is in use' },
      { label: 'in the lab', numeric: true },
      { label: 'measured', numeric: true },
    ],
    rows: [
      ...OF_THREADS.map(([name, label]) => [
        label,
        inMiB(part(name)),
        measuredAt('threads', name, setting),
      ]),
      ...TOTALS.map(([carrier, label]) => [
        label,
        inMiB(result[carrier].asked.resident),
        measuredAt(carrier, 'resident', setting),
      ]),
    ],
    note: 'Measured on a 2 vCPU AMD EPYC virtual machine with 24\u00a0GiB, Linux 6.18, Debian 12, glibc 2.36; Java 17, Go 1.19, CPython 3.11; all tasks asleep or waiting. Measured were 1,000, 10,000 and 30,000 OS threads, 1,000 and 10,000 JVM threads, 1,000 to a million goroutines and 100,000 asyncio tasks with a timer each. 1,000 threads whose stacks had asked for huge pages had 2,000\u00a0MiB of stack in use. The JVM itself grew by some 25\u00a0MiB at 1,000. asyncio tasks that only await an event took 110\u00a0MiB for 100,000, in another program.',
  };
}

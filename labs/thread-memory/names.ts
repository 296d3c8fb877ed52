// What the carriers, their parts and the limits are called.
import type { CostPartName, LimitName } from '@interleave/simulation/costs';
import type { Carrier } from './setting.ts';

export const NAMES: Readonly<Record<Carrier, string>> = {
  threads: 'OS threads',
  jvm: 'JVM threads',
  light: 'goroutines',
  event: 'event-loop tasks',
};

export const ONE: Readonly<Record<Carrier, string>> = {
  threads: 'thread',
  jvm: 'JVM thread',
  light: 'goroutine',
  event: 'event-loop task',
};

export const PARTS: Readonly<Record<CostPartName, string>> = {
  'task-stacks': 'Stack',
  'task-records': 'Record of the runtime',
  'task-objects': 'Objects',
  'thread-stacks': 'Stack touched',
  'thread-records': 'Record of the JVM',
  'kernel-stacks': 'Kernel stack',
  'page-tables': 'Page tables',
  'kernel-records': 'Kernel record',
};

/** Why one more is refused, after "because" or a colon: "it has no more thread numbers (pid_max)". */
export const GONE: Readonly<Record<LimitName, string>> = {
  promises: 'it never overcommits, and has promised all that it may',
  memory: 'its memory is full',
  'group-memory': 'the container’s memory is full',
  threads: 'the system has as many threads as it may (threads-max)',
  'thread-numbers': 'it has no more thread numbers (pid_max)',
  'group-threads': 'the group has as many threads as it may (pids.max)',
  mappings: 'the process has as many mappings as it may (max_map_count)',
  addresses: 'the process has no more addresses',
};

/** What is so at a limit, after "at 32,468, where": "thread numbers run out (pid_max)". */
export const WHERE: Readonly<Record<LimitName, string>> = {
  promises: 'the kernel has promised all that it may',
  memory: 'the memory is full',
  'group-memory': 'the container’s memory is full',
  threads: 'the system has as many threads as it may (threads-max)',
  'thread-numbers': 'thread numbers run out (pid_max)',
  'group-threads': 'the group has as many threads as it may (pids.max)',
  mappings: 'the process has as many mappings as it may (max_map_count)',
  addresses: 'addresses run out',
};

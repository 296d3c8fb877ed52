// What the carriers, their parts and the limits are called.
import type { CostPartName, LimitName } from '@interleave/simulation/costs';
import { type Carrier, type Setting, USUAL_STACK } from './setting.ts';
import { size } from './sizes.ts';

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

/** Under its name: what stack each has. */
export const stackOf = (carrier: Carrier, { stack }: Setting): string =>
  ({
    threads: `${size(stack)} of stack each`,
    jvm: '1\u00a0MiB of stack each',
    light: '2\u00a0KiB of stack each, grows',
    event: 'no stack of their own',
  })[carrier];

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

/** What has run out, for a clause: "it has no more thread numbers (pid_max)". */
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

/** The same as a noun: "thread numbers (pid_max)". */
export const LIMITS: Readonly<Record<LimitName, string>> = {
  promises: 'promises',
  memory: 'memory',
  'group-memory': 'the container’s memory',
  threads: 'threads of the system (threads-max)',
  'thread-numbers': 'thread numbers (pid_max)',
  'group-threads': 'threads of the group (pids.max)',
  mappings: 'mappings (max_map_count)',
  addresses: 'addresses',
};

/** Linux calls this "8 MB". */
export const isUsualStack = ({ stack }: Setting) => stack === USUAL_STACK;

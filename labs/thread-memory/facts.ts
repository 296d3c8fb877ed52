// The figures of this lab that chapters quote.
import { commitLimit, type LimitName } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Carrier, inBytes, type LinkSetting, machineOf, type Setting } from './setting.ts';
import { GIB, KIB, MIB } from './sizes.ts';
import { type All, mostOf, mostPromised } from './taken.ts';

interface Told {
  readonly setting: Setting;
  readonly result: All;
}

const fact = (label: string, unit: string, value: (of: Told) => number) => ({
  label,
  unit,
  value: ({ values, result }: Pick<Run<LinkSetting, All>, 'values' | 'result'>) =>
    value({ setting: inBytes(values), result }),
});

const inUse = (carrier: Carrier, what: string, unit: 'MiB' | 'GiB' = 'MiB') =>
  fact(
    `what ${what} have in use, were none refused`,
    unit,
    ({ result }) => result[carrier].asked.resident / (unit === 'MiB' ? MIB : GIB),
  );

const most = (name: LimitName, label: string) =>
  fact(label, '', ({ setting }) => mostOf('threads', setting, name));

export const facts = {
  'reserved-gb': fact(
    'the stacks of all threads, with a MiB taken as a decimal MB',
    'GB',
    ({ setting }) => (setting.connections * (setting.stack / MIB)) / 1000,
  ),
  reserved: fact(
    'what OS threads reserve, were none refused',
    'GiB',
    ({ result }) => result.threads.asked.reserved / GIB,
  ),
  promised: fact(
    'what the kernel has promised to the OS threads that start',
    'GiB',
    ({ result }) => result.threads.has.promised / GIB,
  ),
  'in-use': inUse('threads', 'OS threads'),
  'in-use-gib': inUse('threads', 'OS threads', 'GiB'),
  'jvm-in-use': inUse('jvm', 'JVM threads'),
  'light-in-use': inUse('light', 'goroutines'),
  'light-in-use-gib': inUse('light', 'goroutines', 'GiB'),
  'event-in-use': inUse('event', 'event-loop tasks'),
  starts: fact('how many OS threads start', '', ({ result }) => result.threads.starts),
  'starts-in-use': fact(
    'what the OS threads that start have in use',
    'MiB',
    ({ result }) => result.threads.has.resident / MIB,
  ),
  'jvm-starts': fact('how many JVM threads start', '', ({ result }) => result.jvm.starts),
  'commit-limit': fact(
    'what a kernel that never overcommits promises at most',
    'GiB',
    ({ setting }) => commitLimit(machineOf(setting)) / GIB,
  ),
  'most-promised': fact(
    'how many OS threads a kernel that never overcommits lets start',
    '',
    ({ setting }) => mostPromised('threads', setting),
  ),
  'most-numbers': most('thread-numbers', 'how many OS threads pid_max allows'),
  'most-mappings': most('mappings', 'how many OS threads max_map_count allows'),
  'most-threads': most('threads', 'how many OS threads threads-max allows'),
  'most-memory': most('memory', 'how many OS threads fill the memory'),
  'most-light': fact('how many goroutines fill the memory', '', ({ setting }) =>
    mostOf('light', setting, 'memory'),
  ),
  each: fact(
    'what an OS thread has in use',
    'KiB',
    ({ setting, result }) => result.threads.asked.resident / setting.connections / KIB,
  ),
  share: fact(
    'the share of the memory that OS threads have in use, were none refused',
    '%',
    ({ setting, result }) => (result.threads.asked.resident / setting.memory) * 100,
  ),
};

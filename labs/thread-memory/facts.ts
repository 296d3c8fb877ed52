// The figures of this lab that chapters quote.
import { commitLimit, type LimitName } from '@interleave/simulation/costs';
import type { Run } from '../../src/lab-kit/lab.ts';
import { type Carrier, GIB, KIB, MIB, machineOf, type Setting } from './setting.ts';
import { type All, mostOf, mostPromised } from './taken.ts';

type OwnRun = Pick<Run<Setting, All>, 'values' | 'result'>;

const fact = (label: string, unit: string, value: (run: OwnRun) => number) => ({
  label,
  unit,
  value,
});

const inUse = (carrier: Carrier, what: string, unit: 'MiB' | 'GiB' = 'MiB') =>
  fact(
    `what ${what} have in use, were none refused`,
    unit,
    ({ result }) => result[carrier].asked.resident / (unit === 'MiB' ? MIB : GIB),
  );

const most = (name: LimitName, label: string) =>
  fact(label, '', ({ values }) => mostOf('threads', values, name));

export const facts = {
  'reserved-gb': fact(
    'the stacks of all threads, with a MiB taken as a decimal MB',
    'GB',
    ({ values }) => (values.connections * (values.stack / MIB)) / 1000,
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
    ({ values }) => commitLimit(machineOf(values)) / GIB,
  ),
  'most-promised': fact(
    'how many OS threads a kernel that never overcommits lets start',
    '',
    ({ values }) => mostPromised('threads', values),
  ),
  'most-numbers': most('thread-numbers', 'how many OS threads pid_max allows'),
  'most-mappings': most('mappings', 'how many OS threads max_map_count allows'),
  'most-threads': most('threads', 'how many OS threads threads-max allows'),
  'most-memory': most('memory', 'how many OS threads fill the memory'),
  'most-light': fact('how many goroutines fill the memory', '', ({ values }) =>
    mostOf('light', values, 'memory'),
  ),
  each: fact(
    'what an OS thread has in use',
    'KiB',
    ({ values, result }) => result.threads.asked.resident / values.connections / KIB,
  ),
  share: fact(
    'the share of the memory that OS threads have in use, were none refused',
    '%',
    ({ values, result }) => (result.threads.asked.resident / values.memory) * 100,
  ),
};

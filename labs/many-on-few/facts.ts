// The figures of this lab's runs that sentences, tables and chapters quote.
import { longestLack, metrics, type Nanos, type Trace, toMs } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import type { Setting } from './work.ts';

type WaysRun = Pick<Run<Setting, Trace>, 'values' | 'result'>;

/** For how many tasks the memory is told. */
export const MANY = 10_000;

/** When the last task ends, ms. */
export const done = ({ tasks }: Trace) =>
  toMs(Math.max(...tasks.map(({ end }) => end ?? Number.NaN)) as Nanos);

/** How long the cores are idle before all is done, summed over them, ms. */
export const idle = (trace: Trace) =>
  trace.cores
    .flatMap(({ segments }) => segments)
    .filter(({ state }) => state === 'idle')
    .reduce((sum, { start, end }) => sum + toMs((end - start) as Nanos), 0);

const taskOf = ({ tasks }: Trace, name: string) => tasks.find((task) => task.name === name);

/** When a task ends, ms; NaN where there is none of that name. */
export const endOf = (trace: Trace, name: string) => {
  const end = taskOf(trace, name)?.end ?? null;
  return end === null ? Number.NaN : toMs(end);
};

/** How long a task is in line for a worker, ms; NaN where there is none of that name. */
export function inLine(trace: Trace, name: string): number {
  const { index = -1 } = taskOf(trace, name) ?? {};
  const { noWorker } = metrics(trace).tasks[index] ?? {};
  return noWorker === undefined ? Number.NaN : toMs(noWorker);
}

/** The longest time in which a task of a run could go on, but lacks a worker or a core. */
export const longest = (trace: Trace) =>
  longestLack(
    trace,
    trace.tasks.map(({ index }) => index),
  );

/**
 * What so many tasks in progress take of RAM, MiB: as `costs` of the simulation says, for threads, for light tasks on two
 * threads, and for those of an event loop. Written down, so that a page need not load what reckons it; a test holds it
 * against that.
 */
export const MEMORY = { threads: 338, light: 26, loop: 14 } as const;

const ofTrace = (label: string, unit: string, read: (trace: Trace) => number) => ({
  label,
  unit,
  value: ({ result }: WaysRun) => read(result),
});

const ends = (name: string) => ofTrace(`when ${name} ends`, 'ms', (trace) => endOf(trace, name));

export const facts = {
  done: ofTrace('when all tasks are done', 'ms', done),
  idle: ofTrace('how long the core is idle before that', 'ms', idle),
  'os-switches': ofTrace('how often a core goes to another thread', '', ({ switches }) => switches),
  'task-switches': ofTrace(
    'how often a worker goes to another task',
    '',
    ({ runtimeSwitches }) => runtimeSwitches,
  ),
  'a-end': ends('A'),
  'b-end': ends('B'),
  'c-end': ends('C'),
  'd-end': ends('D'),
  'e-end': ends('E'),
  'a-in-line': ofTrace('how long A is in line for a worker', 'ms', (trace) => inLine(trace, 'A')),
  memory: {
    label: 'what 10,000 tasks in progress take of memory, run this way',
    unit: 'MiB',
    // A pool has only a few of them in progress.
    value: ({ values: { as } }: WaysRun) => (as === 'pool' ? Number.NaN : MEMORY[as]),
  },
};

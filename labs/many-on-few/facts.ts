// The figures of this lab's runs that sentences, tables and chapters quote.
import { metrics, type Nanos, type Trace, toMs } from '@interleave/simulation';
import type { Run } from '../../src/lab-kit/lab.ts';
import { idleDuring } from '../../src/lab-kit/timeline/levels/occupants.ts';
import type { Setting } from './work.ts';

type WaysRun = Pick<Run<Setting, Trace>, 'values' | 'result'>;

/** When the last task ends, ms. */
export const done = ({ tasks }: Trace) =>
  toMs(Math.max(...tasks.map(({ end }) => end ?? Number.NaN)) as Nanos);

/** How long the cores are idle before all is done, summed over them, ms. */
export const idle = (trace: Trace) =>
  toMs(idleDuring(trace, { start: 0 as Nanos, end: trace.end }));

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

/**
 * What 10,000 tasks in progress take of RAM, MiB: threads, and lightweight tasks on two threads. Written down, so that no page
 * has to load what reckons it; a test holds it against that.
 */
export const MEMORY = { threads: 338, light: 26 } as const;

const ofTrace = (label: string, unit: string, read: (trace: Trace) => number) => ({
  label,
  unit,
  value: ({ result }: WaysRun) => read(result),
});

const ends = (name: string) => ofTrace(`when ${name} ends`, 'ms', (trace) => endOf(trace, name));

export const facts = {
  done: ofTrace('when all tasks are done', 'ms', done),
  idle: ofTrace('how long the core is idle', 'ms', idle),
  'os-switches': ofTrace('switches of threads', '', ({ switches }) => switches),
  'task-switches': ofTrace('switches of tasks', '', ({ runtimeSwitches }) => runtimeSwitches),
  'a-end': ends('A'),
  'b-end': ends('B'),
  'c-end': ends('C'),
  'd-end': ends('D'),
  'e-end': ends('E'),
  'a-in-line': ofTrace('how long A is in line for a worker', 'ms', (trace) => inLine(trace, 'A')),
  memory: {
    label: 'the memory of 10,000 tasks in progress',
    unit: 'MiB',
    // A pool has only a few of them in progress.
    value: ({ values: { as } }: WaysRun) => (as === 'pool' ? Number.NaN : MEMORY[as]),
  },
};

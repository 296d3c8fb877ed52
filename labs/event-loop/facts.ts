// The figures of this lab's runs that sentences, tables and chapters quote.
import { type TaskTrace, type Trace, toMs } from '@interleave/simulation';

const taskOf = ({ tasks }: Trace, name: string) => tasks.find((task) => task.name === name);

const latencyOf = ({ arrival, end }: TaskTrace) =>
  end === null ? Number.NaN : toMs(end) - toMs(arrival);

/** How long a request takes from its arrival to its answer, ms; NaN where there is none of that name. */
export function latency(trace: Trace, name: string): number {
  const task = taskOf(trace, name);
  return task === undefined ? Number.NaN : latencyOf(task);
}

/** The requests whose latencies are told. */
export const REQUESTS = ['A', 'B', 'C', 'D', 'E'] as const;

/** The largest latency of the requests other than C, ms; NaN where there are none. */
export const worst = (trace: Trace) =>
  Math.max(...REQUESTS.filter((name) => name !== 'C').map((name) => latency(trace, name)));

/** How long after it was due the timer's callback begins, ms; NaN where there is no timer. */
export function late(trace: Trace): number {
  const segments = taskOf(trace, 'timer')?.segments ?? [];
  const due = segments.find(({ state }) => state === 'waiting')?.end;
  const begins = segments.find(({ state }) => state === 'running')?.start;
  return due === undefined || begins === undefined ? Number.NaN : toMs(begins) - toMs(due);
}

/** When the last has ended, ms. */
export const done = (trace: Trace) => toMs(trace.end);

const ofTrace = (label: string, unit: string, read: (trace: Trace) => number) => ({
  label,
  unit,
  value: ({ result }: { readonly result: Trace }) => read(result),
});

const latencyFact = (name: string) =>
  ofTrace(`the latency of request ${name}`, 'ms', (trace) => latency(trace, name));

export const facts = {
  a: latencyFact('A'),
  b: latencyFact('B'),
  c: latencyFact('C'),
  d: latencyFact('D'),
  e: latencyFact('E'),
  worst: ofTrace('the largest latency of the requests other than C', 'ms', worst),
  late: ofTrace('how late the timer’s callback begins', 'ms', late),
  done: ofTrace('when the last callback has ended', 'ms', done),
  'first-read': ofTrace('the latency of the first file read', 'ms', (trace) =>
    latency(trace, 'read 1'),
  ),
  'last-read': ofTrace('the latency of the last file read', 'ms', (trace) =>
    latency(trace, 'read 6'),
  ),
  answer: ofTrace('the latency of the request with four queries', 'ms', (trace) =>
    latency(trace, 'request'),
  ),
};

// The figures of this lab's runs that sentences, curves and chapters quote.
import { longestLack, metrics, type Nanos, type Trace, toMs } from '@interleave/simulation';
import { shownName } from './work.ts';

const taskOf = (trace: Trace, name: string) =>
  trace.tasks.find((task) => shownName(task.name) === name);

/** When a thread ends, ms; NaN where it does not, or is not there. */
export const endOf = (trace: Trace, name: string) => {
  const end = taskOf(trace, name)?.end ?? null;
  return end === null ? Number.NaN : toMs(end);
};

/** When a thread's first burst of computing is done, and so its first answer given, ms; NaN where it is not. */
export function firstAnswer(trace: Trace, name: string): number {
  const { segments = [], end = null } = taskOf(trace, name) ?? {};
  const wait = segments.find(({ state }) => state === 'waiting')?.start ?? end;
  return wait === null ? Number.NaN : toMs(wait);
}

/** The longest time that a thread other than the hog is runnable without a core, ms; 0 where none ever is. */
export function longestWait(trace: Trace): number {
  const others = trace.tasks.flatMap(({ index, name }) => (name === 'hog' ? [] : [index]));
  const { start, end } = longestLack(trace, others) ?? { start: 0, end: 0 };
  return toMs((end - start) as Nanos);
}

/** From arrival to end, ms, by thread; NaN of one that has not ended. */
export const latencies = (trace: Trace) =>
  metrics(trace).tasks.map(({ turnaround }) =>
    turnaround === null ? Number.NaN : toMs(turnaround),
  );

/** The mean latency of all threads, ms; NaN where one has not ended. */
export function meanLatency(trace: Trace): number {
  const all = latencies(trace);
  return all.reduce((sum, one) => sum + one, 0) / all.length;
}

/** The part of the cores' time in which threads computed, 0..1. */
export const busy = (trace: Trace) => metrics(trace).utilisation;

/** The part of the cores' time in which they switch, 0..1. */
export const switching = (trace: Trace) =>
  metrics(trace).switchTime / (trace.end * trace.cores.length || 1);

/** How many threads wait for IO at the instant at which most do. */
export function mostWaiting({ tasks }: Trace): number {
  const waits = tasks.flatMap(({ segments }) =>
    segments.filter(({ state }) => state === 'waiting'),
  );
  const begins = Float64Array.from(waits, ({ start }) => start).sort();
  const ends = Float64Array.from(waits, ({ end }) => end).sort();
  let over = 0;
  let most = 0;
  for (const [i, begin] of begins.entries()) {
    while ((ends[over] as number) <= begin) over += 1;
    most = Math.max(most, i + 1 - over);
  }
  return most;
}

const ofTrace = (label: string, unit: string, read: (trace: Trace) => number) => ({
  label,
  unit,
  value: ({ result }: { readonly result: Trace }) => read(result),
});

export const facts = {
  'first-answer': ofTrace('when A gives its first answer', 'ms', (trace) =>
    firstAnswer(trace, 'A'),
  ),
  'longest-wait': ofTrace(
    'the longest wait for a core of a thread other than the hog',
    'ms',
    longestWait,
  ),
  'a-ends': ofTrace('when A ends', 'ms', (trace) => endOf(trace, 'A')),
  'b-ends': ofTrace('when B ends', 'ms', (trace) => endOf(trace, 'B')),
  'hog-ends': ofTrace('when the hog ends', 'ms', (trace) => endOf(trace, 'hog')),
  'mean-latency': ofTrace('the mean latency of all threads', 'ms', meanLatency),
  switches: ofTrace('how often a core goes to another thread', '', ({ switches }) => switches),
  busy: ofTrace(
    'the part of the cores’ time in which threads compute',
    '%',
    (trace) => 100 * busy(trace),
  ),
  switching: ofTrace(
    'the part of the cores’ time that goes into switching',
    '%',
    (trace) => 100 * switching(trace),
  ),
  'most-waiting': ofTrace('how many threads wait for the network when most do', '', mostWaiting),
};

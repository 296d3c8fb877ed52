// What an engineer can see of a run: its latencies, and second by second what its cores, threads and database do.
import {
  type Answers,
  Average,
  answers,
  type Loads,
  loads,
  type Nanos,
  once,
  simulate,
  type Trace,
  visits,
} from '@interleave/simulation';
import type { Latencies } from './kinds.ts';
import { latenciesOf, percentile } from './latencies.ts';
import { MINUTE, SECONDS, type Service, scenarioOf } from './service.ts';

const SECOND = 1e9 as Nanos;
const NANOS_PER_MS = 1e6;

/** What a device did: a value a second. */
export interface DeviceSeconds {
  readonly name: string;
  readonly capacity: number | null;
  /** Operations that it served, and that stood in line for it, on average. */
  readonly served: Float64Array;
  readonly inLine: Float64Array;
  /** How long an operation took that was done in this second, ms: by the device's own account, and as its thread saw it. */
  readonly took: Float64Array;
  readonly seen: Float64Array;
  /** How many of its own cores it used, if it has some (see `crowding`), on average. */
  readonly cores: Float64Array;
  /** `took` and `seen` of all that were done in the minute. */
  readonly meanTook: number;
  readonly meanSeen: number;
}

export interface Watched {
  readonly service: Service;
  trace(): Trace;
  readonly latencies: Latencies;
  loads(): Loads;
  device(index: number): DeviceSeconds;
  /** Answers in each second. */
  answered(): Float64Array;
  /** Requests that arrived, a second. */
  readonly asked: number;
  /** Requests sent in each second, those sent again too. */
  sent(): Float64Array;
  /** How long what was ready to compute waited before it did, in each second, ms, on average. */
  lag(): Float64Array;
  /** 95% of the answers of each second took at most so long, ms; 0 where there were none. */
  within(): Float64Array;
}

/** The run of a service, watched for a minute. What costs time is read when it is first asked for. */
export function watch(service: Service): Watched {
  const scenario = scenarioOf(service);
  const trace = simulate(scenario);
  const all = answers(trace);
  const latencies = latenciesOf(all);
  const seconds = once(() => bySecond(all));
  const seen = once(() => loads(trace, SECOND, SECONDS));
  const devices = scenario.devices.map((_, index) => once(() => deviceSeconds(trace, index)));
  return {
    service,
    trace: () => trace,
    latencies,
    loads: seen,
    device: (index) => (devices[index] as () => DeviceSeconds)(),
    answered: once(() => Float64Array.from(seconds(), ({ length }) => length)),
    asked: latencies.sorted.length / SECONDS,
    sent: once(() => {
      const all = new Float64Array(SECONDS);
      for (const { arrival } of trace.tasks) {
        const second = Math.floor(arrival / SECOND);
        if (second < SECONDS) all[second] = (all[second] as number) + 1;
      }
      return all;
    }),
    // By Little's law: how many are ready, by how many of them go on a second.
    lag: once(() => {
      const { inLine, runnable, begun } = seen();
      return begun.map(
        (many, i) => (1000 * ((inLine[i] as number) + (runnable[i] as number))) / Math.max(1, many),
      );
    }),
    within: once(() =>
      Float64Array.from(seconds(), (times) => percentile(Float64Array.from(times).sort(), 95)),
    ),
  };
}

/** The latencies (ms) of those answered in each second. */
function bySecond({ sent, answered }: Answers): number[][] {
  const seconds = Array.from({ length: SECONDS }, (): number[] => []);
  answered.forEach((at, i) => {
    seconds[Math.floor(at / SECOND)]?.push((at - (sent[i] as number)) / NANOS_PER_MS);
  });
  return seconds;
}

function deviceSeconds(trace: Trace, index: number): DeviceSeconds {
  const { joined, begun, done, resumed } = visits(trace, index);
  const served = new Average(SECOND, SECONDS);
  const inLine = new Average(SECOND, SECONDS);
  const [count, took, seen] = [0, 1, 2].map(() => new Float64Array(SECONDS)) as [
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  for (let i = 0; i < joined.length; i += 1) {
    const [join, begin, end] = [joined[i], begun[i], done[i]] as [number, number, number];
    inLine.add(join, begin);
    served.add(begin, end);
    if (end >= MINUTE) continue;
    const second = Math.floor(end / SECOND);
    count[second] = (count[second] as number) + 1;
    took[second] = (took[second] as number) + (end - begin) / NANOS_PER_MS;
    seen[second] = (seen[second] as number) + ((resumed[i] as number) - join) / NANOS_PER_MS;
  }
  const total = sum(count);
  const mean = (of: Float64Array) => of.map((all, i) => all / Math.max(1, count[i] as number));
  return {
    name: trace.scenario.devices[index]?.name ?? '',
    capacity: trace.scenario.devices[index]?.capacity ?? null,
    served: served.values,
    inLine: inLine.values,
    took: mean(took),
    seen: mean(seen),
    cores: coresUsed(begun, done, trace.scenario.devices[index]?.crowding?.from ?? 0),
    meanTook: sum(took) / Math.max(1, total),
    meanSeen: sum(seen) / Math.max(1, total),
  };
}

/** Each operation keeps a core of the device's own, up to so many. */
function coresUsed(begun: Float64Array, done: Float64Array, cores: number): Float64Array {
  const used = new Average(SECOND, SECONDS);
  const [from, to] = [begun.toSorted(), done.toSorted()];
  let working = 0;
  let at = 0;
  for (let i = 0, j = 0; j < to.length; ) {
    const next = Math.min(from[i] ?? Number.POSITIVE_INFINITY, to[j] as number);
    used.add(at, next, Math.min(working, cores));
    at = next;
    if (from[i] === next) {
      i += 1;
      working += 1;
    } else {
      j += 1;
      working -= 1;
    }
  }
  return used.values;
}

const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0);
export const mean = (of: Float64Array) => sum(of) / of.length;

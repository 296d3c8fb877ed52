// What an engineer can see of a run: its latencies, and second by second what its cores, threads and database do.
import {
  Average,
  type Loads,
  loads,
  type Nanos,
  once,
  type Scenario,
  simulate,
  type Trace,
  visits,
} from '@interleave/simulation';
import type { Latencies } from './kinds.ts';
import { latenciesOf, percentile } from './latencies.ts';
import { MINUTE, SECONDS } from './service.ts';

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
  /** The same for all that were done in the minute. */
  readonly meanTook: number;
  readonly meanSeen: number;
}

export interface Watched {
  readonly scenario: Scenario;
  trace(): Trace;
  readonly latencies: Latencies;
  loads(): Loads;
  device(index: number): DeviceSeconds;
  /** Answers in each second. */
  answered(): Float64Array;
  /** Requests that arrived, a second. */
  readonly asked: number;
  /** 95% of the answers of each second took at most so long, ms; 0 where there were none. */
  within(): Float64Array;
}

/** A scenario's run, watched for a minute. What costs time is read when it is first asked for. */
export function watch(scenario: Scenario): Watched {
  const trace = simulate(scenario);
  const latencies = latenciesOf(trace);
  const devices = scenario.devices.map((_, index) => once(() => deviceSeconds(trace, index)));
  return {
    scenario,
    trace: () => trace,
    latencies,
    loads: once(() => loads(trace, SECOND, SECONDS)),
    device: (index) => (devices[index] as () => DeviceSeconds)(),
    answered: once(() => Float64Array.from(answersOf(trace), ({ length }) => length)),
    asked: latencies.sorted.length / SECONDS,
    within: once(() =>
      Float64Array.from(answersOf(trace), (times) =>
        percentile(Float64Array.from(times).sort(), 95),
      ),
    ),
  };
}

/** The latencies (ms) of those answered in each second. */
function answersOf(trace: Trace): number[][] {
  const seconds = Array.from({ length: SECONDS }, (): number[] => []);
  for (const { arrival, end } of trace.tasks) {
    if (end !== null) seconds[Math.floor(end / SECOND)]?.push((end - arrival) / NANOS_PER_MS);
  }
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
    meanTook: sum(took) / Math.max(1, total),
    meanSeen: sum(seen) / Math.max(1, total),
  };
}

const sum = (of: Float64Array) => of.reduce((all, one) => all + one, 0);
export const mean = (of: Float64Array) => sum(of) / of.length;

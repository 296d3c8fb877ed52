// A trace as plain data for scripts: names in place of indices, times in whole nanoseconds.
import { taskMetrics, totalsOf } from '../readers/metrics.ts';
import { hasRetries, requestsOf } from '../readers/requests.ts';
import type { Trace } from '../trace/trace.ts';
import {
  columnsOf,
  eachCoreSegment,
  eachTaskSegment,
  NO_ROUNDS,
  resendAt,
  roundsOf,
  type TraceData,
} from '../trace/trace-data.ts';
import { namesOf } from './names.ts';
import { Each, jsonPieces } from './pieces.ts';

type NameOf = ReturnType<typeof namesOf>;

/**
 * A whole trace as JSON, in pieces: each segment of each task and core, and the figures of `metrics`.
 * Times are whole ns; cores and workers are numbered from 0; tasks are called by their names, which are unique.
 * Where requests can be sent again, each has what its sendings came to in `requests`.
 * `truncated` is false, or says why and where the run was cut off. `horizon` is where the clock ended.
 */
export function toJson(trace: Trace): Iterable<string> {
  const data = columnsOf(trace);
  const nameOf = namesOf(trace);
  const { cores, devices, ...totals } = totalsOf(trace);
  return jsonPieces({
    version: 1,
    truncated: trace.truncated ?? false,
    deadlock: trace.deadlock && new Each(() => stuck(trace, nameOf)),
    horizon: trace.end,
    tasks: new Each(() => tasks(trace, data, nameOf)),
    cores: new Each(() => data.cores.last.keys().map((core) => coreOf(data, core, nameOf))),
    ...(hasRetries(trace) ? { requests: new Each(() => requests(trace, nameOf)) } : {}),
    metrics: {
      ...totals,
      tasks: new Each(() =>
        data.of.keys().map((task) => taskMetrics(trace, task, nameOf(task) as string)),
      ),
      cores,
      devices,
    },
  });
}

function* stuck({ deadlock }: Trace, nameOf: NameOf) {
  for (const { task, awaits, heldBy } of deadlock ?? []) {
    yield { task: nameOf(task), awaits, heldBy: nameOf(heldBy) };
  }
}

function* tasks({ scenario }: Trace, data: TraceData, nameOf: NameOf) {
  const rounds = roundsOf(data);
  for (const [index, arrival] of data.arrivals.entries()) {
    const end = data.ends[index] as number;
    const resend = resendAt(data, index);
    yield {
      name: nameOf(index),
      arrival,
      end: Number.isNaN(end) ? null : end,
      segments: new Each(() =>
        eachTaskSegment(data, index).map((one) => ({ ...one, causedBy: nameOf(one.causedBy) })),
      ),
      ...(scenario.tasks[data.of[index] as number]?.think === undefined
        ? {}
        : { rounds: rounds.get(index) ?? NO_ROUNDS }),
      ...(resend === null ? {} : { resend: { ...resend, of: nameOf(resend.of) } }),
    };
  }
}

const coreOf = (data: TraceData, core: number, nameOf: NameOf) => ({
  segments: new Each(() =>
    eachCoreSegment(data, core).map(({ state, task, start, end }) => ({
      state,
      task: nameOf(task),
      start,
      end,
    })),
  ),
});

function* requests(trace: Trace, nameOf: NameOf) {
  for (const { tasks, ...request } of requestsOf(trace)) {
    yield { tasks: tasks.map(nameOf), ...request };
  }
}

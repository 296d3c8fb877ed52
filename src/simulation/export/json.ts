// A trace as plain data for scripts: names in place of indices, times in whole nanoseconds.
import { metrics } from '../readers/metrics.ts';
import { hasRetries, requestsOf } from '../readers/requests.ts';
import type { Trace } from '../trace/trace.ts';
import { namesOf } from './names.ts';

/**
 * What `JSON.stringify` needs to write a whole trace: each segment of each task and core, and the figures of `metrics`.
 * Times are whole ns; cores and workers are numbered from 0; tasks are called by their names, which are unique.
 * Where requests can be sent again, each has what its sendings came to in `requests`.
 * `truncated` is false, or says why and where the run was cut off. `horizon` is where the clock ended.
 */
export function toJson(trace: Trace) {
  const nameOf = namesOf(trace);
  return {
    version: 1,
    truncated: trace.truncated ?? false,
    deadlock:
      trace.deadlock?.map(({ task, awaits, heldBy }) => ({
        task: nameOf(task),
        awaits,
        heldBy: nameOf(heldBy),
      })) ?? null,
    horizon: trace.end,
    tasks: trace.tasks.map(({ name, of, arrival, end, segments, rounds, resend }) => ({
      name,
      arrival,
      end,
      segments: segments.map((segment) => ({ ...segment, causedBy: nameOf(segment.causedBy) })),
      ...(trace.scenario.tasks[of]?.think === undefined ? {} : { rounds }),
      ...(resend === null ? {} : { resend: { ...resend, of: nameOf(resend.of) } }),
    })),
    cores: trace.cores.map(({ segments }) => ({
      segments: segments.map(({ state, task, start, end }) => ({
        state,
        task: nameOf(task),
        start,
        end,
      })),
    })),
    ...(hasRetries(trace) ? { requests: requests(trace) } : {}),
    metrics: metrics(trace),
  };
}

function requests(trace: Trace) {
  const nameOf = namesOf(trace);
  return requestsOf(trace).map(({ tasks, ...request }) => ({
    tasks: tasks.map(nameOf),
    ...request,
  }));
}

// What those who ask see of a run: when each request was sent, and when it had its first answer.
import type { Nanos } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf, resendAt } from '../trace/trace-data.ts';
import { answers } from './answers.ts';

/** A task with all that it was sent again as, if it was. */
export interface Request {
  /** The indices of its sendings: the first, then its resends in order. */
  readonly tasks: readonly number[];
  /** When it was first sent. */
  readonly sent: Nanos;
  /** When the first of its sendings ended; null when none had by the trace's end. */
  readonly answered: Nanos | null;
  /** From the first sending to the first answer, ns; null when there was none by the trace's end. */
  readonly latency: Nanos | null;
}

/** Whether a run has requests that can be sent again. */
export const hasRetries = ({ scenario }: Trace): boolean =>
  scenario.tasks.some(({ retry }) => retry !== undefined);

/**
 * The requests of a run that were sent by its end, in order of their tasks. Users are not here: they have rounds.
 *
 * In `metrics` each sending is a task by itself; here it is one request, however often it was sent.
 */
export function requestsOf(trace: Trace): readonly Request[] {
  const data = columnsOf(trace);
  const sendings = new Map<number, number[]>();
  for (const [task, arrival] of data.arrivals.entries()) {
    const of = data.of[task] as number;
    if (arrival > trace.end || trace.scenario.tasks[of]?.think !== undefined) continue;
    const resend = resendAt(data, task);
    if (resend === null) sendings.set(task, [task]);
    else sendings.get(resend.of)?.push(task);
  }
  const { answered: firstEnds } = answers(trace);
  return Array.from(sendings, ([first, tasks]): Request => {
    const sent = data.arrivals[first] as Nanos;
    const end = firstEnds[first] as Nanos;
    const answered = Number.isNaN(end) ? null : end;
    return {
      tasks,
      sent,
      answered,
      latency: answered === null ? null : ((answered - sent) as Nanos),
    };
  });
}

// What those who ask see of a run: when each request was sent, and when it had its first answer.
import type { Nanos } from '../scenario/nanos.ts';
import type { TaskTrace, Trace } from '../trace/trace.ts';
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
  const sendings = new Map<number, TaskTrace[]>();
  for (const task of trace.tasks) {
    if (task.arrival > trace.end || trace.scenario.tasks[task.of]?.think !== undefined) continue;
    if (task.resend === null) sendings.set(task.index, [task]);
    else sendings.get(task.resend.of)?.push(task);
  }
  const { answered: firstEnds } = answers(trace);
  return [...sendings.values()].map((tasks): Request => {
    const { index, arrival: sent } = tasks[0] as TaskTrace;
    const end = firstEnds[index] as Nanos;
    const answered = Number.isNaN(end) ? null : end;
    return {
      tasks: tasks.map((task) => task.index),
      sent,
      answered,
      latency: answered === null ? null : ((answered - sent) as Nanos),
    };
  });
}

// When requests were sent and answered, straight from a trace's columns: of many runs side by side no more may be asked.
import type { Trace } from '../trace/trace.ts';
import { columnsOf } from '../trace/trace-data.ts';

/** A column a field, a row a request, in the order of their tasks. Times in ns. */
export interface Answers {
  /** For the first time, if it was sent again. */
  readonly sent: Float64Array;
  /** When the first of its sendings ended; NaN where none had by the trace's end. */
  readonly answered: Float64Array;
}

/** `requestsOf` has the same request by request, with its sendings. */
export function answers(trace: Trace): Answers {
  const { arrivals, ends, resends } = columnsOf(trace);
  const firsts = ends.length - resends.length / 2;
  const answered = ends.slice(0, firsts);
  for (let resend = 0; firsts + resend < ends.length; resend += 1) {
    const of = resends[2 * resend] as number;
    const end = ends[firsts + resend] as number;
    const known = answered[of] as number;
    if (Number.isNaN(known) || end < known) answered[of] = end;
  }
  return { sent: arrivals.slice(0, firsts), answered };
}

// A trace as comma-separated values: a row a segment, for spreadsheets and data frames.
import type { Trace } from '../trace/trace.ts';
import { namesOf } from './names.ts';

const HEAD = 'lane,name,state,start_ns,end_ns,core,worker,cause,caused_by';

/** RFC 4180, section 2, rules 5 to 7: what holds a separator, a quote or the end of a line is quoted. */
function field(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * All segments of all tasks, then of all cores, under a head. Times are whole ns; cores and workers are numbered from
 * 0; what does not apply is empty. A core's row has the name of the task that it runs or switches to. Fields are
 * quoted as RFC 4180 says; lines end as a shell's tools expect, with a line feed alone.
 */
export function toCsv(trace: Trace): string {
  const nameOf = namesOf(trace);
  const lines = [HEAD];
  const row = (...values: (string | number | null)[]) => lines.push(values.map(field).join(','));
  for (const { name, segments } of trace.tasks) {
    for (const { state, start, end, core, worker, cause, causedBy } of segments) {
      row('task', name, state, start, end, core, worker, cause, nameOf(causedBy));
    }
  }
  for (const { index, segments } of trace.cores) {
    for (const { state, start, end, task } of segments) {
      row('core', nameOf(task), state, start, end, index, null, null, null);
    }
  }
  return `${lines.join('\n')}\n`;
}

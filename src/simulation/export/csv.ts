// A trace as comma-separated values: a row a segment, for spreadsheets and data frames.
import type { Trace } from '../trace/trace.ts';
import { columnsOf, eachCoreSegment, eachTaskSegment } from '../trace/trace-data.ts';
import { namesOf, shown } from './names.ts';

const HEAD = 'lane,name,state,start_ns,end_ns,core,worker,cause,caused_by';

/** RFC 4180, section 2, rules 5 to 7: what holds a separator, a quote or the end of a line is quoted. */
function field(value: string | number | null): string {
  const text = value === null ? '' : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/**
 * All segments of all tasks, then of all cores, under a head, a line at a time. Times are whole ns; cores and workers are
 * numbered from 0; what does not apply is empty. A core's row has the name of the task that it runs or switches to.
 * Names are as a terminal can show them. Fields are quoted as RFC 4180 says; lines end as a shell's tools expect, with a
 * line feed alone.
 */
export function* toCsv(trace: Trace): Generator<string> {
  const data = columnsOf(trace);
  const nameOf = namesOf(trace);
  const named = (task: number | null) => {
    const name = nameOf(task);
    return name === null ? null : shown(name);
  };
  yield `${HEAD}\n`;
  for (const task of data.of.keys()) {
    const name = named(task);
    for (const segment of eachTaskSegment(data, task)) {
      const { state, start, end, core, worker, cause, causedBy } = segment;
      yield row('task', name, state, start, end, core, worker, cause, named(causedBy));
    }
  }
  for (const core of data.cores.last.keys()) {
    for (const { state, start, end, task } of eachCoreSegment(data, core)) {
      yield row('core', named(task), state, start, end, core, null, null, null);
    }
  }
}

const row = (...values: (string | number | null)[]) => `${values.map(field).join(',')}\n`;

// A trace in the Trace Event Format, which Perfetto and chrome://tracing open.
import type { Nanos } from '../scenario/nanos.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf, eachCoreSegment, eachTaskSegment } from '../trace/trace-data.ts';
import { namesOf } from './names.ts';
import { Each, jsonPieces } from './pieces.ts';

const CORES = 1;
const TASKS = 2;
/** Lanes are numbered on from the processes: viewers know threads by this number alone, and take 0 for the idle one. */
const FIRST_LANE = 3;

interface TraceEvent {
  readonly name: string;
  /** M: names and orders lanes; X: a slice, from `ts` for `dur`; i: an instant. */
  readonly ph: 'M' | 'X' | 'i';
  readonly pid: number;
  readonly tid?: number;
  readonly cat?: string;
  /** In µs. */
  readonly ts?: number;
  readonly dur?: number;
  readonly s?: 'g';
  readonly args?: Readonly<Record<string, string | number>>;
}

/**
 * Perfetto multiplies by 1000 and cuts off what is behind the point, so that one in a hundred times would come out 1 ns
 * early, and slices would seem to overlap. These are written as the next number up. Exact up to 2^51 ns, or 26 days.
 */
function micros(nanos: number): number {
  const nearest = nanos / 1000;
  return Math.trunc(nearest * 1000) === nanos ? nearest : nearest * (1 + Number.EPSILON);
}

/**
 * Two processes, the cores and the tasks, with a thread for each one and a slice for each segment; an idle core is a
 * gap. A task's slice says in its arguments why it began, and on which core and worker it is, numbered from 1 as the
 * lanes are. The pieces together are the file.
 *
 * Source: Google, "Trace Event Format", sections "JSON Object Format", "Complete Events", "Metadata Events".
 */
export const toChromeTrace = (trace: Trace): Iterable<string> =>
  jsonPieces({ displayTimeUnit: 'ns', traceEvents: new Each(() => eventsOf(trace)) });

function* eventsOf(trace: Trace): Generator<TraceEvent> {
  const data = columnsOf(trace);
  const nameOf = namesOf(trace);
  const laneOfTask = FIRST_LANE + data.cores.last.length;
  yield* process(CORES, 'Cores');
  yield* process(TASKS, 'Tasks');
  for (const index of data.cores.last.keys()) {
    const tid = FIRST_LANE + index;
    yield* lane(CORES, tid, `core ${index + 1}`);
    for (const { state, start, end, task } of eachCoreSegment(data, index)) {
      if (task === null) continue;
      const name = state === 'switching' ? `switch to ${nameOf(task)}` : `${nameOf(task)}`;
      yield { ...slice(CORES, tid, start, end), name, cat: state };
    }
  }
  for (const index of data.of.keys()) {
    const tid = laneOfTask + index;
    yield* lane(TASKS, tid, nameOf(index) as string);
    for (const segment of eachTaskSegment(data, index)) {
      const { state, start, end, core, worker, cause, causedBy } = segment;
      const args = {
        cause,
        ...(causedBy === null ? {} : { causedBy: nameOf(causedBy) as string }),
        ...(core === null ? {} : { core: core + 1 }),
        ...(worker === null ? {} : { worker: worker + 1 }),
      };
      yield { ...slice(TASKS, tid, start, end), name: state, cat: state, args };
    }
  }
  if (trace.truncated !== null) yield mark('cut off', trace.end);
  if (trace.deadlock !== null) yield mark('deadlock', trace.end);
}

const process = (pid: number, name: string): TraceEvent[] => [
  { name: 'process_name', ph: 'M', pid, args: { name } },
  { name: 'process_sort_index', ph: 'M', pid, args: { sort_index: pid } },
];

const lane = (pid: number, tid: number, name: string): TraceEvent[] => [
  { name: 'thread_name', ph: 'M', pid, tid, args: { name } },
  { name: 'thread_sort_index', ph: 'M', pid, tid, args: { sort_index: tid } },
];

const slice = (pid: number, tid: number, start: Nanos, end: Nanos) =>
  ({ ph: 'X', pid, tid, ts: micros(start), dur: micros(end - start) }) as const;

const mark = (name: string, at: Nanos): TraceEvent => ({
  name,
  ph: 'i',
  s: 'g',
  pid: CORES,
  tid: FIRST_LANE,
  ts: micros(at),
});

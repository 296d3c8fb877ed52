// The operations of a device one by one: when each joined its line, was begun and was done, and when its task went on.
import { type Expanded, expand } from '../engine/expand.ts';
import { BLOCK, END, IO, IO_WITH_NEXT } from '../engine/step-columns.ts';
import { NONE, RUNNING, WAITING } from '../trace/codes.ts';
import { eachBackwards } from '../trace/columns.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf, type TraceData } from '../trace/trace-data.ts';

/** A column a field, a row an operation, in the order in which they joined. Times in ns. */
export interface Visits {
  readonly joined: Float64Array;
  readonly begun: Float64Array;
  readonly done: Float64Array;
  /** When its task ran again after it, or ended without. */
  readonly resumed: Float64Array;
}

/**
 * The operations of a device, by its place in the scenario, of the tasks that have ended. When one was begun is not
 * written in a trace, but follows where all have ended: a device that serves n at once begins an operation when it joins,
 * or when all but n − 1 of those before it are done.
 *
 * @throws RangeError where a wait is not one operation: of those that begin together, or one right after another, a trace
 * tells only when all are done
 */
export function visits(trace: Trace, device: number): Visits {
  const [joined, done, resumed] = inOrderOfJoining(found(trace, device));
  const ends = done.toSorted();
  const capacity = trace.scenario.devices[device]?.capacity ?? joined.length;
  return {
    joined,
    begun: joined.map((at, i) => (i < capacity ? at : Math.max(at, ends[i - capacity] as number))),
    done,
    resumed,
  };
}

/** Three columns: when each joined, was done, and its task went on. */
type Columns<Column> = readonly [joined: Column, done: Column, resumed: Column];

function inOrderOfJoining([joined, done, resumed]: Columns<number[]>): Columns<Float64Array> {
  const { length } = joined;
  const order = new Uint32Array(length)
    .map((_, row) => row)
    .sort((a, b) => (joined[a] as number) - (joined[b] as number));
  const sorted = (column: number[]) =>
    new Float64Array(length).map((_, i) => column[order[i] as number] as number);
  return [sorted(joined), sorted(done), sorted(resumed)];
}

function found(trace: Trace, device: number): Columns<number[]> {
  const { scenario } = trace;
  const data = columnsOf(trace);
  const expanded = expand(scenario);
  const [joined, done, resumed]: Columns<number[]> = [[], [], []];
  for (let task = 0; task < data.ends.length; task += 1) {
    const end = data.ends[task] as number;
    if (Number.isNaN(end)) continue;
    const devices = waitsOf(expanded, data, task);
    let left = devices.length;
    let goesOn = end;
    eachBackwards(data.tasks, task, end, (row, from, to) => {
      const state = data.tasks.state[row];
      if (state === RUNNING) goesOn = from;
      if (state !== WAITING) return;
      left -= 1;
      if (devices[left] !== device) return;
      joined.push(from);
      done.push(to);
      resumed.push(goesOn);
    });
    if (left !== 0) {
      throw new RangeError(
        `${trace.tasks[task]?.name}: found ${devices.length - left} waits for ${devices.length} operations; put a cpu step between two of them`,
      );
    }
  }
  return [joined, done, resumed];
}

/** The device of each wait of a task's program, NONE for those without. */
function waitsOf(expanded: Expanded, { resends }: TraceData, task: number): number[] {
  const { firsts, first, steps } = expanded;
  const resend = 2 * (task - firsts);
  const start =
    resend < 0
      ? (first[task] as number)
      : expanded.programOfResend(resends[resend] as number, resends[resend + 1] as number);
  const devices: number[] = [];
  for (let row = start; (steps.kind[row] as number) < END; row += 1) {
    const kind = steps.kind[row];
    if (kind === IO_WITH_NEXT) {
      throw new RangeError('operations that begin together are not told apart by a trace');
    }
    if ((kind === IO || kind === BLOCK) && (steps.length[row] as number) > 0) {
      devices.push(kind === IO ? (steps.target[row] as number) : NONE);
    }
  }
  return devices;
}

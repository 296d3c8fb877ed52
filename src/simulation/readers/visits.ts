// The operations of a device one by one: when each joined its line, was begun and was done, and when its task went on.
import { type Expanded, expand } from '../engine/expand.ts';
import { BLOCK, END, IO, IO_WITH_NEXT } from '../engine/step-columns.ts';
import { NONE, RUNNING, WAITING } from '../trace/codes.ts';
import { eachBackwards } from '../trace/columns.ts';
import type { Trace } from '../trace/trace.ts';
import { columnsOf } from '../trace/trace-data.ts';

/** A column a field, a row an operation, in the order in which they joined. Times in ns. */
export interface Visits {
  readonly joined: Float64Array;
  readonly begun: Float64Array;
  readonly done: Float64Array;
  /** When the task ran again after it; when the task ended, if it did without; NaN if neither was seen. */
  readonly resumed: Float64Array;
}

interface Visit {
  readonly joined: number;
  readonly done: number;
  readonly resumed: number;
}

/**
 * The operations of a device that are done, by its place in the scenario. When one was begun is not written in a trace,
 * but follows: a device that serves n at once begins an operation when it joins, or when all but n − 1 of those before it
 * are done.
 *
 * @throws RangeError where a wait is not one operation: of those that begin together, or one right after another, a trace
 * tells only when all are done
 */
export function visits(trace: Trace, device: number): Visits {
  const found = visitsIn(trace, device).sort((a, b) => a.joined - b.joined);
  const column = (of: (visit: Visit) => number) => Float64Array.from(found, of);
  const [joined, done] = [column((visit) => visit.joined), column((visit) => visit.done)];
  const inOrder = done.toSorted();
  const capacity = trace.scenario.devices[device]?.capacity ?? Number.POSITIVE_INFINITY;
  return {
    joined,
    begun: joined.map((at, i) => (i < capacity ? at : Math.max(at, inOrder[i - capacity] ?? at))),
    done,
    resumed: column((visit) => visit.resumed),
  };
}

function visitsIn(trace: Trace, device: number): Visit[] {
  const { tasks, ends, end } = columnsOf(trace);
  const expanded = expand(trace.scenario);
  const found: Visit[] = [];
  for (let task = 0; task < ends.length; task += 1) {
    const ended = ends[task] as number;
    const unended = Number.isNaN(ended);
    // A task that has not ended has not done all its waits.
    const waits = unended ? null : waitsOf(expanded, task);
    if (waits === null) continue;
    let left = waits.length;
    let resumed = ended;
    eachBackwards(tasks, task, unended ? end : ended, (row, from, to) => {
      const state = tasks.state[row];
      if (state === RUNNING) resumed = from;
      if (state !== WAITING) return;
      left -= 1;
      if (waits[left] === device) found.push({ joined: from, done: to, resumed });
    });
    if (left !== 0) {
      throw new RangeError(
        `${trace.tasks[task]?.name}: found ${waits.length - left} waits for ${waits.length} operations; put a cpu step between two of them`,
      );
    }
  }
  return found;
}

/** The device of each wait of a task's program, NONE for those without. */
function waitsOf({ first, steps }: Expanded, task: number): number[] {
  const waits: number[] = [];
  for (let row = first[task] as number; (steps.kind[row] as number) < END; row += 1) {
    const kind = steps.kind[row];
    if (kind === IO_WITH_NEXT) {
      throw new RangeError('operations that begin together are not told apart by a trace');
    }
    if ((kind === IO || kind === BLOCK) && (steps.length[row] as number) > 0) {
      waits.push(kind === IO ? (steps.target[row] as number) : NONE);
    }
  }
  return waits;
}

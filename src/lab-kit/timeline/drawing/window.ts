// A stretch of a long run as a drawing: cut out of it as it is, on a clock that begins with it.
import { type Nanos, once } from '@interleave/simulation';
import type { Stretch } from '../../scales/percent.ts';
import type { Naming, TracedRun } from '../naming.ts';
import { coresInRows, tasksInRows } from './draw.ts';
import type { Drawing, Panel, Span } from './drawing.ts';
import { coreRow, type RowOfTrace, taskRow } from './read-rows.ts';
import { isLarge } from './size.ts';

/** To how many ns the times of a stretch are told: a power of ten, a thousandth of it at most; of a second, ms. */
const toldToOf = ({ start, end }: Stretch) => 10 ** Math.floor(Math.log10(end - start) - 3);

/**
 * What the tasks that live in the stretch, in the order of their arrival, and the cores do in it: in lanes, or of many
 * tasks in thin rows. A segment that reaches beyond it is cut off where the stretch begins or ends.
 */
export function drawWindow(naming: Naming, { trace, names }: TracedRun, of: Stretch): Drawing {
  const inside = trace.tasks
    .filter(({ arrival, end }) => arrival < of.end && (end ?? trace.end) > of.start)
    .toSorted((a, b) => a.arrival - b.arrival);
  const tasks = inside.map(({ index }) => cut(taskRow(naming, trace, index, names), of));
  const cores = trace.cores.map(({ index }) => cut(coreRow(naming, trace, index, names), of));
  const thin = isLarge({ tasks: tasks.map(({ spans }) => ({ segments: spans })) });
  return {
    end: (of.end - of.start) as Nanos,
    panels: [
      panel('tasks', thin ? tasksInRows(naming, tasks.length) : null, tasks),
      panel('cores', thin ? coresInRows(cores.length) : null, cores),
    ],
    pair: false,
    marks: [],
    path: [],
  };
}

/** @param heading above thin rows; null for rows with labels of their own */
const panel = (of: 'tasks' | 'cores', heading: string | null, rows: RowOfTrace[]): Panel => ({
  of,
  size: heading !== null ? 'thin' : of === 'tasks' ? 'lane' : 'band',
  heading: heading === null ? null : { text: heading, note: '' },
  rows: rows.map((row, line) => ({ ...row, run: 0, line })),
});

/** A row's bars as far as they lie in a stretch, on its clock. */
function cut(row: RowOfTrace, { start, end }: Stretch): RowOfTrace {
  const within = <S extends Span>(spans: readonly S[]): S[] =>
    spans.flatMap((span) =>
      span.end <= start || span.start >= end
        ? []
        : [
            {
              ...span,
              start: (Math.max(span.start, start) - start) as Nanos,
              end: (Math.min(span.end, end) - start) as Nanos,
            },
          ],
    );
  const { endsAt } = row;
  const toldTo = toldToOf({ start, end });
  const endsHere = endsAt !== null && endsAt > start && endsAt <= end;
  return {
    ...row,
    spans: within(row.spans),
    bars: once(() => within(row.bars()).map((bar) => ({ ...bar, toldTo }))),
    endsAt: endsHere ? ((Math.round((endsAt - start) / toldTo) * toldTo) as Nanos) : null,
  };
}

// The view of a lab that simulates: its runs as a timeline, each in lanes or, of many tasks, in thin rows.
import {
  compare,
  type Nanos,
  type Sentence,
  summarise,
  summariseComparison,
  type Trace,
} from '@interleave/simulation';
import type { Stretch } from '../scales/percent.ts';
import { type Table, tablesOfEach } from '../tables.ts';
import { drawPair, drawRun } from './drawing/draw.ts';
import { type Drawing, isThin } from './drawing/drawing.ts';
import { isLarge } from './drawing/size.ts';
import { eventTable } from './event-table.ts';
import { taskChooser } from './keys.ts';
import { type Naming, subjectsOf, type TracedRun, traced } from './naming.ts';
import { taskTable } from './task-table.ts';
import {
  Legs,
  type ReasonsProps,
  type TraceReading,
  type TraceView,
  traceView,
} from './trace-view.tsx';
import { Differences, Why } from './Why.tsx';

const tracedBy =
  (naming: Naming) =>
  ({ result, tag }: { result: Trace; tag: string }) =>
    traced(naming, result, tag);

/**
 * How the timeline of a lab reads its runs.
 *
 * @param clockOf how far the clock of a run reaches, ns, where that may be farther than the run has come
 * @param opensOn the part that a drawing shows at first, where that shows more than the whole
 */
export function timelineReading(
  naming: Naming,
  clockOf: (trace: Trace) => Nanos = ({ end }) => end,
  opensOn?: (drawing: Drawing) => Stretch | undefined,
): TraceReading<Trace> {
  const tracedRun = tracedBy(naming);
  return {
    naming,
    tracedOf: (run) => [tracedRun(run)],
    draw: (runs) => {
      const [first, second] = runs;
      const drawing =
        second === undefined
          ? drawRun(naming, first as TracedRun)
          : drawPair(naming, [first as TracedRun, second]);
      const ends = runs.map(({ trace }) => clockOf(trace));
      return {
        ...drawing,
        end: Math.max(drawing.end, ...ends) as Nanos,
        opensOn: opensOn?.(drawing),
      };
    },
    Reasons,
    Legs,
    tables: (runs, { drawing }) =>
      tablesOfEach(runs, (run): Table[] => [
        isThin(drawing) ? taskTable(naming, tracedRun(run)) : eventTable(naming, tracedRun(run)),
      ]),
  };
}

/** The parameters are those of `timelineReading`. */
export const timeline = (...of: Parameters<typeof timelineReading>): TraceView<Trace> =>
  timelineFrom(timelineReading(...of));

/** The view of a lab whose runs are read so. */
export function timelineFrom(reading: TraceReading<Trace>): TraceView<Trace> {
  const { naming } = reading;
  const tracedRun = tracedBy(naming);
  return {
    ...traceView(reading),
    describe: (run) => {
      const { trace, names } = tracedRun(run);
      return summarise(trace, names, subjectsOf(naming, trace));
    },
    compare: (first, second) => compareRuns(naming, tracedRun(first), tracedRun(second)),
  };
}

/**
 * What the second run changes for the lab's subjects; null where they are many tasks, or have no end to compare: then
 * each run is told in its own words.
 */
function compareRuns(naming: Naming, first: TracedRun, second: TracedRun): Sentence | null {
  if (isLarge(first.trace) || isLarge(second.trace)) return null;
  const subjects = subjectsOf(naming, first.trace);
  const differences = compare(first.trace, second.trace);
  return differences.some((difference) => subjects.includes(difference.first))
    ? summariseComparison(first.trace, second.trace, first.names, subjects)
    : null;
}

function Reasons({ scene: { traced: runs, drawing }, chosen, choose }: ReasonsProps) {
  return (
    <>
      {drawing.pair && !isThin(drawing) && <Differences runs={runs} />}
      {(!drawing.pair || chosen !== null) && (
        <Why
          drawing={drawing}
          selected={chosen}
          runs={runs}
          onTask={taskChooser(drawing, choose)}
        />
      )}
    </>
  );
}

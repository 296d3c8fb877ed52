// The view of a lab that simulates: its runs as a timeline, each in lanes or, of many tasks, in thin rows.
import {
  compare,
  type Nanos,
  type Sentence,
  summarise,
  summariseComparison,
  type Trace,
} from '@interleave/simulation';
import { type Table, tablesOfEach } from '../tables.ts';
import { drawPair, drawRun } from './drawing/draw.ts';
import { type Drawing, isThin, nearestBar, type Place, rowsOf } from './drawing/drawing.ts';
import { isLarge } from './drawing/size.ts';
import { eventTable } from './event-table.ts';
import { type Naming, subjectsOf, type TracedRun, traced } from './naming.ts';
import { taskTable } from './task-table.ts';
import { type ReasonsProps, type Scene, type TraceView, traceView } from './trace-view.tsx';
import { Differences, type ReasonsOf, Why } from './Why.tsx';

/** A level between tasks and cores, which a lab asks for. */
export interface Level {
  /** Adds its panels to a drawing of runs. */
  draw(drawing: Drawing, runs: readonly TracedRun[]): Drawing;
  /** The places of a bar and of all that carries it, or keeps it from going on. */
  ringed(drawing: Drawing, place: Place): readonly Place[];
  readonly reasonsOf: ReasonsOf;
  tables(run: TracedRun): readonly Table[];
}

/**
 * @param level between tasks and cores, if any
 * @param clockOf how far the clock of a run reaches, ns, where that may be farther than the run has come
 */
export function timeline(
  naming: Naming,
  clockOf: (trace: Trace) => Nanos = ({ end }) => end,
  level?: Level,
): TraceView<Trace> {
  const tracedRun = ({ result, tag }: { result: Trace; tag: string }) =>
    traced(naming, result, tag);
  return {
    ...traceView<Trace>({
      naming,
      tracedOf: (run) => [tracedRun(run)],
      draw: (runs) => {
        const [first, second] = runs;
        const drawing =
          second === undefined
            ? drawRun(naming, first as TracedRun)
            : drawPair(naming, [first as TracedRun, second]);
        const ends = runs.map(({ trace }) => clockOf(trace));
        const whole = { ...drawing, end: Math.max(drawing.end, ...ends) as Nanos };
        return level?.draw(whole, runs) ?? whole;
      },
      ringed: level?.ringed,
      Reasons: (props) => <Reasons {...props} reasonsOf={level?.reasonsOf} />,
      Legs,
      tables: (runs, { drawing }) =>
        tablesOfEach(runs, (run): Table[] => [
          isThin(drawing) ? taskTable(naming, tracedRun(run)) : eventTable(naming, tracedRun(run)),
          ...(level?.tables(tracedRun(run)) ?? []),
        ]),
    }),
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

function Reasons({
  scene: { traced: runs, drawing },
  chosen,
  choose,
  reasonsOf,
}: ReasonsProps & { reasonsOf: ReasonsOf | undefined }) {
  const chooseTask = (run: number, task: number, at: Nanos) => {
    const place = placeOf(drawing, run, task, at);
    if (place !== null) choose(place);
  };
  return (
    <>
      {drawing.pair && !isThin(drawing) && <Differences runs={runs} />}
      {(!drawing.pair || chosen !== null) && (
        <Why {...{ drawing, runs, reasonsOf }} selected={chosen} onTask={chooseTask} />
      )}
    </>
  );
}

/** Where a drawing shows a task of a run at an instant, or the nearest bar of it. */
function placeOf(drawing: Drawing, run: number, task: number, at: Nanos): Place | null {
  const row = rowsOf(drawing).findIndex(
    (candidate) => candidate.run === run && candidate.task === task,
  );
  const bar = nearestBar(drawing, row, at);
  return bar === undefined ? null : { row, bar };
}

function Legs({ scene: { traced: runs, drawing } }: { scene: Scene }) {
  const [first, second] = runs;
  return (
    <p>
      {isThin(drawing) ? (
        <span key="stacked">
          Pinned for comparison, below: <b>{first?.tag}</b>.{' '}
          <span data-live="only">The knobs set the other.</span>
        </span>
      ) : (
        <span key="mirrored">
          <b>{first?.tag}</b> above the line, <b>{second?.tag}</b> below it, on one clock
        </span>
      )}
    </p>
  );
}

// A view of anything that has traces: lanes and cores on one clock, the legend of states, and what is chosen explained.
import type { Nanos } from '@interleave/simulation';
import type { ReactNode } from 'react';
import legs from '../frame/legs.module.css';
import { useLive } from '../frame/use-live.ts';
import type { AnyLab, Run } from '../lab.ts';
import { oncePer } from '../once-per.ts';
import type { Table } from '../tables.ts';
import type { Stage, StageProps, View } from '../view.ts';
import { type ChangeWords, changedIn } from './changed.ts';
import { barAt, type Drawing, isThin, type Place, twins } from './drawing/drawing.ts';
import { chooseBar, timelineKeys } from './keys.ts';
import { Legend } from './Legend.tsx';
import type { Naming, TracedRun } from './naming.ts';
import { Timeline } from './plot/Timeline.tsx';
import { timeClock } from './time-clock.ts';

/** Runs as they are drawn together. */
export interface Scene {
  readonly traced: readonly TracedRun[];
  readonly drawing: Drawing;
}

/** How runs are read into traces, drawn and explained. R is what the lab's model makes. */
export interface TraceReading<R> {
  readonly naming: Naming;
  /** The traces that a run stands for: mostly its result. */
  tracedOf(run: Pick<Run<unknown, R>, 'result' | 'tag'>): readonly TracedRun[];
  draw(traced: readonly TracedRun[]): Drawing;
  /** What is ringed with a place; where it is left out, what shows the same stretch of a task. */
  ringed?(drawing: Drawing, place: Place, traced: readonly TracedRun[]): readonly Place[];
  /** What is chosen, and why it is so. */
  Reasons(props: ReasonsProps): ReactNode;
  tables(runs: readonly Run<unknown, R>[], scene: Scene): readonly Table[];
  /** How what happens at an instant is told; where it is left out, in the words of tasks, workers and cores. */
  readonly words?: ChangeWords;
  /** Where each of two runs is drawn. */
  Legs?(props: { readonly scene: Scene }): ReactNode;
}

export interface ReasonsProps {
  readonly scene: Scene;
  readonly chosen: Place | null;
  readonly choose: (place: Place) => void;
}

/** A view with a timeline: its names and its drawing serve the pages around the lab, too. */
export interface TraceView<R> extends View<unknown, R, Place> {
  readonly naming: Naming;
  drawing(runs: readonly Run<unknown, R>[]): Drawing;
}

type TimelineStage<R> = Stage<unknown, R, Place>;

export function traceView<R>(reading: TraceReading<R>): TraceView<R> {
  const { naming, tracedOf, draw, ringed = twins, Reasons, tables, Legs, words } = reading;
  const sceneOf = oncePer((runs: readonly Run<unknown, R>[]): Scene => {
    const traced = runs.flatMap(tracedOf);
    return { traced, drawing: draw(traced) };
  });
  const drawing = (runs: readonly Run<unknown, R>[]) => sceneOf(runs).drawing;
  const keys = timelineKeys(drawing);
  const choosing = (stage: TimelineStage<R>) => (place: Place) =>
    chooseBar(stage, drawing(stage.runs), place);
  return {
    naming,
    drawing,
    clock: { ...timeClock(tracedOf), opensOn: (runs) => drawing(runs).opensOn },
    figures: [
      {
        id: 'timeline',
        Draw: ({ stage }: StageProps<unknown, R, Place>) => (
          <Timeline
            drawing={drawing(stage.runs)}
            label={`Timeline. ${stage.told} Arrow keys move from segment to segment; ? lists the keys.`}
            playhead={stage.playhead}
            // What is chosen may lie in what is covered.
            ringed={(place) => {
              const scene = sceneOf(stage.runs);
              return ringed(scene.drawing, place, scene.traced);
            }}
            selected={stage.coveredFrom === null ? stage.chosen : null}
            coveredFrom={stage.coveredFrom as Nanos | null}
            live={useLive()}
            onSelect={choosing(stage)}
            onKeyDown={(event) => stage.press(event, keys)}
          />
        ),
        Legend: ({ stage }) => <Legend drawing={drawing(stage.runs)} />,
        Reasons: ({ stage }) => (
          <Reasons scene={sceneOf(stage.runs)} chosen={stage.chosen} choose={choosing(stage)} />
        ),
        coversItself: true,
        tables: (runs) => tables(runs, sceneOf(runs)),
        keys,
      },
    ],
    Legs: ({ runs }) => Legs !== undefined && drawing(runs).pair && <Legs scene={sceneOf(runs)} />,
    changes: (runs, at) => changedIn(sceneOf(runs), at as Nanos, words),
    chosen: (runs, wanted) =>
      barAt(drawing(runs), wanted) === undefined ? pointedAt(drawing(runs)) : wanted,
  };
}

/** The segment that a drawing points at by itself: the bracketed one. */
function pointedAt(drawing: Drawing): Place | null {
  const mark = drawing.marks.find(({ kind }) => kind === 'bracket');
  if (mark === undefined) return null;
  const rows = drawing.panels[0]?.rows ?? [];
  const row = rows.findIndex(({ line }) => line === mark.line);
  const bar = rows[row]?.spans.findIndex(({ start }) => start === mark.start) ?? -1;
  return bar === -1 ? null : { row, bar };
}

/**
 * The timeline of a lab.
 *
 * @throws Error when its view has none
 */
export function timelineOf(lab: AnyLab): TraceView<unknown> {
  if ('naming' in lab.view) return lab.view as unknown as TraceView<unknown>;
  throw new Error(`Lab ${lab.id} has no timeline; a lab whose view is timeline({…}) would do.`);
}

/** Where each of two runs is drawn. */
export function Legs({ scene: { traced: runs, drawing } }: { scene: Scene }) {
  const [first, second] = runs;
  return (
    <p className={legs.legs}>
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

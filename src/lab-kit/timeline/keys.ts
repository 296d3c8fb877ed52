// What chooses in a timeline: keys, from segment to segment and from lane to lane, and names of tasks in sentences.
import type { Nanos } from '@interleave/simulation';
import type { Run } from '../lab.ts';
import type { Keys, Stage } from '../view.ts';
import { barAt, type Drawing, nearestBar, type Place, rowAt, rowsOf } from './drawing/drawing.ts';

type TimelineStage<R> = Stage<unknown, R, Place>;

/** Chooses a bar, and brings the playhead to it. */
export function chooseBar<R>(stage: TimelineStage<R>, drawing: Drawing, place: Place) {
  stage.choose(place);
  stage.playhead.follow(barAt(drawing, place));
}

/** Chooses a task of a run, as a drawing shows it at an instant. */
export const taskChooser =
  (drawing: Drawing, choose: (place: Place) => void) => (run: number, task: number, at: Nanos) => {
    const place = placeOf(drawing, run, task, at);
    if (place !== null) choose(place);
  };

/** Where a drawing shows a task of a run at an instant, or the nearest bar of it. */
function placeOf(drawing: Drawing, run: number, task: number, at: Nanos): Place | null {
  const row = rowsOf(drawing).findIndex(
    (candidate) => candidate.run === run && candidate.task === task,
  );
  const bar = nearestBar(drawing, row, at);
  return bar === undefined ? null : { row, bar };
}

/** @param drawingOf the drawing of runs */
export function timelineKeys<R>(
  drawingOf: (runs: readonly Run<unknown, R>[]) => Drawing,
): readonly Keys<TimelineStage<R>>[] {
  /** A key that leads from a place to another. */
  const to = (next: (drawing: Drawing, place: Place) => Place) => (stage: TimelineStage<R>) => {
    const drawing = drawingOf(stage.runs);
    chooseBar(stage, drawing, next(drawing, stage.chosen ?? { row: 0, bar: -1 }));
  };
  const last = (drawing: Drawing, { row }: Place) =>
    (rowAt(drawing, row)?.row.spans.length ?? 0) - 1;
  return [
    {
      keys: '← →',
      does: 'the segment before or after in this lane',
      press: {
        ArrowRight: to((drawing, place) => ({
          ...place,
          bar: Math.min(place.bar + 1, last(drawing, place)),
        })),
        ArrowLeft: to((_, place) => ({ ...place, bar: Math.max(place.bar - 1, 0) })),
      },
    },
    {
      keys: '+ − 0',
      does: 'nearer, farther, the whole; Shift and an arrow go on and back',
      // Obeyed by the drawing itself, which loads what it needs for that.
      press: {},
    },
    {
      keys: '↑ ↓',
      does: 'the lane above or below, at the same time',
      press: {
        ArrowDown: to((drawing, place) => neighbour(drawing, place, 1)),
        ArrowUp: to((drawing, place) => neighbour(drawing, place, -1)),
      },
    },
    {
      keys: 'Home End',
      does: 'the first or last segment of the lane',
      press: {
        Home: to((_, place) => ({ ...place, bar: 0 })),
        End: to((drawing, place) => ({ ...place, bar: last(drawing, place) })),
      },
    },
  ];
}

/** The bar of the next row up or down that covers the middle of this one, or is nearest to it. */
function neighbour(drawing: Drawing, { row, bar }: Place, step: 1 | -1): Place {
  const next = Math.min(rowsOf(drawing).length - 1, Math.max(0, row + step));
  const from = barAt(drawing, { row, bar });
  const middle = from === undefined ? 0 : (from.start + from.end) / 2;
  const nearest = nearestBar(drawing, next, middle);
  return nearest === undefined ? { row, bar } : { row: next, bar: nearest };
}

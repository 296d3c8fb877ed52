// Chooses a task of a run where its name is pressed in a sentence.
import type { Nanos } from '@interleave/simulation';
import { type Drawing, nearestBar, type Place, rowsOf } from './drawing/drawing.ts';
import type { ReasonsProps } from './trace-view.tsx';

/** Chooses a task of a run, as a drawing shows it at an instant. */
export const taskChooser =
  (drawing: Drawing, choose: ReasonsProps['choose']) => (run: number, task: number, at: Nanos) => {
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

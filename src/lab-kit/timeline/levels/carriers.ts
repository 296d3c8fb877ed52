// What is ringed with a chosen bar: the same time of its task on the other levels or, where its task is in line, who
// holds the workers.
import type { WorkerSegment } from '@interleave/simulation';
import {
  type Bar,
  barAt,
  type Drawing,
  type Panel,
  type Place,
  type Row,
  rowAt,
  rowsOf,
} from '../drawing/drawing.ts';
import type { TracedRun } from '../naming.ts';
import { isHeld, occupants, shared } from './occupants.ts';

/** The places of the bars of a run, where a claim holds of a bar and of what its row is of. */
const placesOf = (
  drawing: Drawing,
  run: Row['run'],
  claim: (bar: Bar, of: Panel['of'] | undefined) => boolean,
): Place[] =>
  rowsOf(drawing).flatMap((one, row) => {
    const of = rowAt(drawing, row)?.panel.of;
    return one.run === run
      ? one.bars().flatMap((bar, b) => (claim(bar, of) ? [{ row, bar: b }] : []))
      : [];
  });

/** The places of a bar and of all that carries it, or keeps its task in line. */
export function carriers(
  drawing: Drawing,
  place: Place,
  runs: readonly TracedRun[],
): readonly Place[] {
  const chosen = barAt(drawing, place);
  const found = rowAt(drawing, place.row);
  if (chosen === undefined || found === undefined || chosen.task === null) return [place];
  const { row, panel } = found;
  const own = placesOf(
    drawing,
    row.run,
    (bar, of) => of !== panel.of && bar.task === chosen.task && shared(bar, chosen) > 0,
  );
  if (panel.of !== 'tasks' || chosen.state !== 'queued' || own.length > 0) return [place, ...own];
  const keep = occupants((runs[row.run] as TracedRun).trace, chosen).filter((one) => one !== null);
  const held = keep.some(isHeld);
  return [
    place,
    ...placesOf(drawing, row.run, (bar, of) => {
      if (of === 'workers') return keep.some((one) => same(one, bar));
      // What else the core could have been used for.
      return held && of === 'cores' && bar.state === 'idle' && shared(bar, chosen) > 0;
    }),
  ];
}

type Stretch = Pick<WorkerSegment, 'task' | 'start'>;

const same = (a: Stretch, b: Stretch) => a.task === b.task && a.start === b.start;

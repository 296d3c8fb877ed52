// What is ringed with a chosen bar: the same time of its task on the other levels or, where its task is in line, who
// holds the workers.
import {
  type Bar,
  barAt,
  type Drawing,
  type Panel,
  type Place,
  rowAt,
} from '../drawing/drawing.ts';
import { isHeld } from './worker-rows.ts';

interface Placed {
  readonly of: Panel['of'];
  readonly place: Place;
  readonly bar: Bar;
}

/** The bars of a run that a stretch of time meets, on all levels. */
function barsDuring(drawing: Drawing, run: 0 | 1, { start, end }: Bar): Placed[] {
  let row = -1;
  return drawing.panels.flatMap(({ of, rows }) =>
    rows.flatMap((one): Placed[] => {
      row += 1;
      if (one.run !== run) return [];
      const place = row;
      return one.bars().flatMap((bar, b): Placed[] => {
        const meets = bar.start < end && bar.end > start;
        return meets ? [{ of, place: { row: place, bar: b }, bar }] : [];
      });
    }),
  );
}

/** The places of a bar and of all that carries it. */
export function carriers(drawing: Drawing, place: Place): readonly Place[] {
  const chosen = barAt(drawing, place);
  const found = rowAt(drawing, place.row);
  if (chosen === undefined || found === undefined || chosen.task === null) return [place];
  const during = barsDuring(drawing, found.row.run, chosen);
  const own = during.filter(({ of, bar }) => of !== found.panel.of && bar.task === chosen.task);
  const places = (ringed: readonly Placed[]) => [place, ...ringed.map((one) => one.place)];
  const isTask = found.panel.of === 'tasks';
  if (!isTask || chosen.state !== 'queued' || own.some(({ of }) => of === 'workers')) {
    return places(own);
  }
  const workers = during.filter(({ of, bar }) => of === 'workers' && bar.task !== null);
  const held = workers.filter(({ bar }) => isHeld(bar));
  if (held.length === 0) return places(workers);
  // What else the core could have been used for.
  const idle = during.filter(({ of, bar }) => of === 'cores' && bar.state === 'idle');
  return places([...held, ...idle]);
}

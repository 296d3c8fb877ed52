// The timeline's keys: one table that both obeys and explains them.
import type { KeyboardEvent } from 'react';
import { type Drawing, nearestBar, type Place } from './timeline/drawing.ts';
import type { Playhead } from './use-playhead.ts';

export const KEYS: readonly { readonly keys: string; readonly does: string }[] = [
  { keys: '← →', does: 'the segment before or after in this lane' },
  { keys: '↑ ↓', does: 'the lane above or below, at the same time' },
  { keys: 'Home End', does: 'the first or last segment of the lane' },
  { keys: ', .', does: 'step the playhead back or forward, from change to change' },
  { keys: 'Space', does: 'play or pause' },
  { keys: '?', does: 'show or hide these keys' },
];

interface Targets {
  drawing: Drawing;
  selected: Place | null;
  playhead: Playhead;
  select: (place: Place) => void;
  toggleHelp: () => void;
}

/** Obeys a key pressed on the timeline; keys it does not know go on to the page. */
export function handleKey(event: KeyboardEvent, targets: Targets): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const { drawing, selected, playhead, select, toggleHelp } = targets;
  const place = selected ?? { row: 0, bar: -1 };
  const bars = drawing.rows[place.row]?.bars ?? [];
  const actions: Record<string, () => void> = {
    ArrowRight: () => select({ ...place, bar: Math.min(place.bar + 1, bars.length - 1) }),
    ArrowLeft: () => select({ ...place, bar: Math.max(place.bar - 1, 0) }),
    ArrowDown: () => select(neighbour(drawing, place, 1)),
    ArrowUp: () => select(neighbour(drawing, place, -1)),
    Home: () => select({ ...place, bar: 0 }),
    End: () => select({ ...place, bar: bars.length - 1 }),
    ',': playhead.stepBack,
    '.': playhead.stepForward,
    ' ': playhead.togglePlay,
    '?': toggleHelp,
  };
  const action = actions[event.key];
  if (action === undefined) return;
  event.preventDefault();
  action();
}

/** The bar of the next row up or down that covers the middle of this one, or is nearest to it. */
function neighbour(drawing: Drawing, { row, bar }: Place, step: 1 | -1): Place {
  const next = Math.min(drawing.rows.length - 1, Math.max(0, row + step));
  const from = drawing.rows[row]?.bars[bar];
  const middle = from === undefined ? 0 : (from.start + from.end) / 2;
  const nearest = nearestBar(drawing, next, middle);
  return nearest === undefined ? { row, bar } : { row: next, bar: nearest };
}

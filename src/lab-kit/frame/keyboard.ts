// The timeline's keys: one table that both obeys and explains them.
import type { KeyboardEvent } from 'react';
import { type Drawing, nearestBar, type Place } from '../timeline/drawing.ts';
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
  const last = (drawing.rows[place.row]?.bars.length ?? 0) - 1;
  const action = actionOf(event.key);
  if (action === undefined) return;
  event.preventDefault();
  action();

  function actionOf(key: string): (() => void) | undefined {
    switch (key) {
      case 'ArrowRight':
        return () => select({ ...place, bar: Math.min(place.bar + 1, last) });
      case 'ArrowLeft':
        return () => select({ ...place, bar: Math.max(place.bar - 1, 0) });
      case 'ArrowDown':
        return () => select(neighbour(drawing, place, 1));
      case 'ArrowUp':
        return () => select(neighbour(drawing, place, -1));
      case 'Home':
        return () => select({ ...place, bar: 0 });
      case 'End':
        return () => select({ ...place, bar: last });
      case ',':
        return playhead.stepBack;
      case '.':
        return playhead.stepForward;
      case ' ':
        return playhead.togglePlay;
      case '?':
        return toggleHelp;
      default:
        return undefined;
    }
  }
}

/** The bar of the next row up or down that covers the middle of this one, or is nearest to it. */
function neighbour(drawing: Drawing, { row, bar }: Place, step: 1 | -1): Place {
  const next = Math.min(drawing.rows.length - 1, Math.max(0, row + step));
  const from = drawing.rows[row]?.bars[bar];
  const middle = from === undefined ? 0 : (from.start + from.end) / 2;
  const nearest = nearestBar(drawing, next, middle);
  return nearest === undefined ? { row, bar } : { row: next, bar: nearest };
}

// The gestures that change what a timeline shows of its clock: wheel, fingers, a drag, a double click, keys and buttons.
import type { Nanos } from '@interleave/simulation';
import { type Stretch, shareOf, wholeOf } from '../../scales/percent.ts';
import { isWhole, lengthOf, panned, pinched, zoomed } from './part.ts';

/** What the gestures move. */
export interface Held {
  part(): Stretch;
  /** The clock's end. */
  end(): Nanos;
  show(part: Stretch): void;
  /** The instant that keys and buttons zoom about. */
  about(): number;
}

/** How much nearer a press of a key or of a button comes, how much a turn of the wheel does at most, and per px. */
const PRESS = 2;
const MOST_TURN = 0.5;
const PER_PIXEL = 0.01;
/** A notch of a wheel that counts in lines, px. */
const LINE = 16;
/** By how much of what is shown Shift and an arrow go on. */
const PAN = 0.25;
/** From so many px on a press that moves is a drag. */
const DRAG = 4;

/** What a press of a key makes of what is shown; undefined for any other key. */
export function pressed(key: string, shift: boolean, held: Held): Stretch | undefined {
  const part = held.part();
  const end = held.end();
  if (key === '+' || key === '=') return zoomed(part, end, PRESS, held.about());
  if (key === '-' || key === '_') return zoomed(part, end, 1 / PRESS, held.about());
  if (key === '0') return wholeOf(end);
  if (shift && key === 'ArrowRight') return panned(part, end, PAN * lengthOf(part));
  if (shift && key === 'ArrowLeft') return panned(part, end, -PAN * lengthOf(part));
  return undefined;
}

/** Hears all gestures on a timeline and its buttons. Returns how to stop that. */
export function listen(frame: HTMLElement, held: Held): () => void {
  const plot = frame.querySelector('[data-axis]') as Element;
  const shareAt = (x: number) => {
    const { left, width } = plot.getBoundingClientRect();
    return (x - left) / width;
  };
  const zoomedIn = () => !isWhole(held.part(), held.end());
  const onDrawing = (event: Event) => (event.target as Element).closest('[role="grid"]') !== null;

  const wheel = (event: WheelEvent) => {
    const part = held.part();
    const along = event.deltaMode === 0 ? 1 : LINE;
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      const turn = Math.max(-MOST_TURN, Math.min(MOST_TURN, -event.deltaY * along * PER_PIXEL));
      const about = part.start + Math.min(1, Math.max(0, shareAt(event.clientX))) * lengthOf(part);
      held.show(zoomed(part, held.end(), 2 ** turn, about));
    } else if (event.shiftKey && zoomedIn()) {
      event.preventDefault();
      const by = ((event.deltaX || event.deltaY) * along) / plot.getBoundingClientRect().width;
      held.show(panned(part, held.end(), by * lengthOf(part)));
    }
  };

  const keydown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const found = pressed(event.key, event.shiftKey, held);
    if (found === undefined) return;
    event.preventDefault();
    // Shift and an arrow choose no segment.
    event.stopPropagation();
    held.show(found);
  };

  const click = (event: MouseEvent) => {
    const button = (event.target as Element).closest<HTMLElement>('[data-zoom]');
    const found = button && pressed(button.dataset.zoom as string, false, held);
    if (found) held.show(found);
    else if (dragged && onDrawing(event)) event.stopPropagation();
  };

  /** Where each finger, or the mouse, is, px. */
  const pointers = new Map<number, number>();
  /** The instants that they took hold of, in the same order. */
  let instants: number[] = [];
  let dragged = false;
  const takeHold = () => {
    const part = held.part();
    instants = [...pointers.values()].map((x) => part.start + shareAt(x) * lengthOf(part));
  };
  let down: { readonly id: number; readonly x: number } | null = null;
  const pointerdown = (event: PointerEvent) => {
    if (!onDrawing(event) || event.button !== 0) return;
    if (event.isPrimary) {
      pointers.clear();
      dragged = false;
    }
    pointers.set(event.pointerId, event.clientX);
    // The axis moves the playhead.
    const onAxis = (event.target as SVGElement).dataset.axis !== undefined;
    down = pointers.size === 1 && !onAxis ? { id: event.pointerId, x: event.clientX } : null;
    takeHold();
  };
  const pointermove = (event: PointerEvent) => {
    const { pointerId, clientX, buttons } = event;
    if (buttons === 0 || !onDrawing(event)) return;
    if (!pointers.has(pointerId)) return;
    pointers.set(pointerId, clientX);
    const shares = [...pointers.values()].map(shareAt);
    if (shares.length === 2 && instants.length === 2) {
      dragged = true;
      // Nothing else follows these fingers, as the playhead would.
      event.stopPropagation();
      held.show(
        pinched({ held: instants as [number, number], at: shares as [number, number] }, held.end()),
      );
    } else if (down?.id === pointerId && zoomedIn()) {
      if (!dragged && Math.abs(clientX - down.x) < DRAG) return;
      if (!dragged) (event.target as Element).setPointerCapture(pointerId);
      dragged = true;
      const part = held.part();
      const under = part.start + (shares[0] as number) * lengthOf(part);
      held.show(panned(part, held.end(), (instants[0] as number) - under));
    }
  };
  const pointerup = ({ pointerId }: PointerEvent) => {
    pointers.delete(pointerId);
    down = null;
    takeHold();
  };
  const dblclick = (event: MouseEvent) => {
    if (onDrawing(event) && zoomedIn()) held.show(wholeOf(held.end()));
  };

  const hearing = { wheel, keydown, click, pointerdown, pointermove, pointerup, dblclick };
  const all = Object.entries({ ...hearing, pointercancel: pointerup }) as [string, EventListener][];
  for (const [type, hear] of all) frame.addEventListener(type, hear, { passive: false });
  return () => {
    for (const [type, hear] of all) frame.removeEventListener(type, hear);
  };
}

/** Where an instant lies in what is shown, kept within it: for what a key zooms about. */
export const aboutOf = (part: Stretch, playhead: number) => {
  const share = shareOf(playhead, part);
  return share >= 0 && share <= 1 ? playhead : (part.start + part.end) / 2;
};

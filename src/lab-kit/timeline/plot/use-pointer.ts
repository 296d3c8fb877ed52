// Pointer control of a timeline, by mouse, pen or finger.
import type { Nanos } from '@interleave/simulation';
import { type MouseEvent, type PointerEvent, useRef, useState } from 'react';
import type { Stretch } from '../../scales/percent.ts';
import { inSteps } from '../clock.ts';
import { type Drawing, nearestBar, type Place } from '../drawing/drawing.ts';

interface PointerProps {
  drawing: Drawing;
  /** What is shown of the clock. */
  shown: Stretch;
  onSelect: (place: Place) => void;
  /** The reader moved the playhead to this instant. */
  onSeek: (at: Nanos) => void;
}

/** A tap takes the nearest bar of its row, a drag along the axis moves the playhead, and a mouse hovers over a bar. */
export function usePointer({ drawing, shown, onSelect, onSeek }: PointerProps) {
  const plot = useRef<SVGSVGElement>(null);
  const instantAt = (event: MouseEvent) => {
    // The plot's own box is that of what it draws; the axis' hit area spans the clock exactly.
    const box = plot.current?.querySelector('[data-axis]')?.getBoundingClientRect();
    if (box === undefined) return 0 as Nanos;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return (shown.start + share * (shown.end - shown.start)) as Nanos;
  };
  const placeUnder = (event: MouseEvent): Place | null => {
    const row = rowUnder(event);
    const bar = row === undefined ? undefined : nearestBar(drawing, row, instantAt(event));
    return row === undefined || bar === undefined ? null : { row, bar };
  };
  const [hovered, setHovered] = useState<Place | null>(null);
  const hover = (place: Place | null) =>
    setHovered((before) =>
      before?.row === place?.row && before?.bar === place?.bar ? before : place,
    );
  const seek = (event: PointerEvent) => onSeek(snap(instantAt(event), shown));
  const heard = {
    onPointerDown: (event: PointerEvent) => {
      const { dataset } = event.target as SVGElement;
      if (dataset.axis !== undefined) {
        (event.target as SVGElement).setPointerCapture(event.pointerId);
        seek(event);
      }
    },
    onPointerMove: (event: PointerEvent) => {
      // A finger is captured by whatever it touches.
      const { dataset } = event.target as SVGElement;
      const held = (event.target as SVGElement).hasPointerCapture?.(event.pointerId);
      if (held && dataset.axis !== undefined) seek(event);
      if (event.pointerType !== 'touch') hover(placeUnder(event));
    },
    onPointerLeave: () => hover(null),
    // Not as it is touched: that may become a scroll of the page, or move what is shown.
    onClick: (event: MouseEvent) => {
      const place = placeUnder(event);
      if (place !== null) onSelect(place);
    },
  };
  return { plot, heard, hovered };
}

/** The index of the row under the pointer: a lane's own, or, in a panel of thin rows, by the height. */
function rowUnder({ target, clientY }: MouseEvent): number | undefined {
  const { dataset } = target as SVGElement;
  if (dataset.row !== undefined) return Number(dataset.row);
  if (dataset.first === undefined) return undefined;
  const rows = Number(dataset.rows);
  const box = (target as SVGElement).getBoundingClientRect();
  const nth = Math.floor(((clientY - box.top) / box.height) * rows);
  return Number(dataset.first) + Math.min(rows - 1, Math.max(0, nth));
}

/** The nearest whole step that is shown. */
const snap = (at: Nanos, { start, end }: Stretch) =>
  Math.min(end, Math.max(start, inSteps(at, end - start))) as Nanos;

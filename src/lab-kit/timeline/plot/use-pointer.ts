// Pointer control of a timeline, by mouse, pen or finger.
import type { Nanos } from '@interleave/simulation';
import { type PointerEvent, useRef } from 'react';
import { type Drawing, nearestBar, type Place } from '../drawing/drawing.ts';

interface PointerProps {
  drawing: Drawing;
  onSelect: (place: Place) => void;
  /** The reader moved the playhead to this instant. */
  onSeek: (at: Nanos) => void;
}

/** A tap takes the nearest bar of its row, a drag along the axis moves the playhead. */
export function usePointer({ drawing, onSelect, onSeek }: PointerProps) {
  const plot = useRef<SVGSVGElement>(null);
  const instantAt = (event: PointerEvent) => {
    // The plot's own box is that of what it draws; the axis' hit area spans the clock exactly.
    const box = plot.current?.querySelector('[data-axis]')?.getBoundingClientRect();
    if (box === undefined) return 0 as Nanos;
    const share = Math.min(1, Math.max(0, (event.clientX - box.left) / box.width));
    return (share * drawing.end) as Nanos;
  };
  const seek = (event: PointerEvent) => onSeek(snap(instantAt(event), drawing.end));
  return {
    plot,
    onPointerDown: (event: PointerEvent) => {
      const { dataset } = event.target as SVGElement;
      if (dataset.axis !== undefined) {
        (event.target as SVGElement).setPointerCapture(event.pointerId);
        seek(event);
      } else {
        const row = rowUnder(event);
        const bar = row === undefined ? undefined : nearestBar(drawing, row, instantAt(event));
        if (row !== undefined && bar !== undefined) onSelect({ row, bar });
      }
    },
    onPointerMove: (event: PointerEvent) => {
      if ((event.target as SVGElement).hasPointerCapture?.(event.pointerId)) seek(event);
    },
  };
}

/** The index of the row under the pointer: a lane's own, or, in a panel of thin rows, by the height. */
function rowUnder({ target, clientY }: PointerEvent): number | undefined {
  const { dataset } = target as SVGElement;
  if (dataset.row !== undefined) return Number(dataset.row);
  if (dataset.first === undefined) return undefined;
  const rows = Number(dataset.rows);
  const box = (target as SVGElement).getBoundingClientRect();
  const nth = Math.floor(((clientY - box.top) / box.height) * rows);
  return Number(dataset.first) + Math.min(rows - 1, Math.max(0, nth));
}

/** Rounds to a whole millisecond; on clocks under 20 ms, to a tenth. */
function snap(at: Nanos, end: Nanos): Nanos {
  const grain = end < 20e6 ? 1e5 : 1e6;
  return Math.min(end, Math.round(at / grain) * grain) as Nanos;
}

// The timeline: one SVG of lanes and cores on one clock, complete when built and, once live, one tab stop.
import type { Nanos } from '@interleave/simulation';
import { type CSSProperties, type KeyboardEvent, type PointerEvent, useId, useRef } from 'react';
import type { VeilState } from '../use-veil.ts';
import { Axis } from './Axis.tsx';
import { barAt, type Drawing, nearestBar, type Place, twins } from './drawing.ts';
import { CorePath, Flag, Marks, Playhead, Ring } from './Marks.tsx';
import { Patterns } from './Patterns.tsx';
import { along, percent } from './percent.ts';
import { BarLayer, barId, rowStyle, TextLayer } from './Rows.tsx';
import './timeline.css';
import './marks.css';
import './pair.css';
import './narrow.css';
import './fit.css';

interface TimelineProps {
  drawing: Drawing;
  label: string;
  at: Nanos;
  selected: Place | null;
  veil: VeilState;
  onSelect: (place: Place) => void;
  /** The reader moved the playhead to this instant. */
  onSeek: (at: Nanos) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

export function Timeline(props: TimelineProps) {
  const { drawing, label, at, selected, veil, onKeyDown } = props;
  const id = useId();
  const { plot, onPointerDown, onPointerMove } = usePointer(props);
  const style = { '--lanes': drawing.lanes, '--cores': drawing.cores } as CSSProperties;
  const shown = barAt(drawing, selected) === undefined ? null : selected;
  const { end } = drawing;
  const hidden = veil.live ? veil.from : null;
  // A bracket below the first lane stands where that lane's times are, and needs room of its own.
  const lowBracket = !drawing.pair && drawing.marks.some(({ lane }) => lane > 0);
  return (
    <div
      className={`timeline ${drawing.pair ? 'pair' : ''} ${lowBracket ? 'roomy' : ''}`}
      style={style}
      role="grid"
      tabIndex={0}
      aria-label={label}
      aria-activedescendant={shown === null ? undefined : barId(id, shown)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      <svg className="plot" ref={plot} role="presentation">
        <Patterns id={id} />
        <Axis end={end} at={at} hiddenFrom={hidden} />
        {/* Under the bars, so that it crosses none of the lanes between. */}
        <CorePath drawing={drawing} hiddenFrom={hidden} />
        <BarLayer drawing={drawing} id={id} selected={shown} hiddenFrom={hidden} />
        <Playhead at={at} end={end} />
        <TextLayer drawing={drawing} hiddenFrom={hidden} />
        {shown !== null && <Ring drawing={drawing} places={twins(drawing, shown)} />}
        {hidden === null && <Marks drawing={drawing} />}
        {veil.from !== null && (
          <g className="veil" aria-hidden="true">
            <rect x={along(veil.from, end)} style={{ width: percent(1 - veil.from / end) }} />
            <text x={along(veil.from, end)}>predict first</text>
          </g>
        )}
        <Flag at={at} end={end} />
        <rect className="axis-hit" x="0" width="100%" data-axis="" />
        {drawing.rows.map((row, r) => (
          <g key={`${row.run}-${row.label}`} className={`row ${row.kind}`} style={rowStyle(row)}>
            <rect className="hit" x="0" width="100%" data-row={r} />
          </g>
        ))}
      </svg>
    </div>
  );
}

/** Pointer control: a tap takes the nearest bar of its row, a drag along the axis moves the playhead. */
function usePointer({ drawing, onSelect, onSeek }: TimelineProps) {
  const plot = useRef<SVGSVGElement>(null);
  const instantAt = (event: PointerEvent) => {
    // The plot's own box is that of what it draws; the axis' hit area spans the clock exactly.
    const box = plot.current?.querySelector('.axis-hit')?.getBoundingClientRect();
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
      } else if (dataset.row !== undefined) {
        const row = Number(dataset.row);
        const bar = nearestBar(drawing, row, instantAt(event));
        if (bar !== undefined) onSelect({ row, bar });
      }
    },
    onPointerMove: (event: PointerEvent) => {
      if ((event.target as SVGElement).hasPointerCapture?.(event.pointerId)) seek(event);
    },
  };
}

/** Rounds to a whole millisecond; on clocks under 20 ms, to a tenth. */
function snap(at: Nanos, end: Nanos): Nanos {
  const grain = end < 20e6 ? 1e5 : 1e6;
  return Math.min(end, Math.round(at / grain) * grain) as Nanos;
}

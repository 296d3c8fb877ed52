// The timeline: one SVG of lanes and cores on one clock, complete when built and, once live, one tab stop.
import type { Nanos } from '@interleave/simulation';
import { type CSSProperties, type KeyboardEvent, type ReactNode, useId } from 'react';
import type { Playhead as PlayheadOnClock } from '../frame/playhead.ts';
import { Patterns } from '../states/Patterns.tsx';
import { Axis } from './Axis.tsx';
import { DenseHeadings, DensePanels, DenseRings, DenseRows } from './dense/Dense.tsx';
import { type PlacedPanel, placePanels } from './dense/panels.ts';
import { barAt, type Drawing, type Place, twins } from './drawing.ts';
import { CorePath, Flag, Marks, Playhead, Ring } from './Marks.tsx';
import { along, percent } from './percent.ts';
import { BarLayer, barId, rowStyle, TextLayer } from './Rows.tsx';
import { usePointer } from './use-pointer.ts';
import './timeline.css';
import './marks.css';
import './pair.css';
import './narrow.css';
import './fit.css';

interface TimelineProps {
  drawing: Drawing;
  label: string;
  playhead: PlayheadOnClock;
  selected: Place | null;
  /** The instant from which on a question holds back what is drawn, or null. */
  coveredFrom: Nanos | null;
  /**
   * Whether scripts run, so that what is covered can be left out altogether. The page as it was built holds all of it,
   * for readers without scripts, and only covers it.
   */
  live: boolean;
  onSelect: (place: Place) => void;
  onKeyDown: (event: KeyboardEvent) => void;
}

/** What the two ways of drawing rows need. */
interface RowsProps {
  drawing: Drawing;
  id: string;
  selected: Place | null;
  /** The instant from which on nothing is drawn, or null. */
  hiddenFrom: Nanos | null;
  /** The playhead, which lies over the bars and under the text. */
  children: ReactNode;
}

export function Timeline(props: TimelineProps) {
  const { drawing, label, playhead, selected, coveredFrom, live, onKeyDown } = props;
  const id = useId();
  const dense = drawing.panels === null ? null : placePanels(drawing.panels);
  const { plot, onPointerDown, onPointerMove } = usePointer({ ...props, onSeek: playhead.seek });
  const shown = barAt(drawing, selected) === undefined ? null : selected;
  const { end } = drawing;
  const hiddenFrom = live ? coveredFrom : null;
  // A bracket below the first lane stands where that lane's times are, and needs room of its own.
  const lowBracket = !drawing.pair && drawing.marks.some(({ lane }) => lane > 0);
  const rows = { drawing, id, selected: shown, hiddenFrom };
  const line = <Playhead playhead={playhead} end={end} />;
  return (
    <div
      className={classes({
        dense: dense !== null,
        pair: drawing.pair && !dense,
        roomy: lowBracket,
      })}
      style={styleOf(drawing, dense?.height)}
      role="grid"
      tabIndex={live ? 0 : undefined}
      aria-label={label}
      aria-rowcount={drawing.rows.length}
      aria-activedescendant={shown === null ? undefined : barId(id, shown)}
      onKeyDown={onKeyDown}
      onPointerDown={onPointerDown}
      onPointerMove={onPointerMove}
    >
      <svg className="plot" ref={plot} role="presentation">
        <Patterns id={id} />
        <Axis end={end} playhead={playhead} hiddenFrom={hiddenFrom} />
        {dense === null ? (
          <Lanes {...rows}>{line}</Lanes>
        ) : (
          <Dense {...rows} panels={dense.placed}>
            {line}
          </Dense>
        )}
        {coveredFrom !== null && (
          <g className="veil" aria-hidden="true">
            <rect x={along(coveredFrom, end)} style={{ width: percent(1 - coveredFrom / end) }} />
            <text x={along(coveredFrom, end)}>predict first</text>
          </g>
        )}
        <Flag playhead={playhead} end={end} />
        <rect className="axis-hit" x="0" width="100%" data-axis="" />
        {dense === null ? (
          <LaneHits drawing={drawing} />
        ) : (
          dense.placed.map(({ first, top, height }) => (
            <rect
              key={first}
              className="dense-hit"
              width="100%"
              height={height}
              y={top}
              data-first={first}
            />
          ))
        )}
      </svg>
    </div>
  );
}

/** The variables that timeline.css reckons with; of a dense drawing its height, px. */
const styleOf = ({ lanes, cores }: Drawing, height: number | undefined) =>
  ({
    '--lanes': lanes,
    '--cores': cores,
    ...(height === undefined ? {} : { '--height': `${height}px` }),
  }) as CSSProperties;

const classes = (names: Record<string, boolean>) =>
  ['timeline', ...Object.keys(names).filter((name) => names[name])].join(' ');

function Lanes({ drawing, id, selected, hiddenFrom, children }: RowsProps) {
  return (
    <>
      {/* Under the bars, so that it crosses none of the lanes between. */}
      <CorePath drawing={drawing} hiddenFrom={hiddenFrom} />
      <BarLayer drawing={drawing} id={id} selected={selected} hiddenFrom={hiddenFrom} />
      {children}
      <TextLayer drawing={drawing} hiddenFrom={hiddenFrom} />
      {selected !== null && <Ring drawing={drawing} places={twins(drawing, selected)} />}
      {hiddenFrom === null && <Marks drawing={drawing} />}
    </>
  );
}

function LaneHits({ drawing }: { drawing: Drawing }) {
  return drawing.rows.map((row, r) => (
    <g key={`${row.run}-${row.label}`} className={`row ${row.kind}`} style={rowStyle(row)}>
      <rect className="hit" x="0" width="100%" data-row={r} />
    </g>
  ));
}

function Dense({
  drawing,
  id,
  selected,
  hiddenFrom,
  panels,
  children,
}: RowsProps & { panels: readonly PlacedPanel[] }) {
  return (
    <>
      <DensePanels drawing={drawing} panels={panels} id={id} />
      <DenseRows drawing={drawing} id={id} selected={selected} hiddenFrom={hiddenFrom} />
      {children}
      <DenseHeadings panels={panels} hidden={hiddenFrom !== null} />
      {selected !== null && (
        <DenseRings drawing={drawing} panels={panels} places={twins(drawing, selected)} />
      )}
    </>
  );
}

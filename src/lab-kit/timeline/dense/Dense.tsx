// A timeline of many rows: thin, without letters, each state of a panel drawn as one outline.
import type { Nanos } from '@interleave/simulation';
import { patternOf } from '../../states/Patterns.tsx';
import { type DrawnState, paint, STATES } from '../../states/states.ts';
import { barAt, barName, type Drawing, type Place, rowName } from '../drawing.ts';
import { along, percent } from '../percent.ts';
import { barId } from '../Rows.tsx';
import { ALONG, outlines, ROW } from './outlines.ts';
import { type PlacedPanel, panelOf, rowsOf } from './panels.ts';
import './dense.css';

/** Rows lower than this (px) show waiting solid: its diagonals need more. */
const DIAGONALS_FROM = 12;

interface PanelsProps {
  drawing: Drawing;
  panels: readonly PlacedPanel[];
  /** The id of the timeline, which its patterns have too. */
  id: string;
}

export function DensePanels({ drawing, panels, id }: PanelsProps) {
  return panels.map((panel) => {
    const { kind, first, count, rowHeight, height, top } = panel;
    const shapes = outlines(rowsOf(drawing, panel), drawing.end, rowHeight);
    return (
      <g key={first} style={{ transform: `translateY(${top}px)` }} aria-hidden="true">
        <rect className={`dense-ground ${kind}`} width="100%" height={height} />
        {[...shapes].map(([state, outline]) => {
          const clip = `${id}-${first}-${state}`;
          const { ink, ground } = STATES[state];
          const patterned = hasPattern(state, rowHeight);
          return (
            <g key={state}>
              {/* In shares of the panel's box, so that it is right at any width while the pattern keeps its size. */}
              <clipPath id={clip} clipPathUnits="objectBoundingBox">
                <path d={outline} transform={`scale(${1 / ALONG} ${1 / (ROW * count)})`} />
              </clipPath>
              <g clipPath={`url(#${clip})`}>
                <rect width="100%" height={height} fill={paint(patterned ? ground : ink)} />
                {patterned && <rect width="100%" height={height} fill={patternOf(id, state)} />}
              </g>
            </g>
          );
        })}
      </g>
    );
  });
}

/** Whether a state is drawn with its pattern: the dots of what is ready cover whole areas, and show in thin rows too. */
const hasPattern = (state: DrawnState, rowHeight: number) =>
  STATES[state].pattern === 'dots' ||
  (STATES[state].pattern !== 'solid' && rowHeight >= DIAGONALS_FROM);

export function DenseHeadings({
  panels,
  hidden,
}: {
  panels: readonly PlacedPanel[];
  hidden: boolean;
}) {
  return panels.map(({ first, headingAt, heading, note, kind }) => (
    <text
      key={first}
      className={`heading ${kind}`}
      style={{ transform: `translateY(${headingAt + 17}px)` }}
      aria-hidden="true"
    >
      <tspan>{heading}</tspan>
      {note !== '' && !hidden && <tspan className="note-beside">{` ${note}`}</tspan>}
    </text>
  ));
}

/**
 * The rows as a screen reader meets them: of so many only the one that the reader is on, with its place among all.
 *
 * @param hiddenFrom the instant from which on nothing is told, or null
 */
export function DenseRows({
  drawing,
  id,
  selected,
  hiddenFrom,
}: {
  drawing: Drawing;
  id: string;
  selected: Place | null;
  hiddenFrom: Nanos | null;
}) {
  const r = selected?.row ?? 0;
  const row = drawing.rows[r];
  if (row === undefined) return null;
  const shown = row.bars.flatMap((bar, b) =>
    hiddenFrom === null || bar.start < hiddenFrom ? [{ bar, b }] : [],
  );
  return (
    <g
      role="row"
      aria-rowindex={r + 1}
      aria-label={shown.length === row.bars.length ? rowName(row) : row.label}
    >
      {shown.length === 0 && <g role="gridcell" aria-label="held back until you predict it" />}
      {shown.map(({ bar, b }) => (
        <g
          role="gridcell"
          id={barId(id, { row: r, bar: b })}
          key={bar.start}
          aria-label={barName(bar)}
          aria-selected={selected !== null && selected.bar === b}
        />
      ))}
    </g>
  );
}

/** A ring around what is selected and its twin on the core. */
export function DenseRings({
  drawing,
  panels,
  places,
}: {
  drawing: Drawing;
  panels: readonly PlacedPanel[];
  places: readonly Place[];
}) {
  return places.map((place) => {
    const bar = barAt(drawing, place);
    const found = panelOf(panels, place.row);
    if (bar === undefined || found === undefined) return null;
    const { panel, nth } = found;
    const box = {
      x: along(bar.start, drawing.end),
      width: `max(2px, ${percent((bar.end - bar.start) / drawing.end)})`,
      y: panel.top + nth * panel.rowHeight - 2.5,
      height: panel.rowHeight + 5,
    };
    return (
      <g key={`${place.row}-${place.bar}`} className="dense-ring" aria-hidden="true">
        <rect className="casing" {...box} />
        <rect className="line" {...box} />
      </g>
    );
  });
}

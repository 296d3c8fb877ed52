// A panel of many rows: thin, without letters, each state drawn as one outline under a heading.
import type { Playhead } from '../../frame/playhead.ts';
import { useDrawnTo } from '../../frame/use-drawn.ts';
import { patternOf } from '../../states/Patterns.tsx';
import { type DrawnState, paint, STATES } from '../../states/states.ts';
import type { Panel } from '../drawing/drawing.ts';
import { countAt } from '../drawing/progress.ts';
import { type GridProps, GridRow } from './Cells.tsx';
import type { PlacedPanel } from './layout.ts';
import { ALONG, outlines, ROW } from './outlines.ts';
import styles from './thin.module.css';

/** The patterns that tell in the thinnest rows, too: many rows together show them, as they do in the key. */
const AREAS: ReadonlySet<string> = new Set(['dots', 'horizontals', 'diagonals']);
/** Rows lower than this (px) show the others solid. */
const OTHERS_FROM = 12;

interface ThinPanelProps {
  placed: PlacedPanel;
  /** px. */
  rowHeight: number;
}

export function ThinRows({
  placed: { panel, first },
  rowHeight,
  ...grid
}: ThinPanelProps & GridProps) {
  const { id, shown, selected } = grid;
  const { rows } = panel;
  const height = rowHeight * rows.length;
  // Of so many rows a screen reader meets the one that it is on, with its place among all.
  const met = (selected?.row ?? 0) - first;
  const row = rows[met];
  return (
    <>
      <g aria-hidden="true">
        <rect
          className={`${styles.floor} ${panel.of === 'tasks' ? '' : styles.cores}`}
          width="100%"
          height={height}
        />
        {[...outlines(rows, shown, rowHeight)].map(([state, outline]) => {
          const clip = `${id}-${first}-${state}`;
          const { ink, ground } = STATES[state];
          const patterned = hasPattern(state, rowHeight);
          return (
            <g key={state}>
              {/* In shares of the panel's box, so that it is right at any width while the pattern keeps its size. */}
              <clipPath id={clip} clipPathUnits="objectBoundingBox">
                <path d={outline} transform={`scale(${1 / ALONG} ${1 / (ROW * rows.length)})`} />
              </clipPath>
              <g clipPath={`url(#${clip})`}>
                <rect width="100%" height={height} fill={paint(patterned ? ground : ink)} />
                {patterned && <rect width="100%" height={height} fill={patternOf(id, state)} />}
              </g>
            </g>
          );
        })}
      </g>
      {row !== undefined && <GridRow row={row} index={first + met} {...grid} />}
    </>
  );
}

/** Whether a state is drawn with its pattern. */
const hasPattern = (state: DrawnState, rowHeight: number) =>
  AREAS.has(STATES[state].pattern) ||
  (STATES[state].pattern !== 'solid' && rowHeight >= OTHERS_FROM);

interface HeadingProps {
  panel: Panel;
  /** Whether a question holds back when its last task ends. */
  hidden: boolean;
  playhead: Playhead;
}

/** Of tasks that are drawn as far as the playhead has come it counts how far they are. */
export function Heading({ panel: { heading, of, rows }, hidden, playhead }: HeadingProps) {
  const count = useDrawnTo(playhead, (to) =>
    to === null || of !== 'tasks' ? null : countAt(rows, to),
  );
  if (heading === null) return null;
  const note = count ?? (hidden ? '' : heading.note);
  return (
    <text className={`${styles.heading} ${of === 'tasks' ? '' : styles.cores}`} aria-hidden="true">
      <tspan>{heading.text}</tspan>
      {note !== '' && <tspan className={styles.note}>{` ${note}`}</tspan>}
    </text>
  );
}

/** Where a tap chooses the nearest bar of the row at its height. */
export function ThinHits({ placed: { panel, first }, rowHeight }: ThinPanelProps) {
  const { length: rows } = panel.rows;
  return (
    <rect
      className={styles.hit}
      width="100%"
      style={{ height: rowHeight * rows }}
      data-first={first}
      data-rows={rows}
    />
  );
}

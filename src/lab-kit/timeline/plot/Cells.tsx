// A row of the grid and its cells, as a screen reader meets them; what is held back is not there.
import type { Nanos } from '@interleave/simulation';
import type { CSSProperties, ReactNode } from 'react';
import type { Stretch } from '../../scales/percent.ts';
import { type Bar, barName, NOTHING, type Place, type Row, rowName } from '../drawing/drawing.ts';

/** The id of a bar's element, for aria-activedescendant. */
export const barId = (id: string, { row, bar }: Place) => `${id}-${row}-${bar}`;

/** What the rows of a grid have in common. */
export interface GridProps {
  /** The id of the timeline, which its patterns have too. */
  id: string;
  /** Where the clock ends. */
  end: Nanos;
  /** What is shown of the clock. */
  shown: Stretch;
  selected: Place | null;
  /** The instant from which on nothing is drawn, or null. */
  hiddenFrom: Nanos | null;
}

/** Whether something that begins at an instant shows while all from `hiddenFrom` on is held back. */
export const showsAt = (start: Nanos, hiddenFrom: Nanos | null) =>
  hiddenFrom === null || start < hiddenFrom;

interface GridRowProps extends Omit<GridProps, 'shown'> {
  row: Row;
  /** Which of all rows it is. */
  index: number;
  className?: string;
  style?: CSSProperties;
  /** What lies under its bars. */
  children?: ReactNode;
  /** What a bar looks like; left out where the cells are there for screen readers alone. */
  look?: (bar: Bar, before: Bar | undefined) => ReactNode;
}

export function GridRow(props: GridRowProps) {
  const { row, index, id, end, selected, hiddenFrom, className, style, children, look } = props;
  const bars = row.bars();
  const shows = ({ start }: Bar) => showsAt(start, hiddenFrom);
  const whole = hiddenFrom === null || bars.every(({ end }) => end <= hiddenFrom);
  return (
    <g
      role="row"
      aria-rowindex={index + 1}
      aria-label={whole ? rowName(row, end) : row.label}
      className={className}
      style={style}
    >
      {children}
      {!bars.some(shows) && (
        <g
          role="gridcell"
          aria-label={hiddenFrom === null ? NOTHING : 'held back until you predict it'}
        />
      )}
      {bars.map((bar, b) =>
        shows(bar) ? (
          <g
            role="gridcell"
            id={barId(id, { row: index, bar: b })}
            key={bar.start}
            aria-label={barName(bar, end, hiddenFrom)}
            aria-selected={selected !== null && selected.row === index && selected.bar === b}
          >
            {look?.(bar, bars[b - 1])}
          </g>
        ) : null,
      )}
    </g>
  );
}

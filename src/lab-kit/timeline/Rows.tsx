// The rows of a timeline in two layers: the bars, which are the grid's cells, and the text that lies over them.
import type { Nanos } from '@interleave/simulation';
import { toMs } from '@interleave/simulation';
import type { CSSProperties } from 'react';
import { Stretch } from '../states/Patterns.tsx';
import { paint, STATES } from '../states/states.ts';
import { type Bar, barName, type Drawing, type Place, type Row, rowName } from './drawing.ts';
import { roomFor, textWidth } from './fit.ts';
import { along, percent } from './percent.ts';

/** A stretch below this share of the clock is under 6 px on most screens: too short for its pattern. */
const SOLID_BELOW = 0.012;
/** Room (px) that a letter needs in its bar, and what stands before a low band's words. */
const LETTER_ROOM = 26;
const WORDS_AT = 25;

/** A row's place, for timeline.css. */
export const rowStyle = ({ index }: Pick<Row, 'index'>) => ({ '--index': index }) as CSSProperties;

/** The id of a bar's element, for aria-activedescendant. */
export const barId = (id: string, { row, bar }: Place) => `${id}-${row}-${bar}`;

interface LayerProps {
  drawing: Drawing;
  /** The instant from which on nothing is drawn, or null. */
  hiddenFrom: Nanos | null;
}

/** Whether something that begins at an instant shows while all from `hiddenFrom` on is held back. */
const showsAt = (start: Nanos, hiddenFrom: Nanos | null) =>
  hiddenFrom === null || start < hiddenFrom;

export function BarLayer({
  drawing,
  id,
  selected,
  hiddenFrom,
}: LayerProps & { id: string; selected: Place | null }) {
  const shows = ({ start }: Bar) => showsAt(start, hiddenFrom);
  return drawing.rows.map((row, r) => (
    <g
      role="row"
      aria-label={row.bars.every(shows) ? rowName(row) : row.label}
      className={`row ${row.kind}`}
      style={rowStyle(row)}
      key={`${row.run}-${row.label}`}
    >
      <rect className="floor" x="0" width="100%" />
      {!row.bars.some(shows) && <g role="gridcell" aria-label="held back until you predict it" />}
      {row.bars.map((bar, b) => {
        if (!shows(bar)) return null;
        const place = { row: r, bar: b };
        const share = (bar.end - bar.start) / drawing.end;
        return (
          <g
            role="gridcell"
            id={barId(id, place)}
            key={bar.start}
            aria-label={barName(bar)}
            aria-selected={selected !== null && selected.row === r && selected.bar === b}
          >
            <Stretch
              state={bar.state}
              patterns={id}
              assumed={bar.assumed}
              x={along(bar.start, drawing.end)}
              width={`max(2px, ${percent(share)})`}
              solid={share < SOLID_BELOW}
            />
            {b > 0 && row.bars[b - 1]?.end === bar.start && (
              <rect
                className={`cut ${STATES[bar.state].height}`}
                x={along(bar.start, drawing.end)}
              />
            )}
          </g>
        );
      })}
    </g>
  ));
}

export function TextLayer({ drawing, hiddenFrom }: LayerProps) {
  return drawing.rows.map((row) => (
    <g
      className={`row ${row.kind}`}
      style={rowStyle(row)}
      key={`${row.run}-${row.label}`}
      aria-hidden="true"
    >
      <RowLabel row={row} />
      {row.bars.map((bar) =>
        showsAt(bar.start, hiddenFrom) ? (
          <BarText key={bar.start} bar={bar} row={row} end={drawing.end} />
        ) : null,
      )}
      {row.endsAt !== null && showsAt(row.endsAt, hiddenFrom) && (
        <>
          <rect className="time-tick" x={along(row.endsAt, drawing.end)} />
          <text className="time end" x={along(row.endsAt, drawing.end)}>
            {toMs(row.endsAt)}
          </text>
        </>
      )}
    </g>
  ));
}

function RowLabel({ row }: { row: Row }) {
  if (row.kind === 'lower') return <text className="note">{row.note}</text>;
  return (
    <>
      <text className={row.assumed ? 'label assumed' : 'label'}>
        <tspan>{row.label}</tspan>
        {row.note !== '' && <tspan className="inline-note">{` ${row.note}`}</tspan>}
      </text>
      {row.note !== '' && <text className="note">{row.note}</text>}
    </>
  );
}

function BarText({ bar, row, end }: { bar: Bar; row: Row; end: Nanos }) {
  const { state, start, text } = bar;
  const share = (bar.end - start) / end;
  const x = along(start, end);
  const look = STATES[state];
  // Dots would run into the letter.
  const grounded = look.pattern === 'dots';
  const letter = `${look.height} ${grounded ? 'grounded' : ''} ${look.letter === '' ? 'word' : ''}`;
  const style = { fill: paint(look.text) };
  const need = row.kind === 'core' ? 14 + textWidth(text) : LETTER_ROOM;
  const time = String(toMs(start));
  return (
    <>
      {grounded && (
        <g className={roomFor(share, need)}>
          <rect className="letter-ground" x={x} fill={paint(look.ground)} />
        </g>
      )}
      <text className={`letter ${letter} ${roomFor(share, need)}`} x={x} style={style}>
        {text}
      </text>
      {bar.words !== '' && row.kind === 'lane' && (
        <text
          className={`words ${roomFor(share, WORDS_AT + textWidth(bar.words))}`}
          x={x}
          style={style}
        >
          {bar.words}
        </text>
      )}
      {row.kind === 'lane' && (
        <g className={roomFor(share, textWidth(time) + 7)}>
          <rect className="time-tick" x={x} />
          <text className="time" x={x}>
            {time}
          </text>
        </g>
      )}
    </>
  );
}

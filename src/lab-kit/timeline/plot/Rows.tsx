// A panel of rows with something written in them, in two layers: the bars, and the text that lies over them.
import { type Nanos, toMs } from '@interleave/simulation';
import { along, percent } from '../../scales/percent.ts';
import { StateBar } from '../../states/Patterns.tsx';
import { paint, STATES } from '../../states/states.ts';
import type { Bar, Panel, Row, Size } from '../drawing/drawing.ts';
import { type GridProps, GridRow, showsAt } from './Cells.tsx';
import { roomFor, textWidth } from './fit.ts';
import type { PlacedPanel } from './layout.ts';
import { rowAttributes } from './Panels.tsx';

/** A stretch below this share of the clock is under 6 px on most screens: too short for its pattern. */
const SOLID_BELOW = 0.012;
/** Room (px) that a letter needs in its bar, and what stands before the words beside a low band. */
const LETTER_ROOM = 26;
const BESIDE_AT = 25;

export function Bars({ placed: { panel, first }, ...grid }: { placed: PlacedPanel } & GridProps) {
  const { id, end } = grid;
  return panel.rows.map((row, r) => (
    <GridRow
      key={`${row.run}-${row.label}`}
      row={row}
      index={first + r}
      {...grid}
      {...rowAttributes(panel, row)}
      look={(bar, before) => {
        const share = (bar.end - bar.start) / end;
        return (
          <>
            <StateBar
              state={bar.state}
              patterns={id}
              assumed={bar.assumed}
              x={along(bar.start, end)}
              width={`max(2px, ${percent(share)})`}
              solid={share < SOLID_BELOW}
            />
            {before?.end === bar.start && (
              <rect className={`cut ${STATES[bar.state].height}`} x={along(bar.start, end)} />
            )}
          </>
        );
      }}
    >
      <rect className="floor" x="0" width="100%" />
    </GridRow>
  ));
}

interface TextsProps {
  panel: Panel;
  /** The clock's end. */
  end: Nanos;
  /** The instant from which on nothing is written, or null. */
  hiddenFrom: Nanos | null;
}

export function Texts({ panel, end, hiddenFrom }: TextsProps) {
  return panel.rows.map((row) => (
    <g {...rowAttributes(panel, row)} key={`${row.run}-${row.label}`} aria-hidden="true">
      <RowLabel row={row} size={panel.size} />
      {row.bars.map((bar) =>
        showsAt(bar.start, hiddenFrom) ? (
          <BarText key={bar.start} bar={bar} size={panel.size} end={end} />
        ) : null,
      )}
      {row.endsAt !== null && showsAt(row.endsAt, hiddenFrom) && (
        <>
          <rect className="time-tick" x={along(row.endsAt, end)} />
          <text className="time end" x={along(row.endsAt, end)}>
            {toMs(row.endsAt)}
          </text>
        </>
      )}
    </g>
  ));
}

function RowLabel({ row, size }: { row: Row; size: Size }) {
  const note = row.note !== '' && <text className="note">{row.note}</text>;
  // Both halves of a line are the same task's: its name stands by the upper one.
  if (size === 'half' && row.run === 1) return note;
  return (
    <>
      <text className={row.assumed ? 'label assumed' : 'label'}>
        <tspan>{row.label}</tspan>
        {row.note !== '' && <tspan className="inline-note">{` ${row.note}`}</tspan>}
      </text>
      {note}
    </>
  );
}

function BarText({ bar, size, end }: { bar: Bar; size: Size; end: Nanos }) {
  const { state, start, text, beside } = bar;
  const share = (bar.end - start) / end;
  const x = along(start, end);
  const look = STATES[state];
  // Dots would run into the letter.
  const grounded = look.pattern === 'dots';
  const letter = `${look.height} ${grounded ? 'grounded' : ''} ${look.letter === '' ? 'word' : ''}`;
  const style = { fill: paint(look.text) };
  const need = size === 'band' ? 14 + textWidth(text) : LETTER_ROOM;
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
      {beside !== '' && size === 'lane' && (
        <text
          className={`words ${roomFor(share, BESIDE_AT + textWidth(beside))}`}
          x={x}
          style={style}
        >
          {beside}
        </text>
      )}
      {size === 'lane' && (
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

/** Where a tap chooses the nearest bar of a row. */
export function Hits({ placed: { panel, first } }: { placed: PlacedPanel }) {
  return panel.rows.map((row, r) => (
    <g key={`${row.run}-${row.label}`} {...rowAttributes(panel, row)}>
      <rect className="hit" x="0" width="100%" data-row={first + r} />
    </g>
  ));
}

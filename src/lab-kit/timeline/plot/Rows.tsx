// A panel of rows with something written in them, in two layers: the bars, and the text that lies over them.
import type { Nanos } from '@interleave/simulation';
import type { Playhead } from '../../frame/playhead.ts';
import { useDrawn } from '../../frame/use-drawn.ts';
import { along, breadthOf, isIn, percent, type Stretch, seenOf } from '../../scales/percent.ts';
import { HEIGHTS, StateBar } from '../../states/Patterns.tsx';
import { paint, STATES } from '../../states/states.ts';
import { onAxis } from '../clock.ts';
import { type Bar, type Panel, type Row, type Size, timesOf } from '../drawing/drawing.ts';
import { type GridProps, GridRow, showsAt } from './Cells.tsx';
import { roomFor, textWidth } from './fit.ts';
import type { PlacedPanel } from './layout.ts';
import { rowAttributes } from './Panels.tsx';
import styles from './rows.module.css';

/** A stretch below this share of the clock is under 6 px on most screens: too short for its pattern. */
const SOLID_BELOW = 0.012;
/** Room (px) that a letter needs in its bar, and what stands before the words beside a low band. */
const LETTER_ROOM = 26;
const BESIDE_AT = 25;

/** The class of what is special about a row of its panel's size; of a half, about the one below the line, too. */
function sizeOf({ size }: Panel, { run }: Row): string | undefined {
  if (size === 'band') return styles.band;
  if (size !== 'half') return '';
  return run === 1 ? `${styles.half} ${styles.below}` : styles.half;
}

export function Bars({ placed: { panel, first }, ...grid }: { placed: PlacedPanel } & GridProps) {
  const { id, shown } = grid;
  return panel.rows.map((row, r) => (
    <GridRow
      key={`${row.run}-${row.label}`}
      row={row}
      index={first + r}
      {...grid}
      {...rowAttributes(panel, row)}
      look={(bar, before) => {
        const seen = seenOf(bar, shown);
        if (seen === null) return null;
        const share = breadthOf(seen, shown);
        const x = along(seen.start, shown);
        return (
          <>
            <StateBar
              state={bar.state}
              patterns={id}
              assumed={bar.assumed}
              x={x}
              width={`max(2px, ${percent(share)})`}
              solid={share < SOLID_BELOW}
            />
            {before?.end === seen.start && (
              <rect className={`${styles.cut} ${HEIGHTS[STATES[bar.state].height]}`} x={x} />
            )}
          </>
        );
      }}
    >
      <rect className={`${styles.floor} ${sizeOf(panel, row)}`} x="0" width="100%" />
    </GridRow>
  ));
}

interface TextsProps {
  panel: Panel;
  /** Where the clock ends. */
  end: Nanos;
  /** What is shown of the clock. */
  shown: Stretch;
  /** The instant from which on nothing is written, or null. */
  hiddenFrom: Nanos | null;
}

export function Texts({ panel, end, shown, hiddenFrom }: TextsProps) {
  return panel.rows.map((row) => (
    <g {...rowAttributes(panel, row)} key={`${row.run}-${row.label}`} aria-hidden="true">
      {row
        .bars()
        .map((bar) =>
          showsAt(bar.start, hiddenFrom) ? (
            <BarText key={bar.start} bar={bar} size={panel.size} end={end} shown={shown} />
          ) : null,
        )}
    </g>
  ));
}

interface LabelsProps extends TextsProps {
  playhead: Playhead;
}

/** What is written of rows as a whole: their names, and when their tasks end. */
export function Labels({ panel, ...at }: LabelsProps) {
  return panel.rows.map((row) => (
    <g {...rowAttributes(panel, row)} key={`${row.run}-${row.label}`} aria-hidden="true">
      <RowLabel row={row} panel={panel} />
      {row.endsAt !== null && (
        <g data-mark="end">
          <End panel={panel} row={row} endsAt={row.endsAt} {...at} />
        </g>
      )}
    </g>
  ));
}

/** When the task of a row ends: once it has. */
function End({
  panel,
  row,
  endsAt,
  end,
  shown,
  hiddenFrom,
  playhead,
}: LabelsProps & { row: Row; endsAt: Nanos }) {
  const isDrawn = useDrawn(playhead, endsAt);
  if (!isDrawn || !showsAt(endsAt, hiddenFrom) || !isIn(endsAt, shown)) return null;
  const x = along(endsAt, shown);
  return (
    <>
      {panel.size === 'lane' && <rect className={styles.tick} x={x} />}
      <text
        className={`${styles.time} ${styles.end} ${sizeOf(panel, row)}`}
        data-shows="result"
        x={x}
      >
        {onAxis(endsAt, end)}
      </text>
    </>
  );
}

function RowLabel({ row, panel }: { row: Row; panel: Panel }) {
  const size = sizeOf(panel, row);
  const note = row.note !== '' && <text className={`${styles.note} ${size}`}>{row.note}</text>;
  // Both halves of a line are the same task's: its name stands by the upper one.
  if (panel.size === 'half' && row.run === 1) return note;
  return (
    <>
      <text className={`${styles.label} ${size} ${row.assumed ? styles.assumed : ''}`}>
        <tspan>{row.label}</tspan>
        {row.note !== '' && <tspan className={styles['inline-note']}>{` ${row.note}`}</tspan>}
      </text>
      {note}
    </>
  );
}

interface BarTextProps extends Pick<TextsProps, 'end' | 'shown'> {
  bar: Bar;
  size: Size;
}

function BarText({ bar, size, end, shown }: BarTextProps) {
  const { state, start, text, beside } = bar;
  const seen = seenOf(bar, shown);
  if (seen === null) return null;
  const share = breadthOf(seen, shown);
  const x = along(seen.start, shown);
  const look = STATES[state];
  // A pattern would run into the letter, but for that of a low band, which has its letter above it.
  const grounded = look.pattern !== 'solid' && look.height !== 'low';
  const style = { fill: paint(look.text) };
  const time = timesOf(bar, end).start;
  const letterFits = roomFor(share, size === 'band' ? 14 + textWidth(text) : LETTER_ROOM);
  // What is nowhere shown is not there: of a run in many short pieces that is most of the text.
  const besideFits =
    beside === '' || size === 'half' ? null : roomFor(share, BESIDE_AT + textWidth(beside));
  const timeFits =
    size === 'lane' && seen.start === start ? roomFor(share, textWidth(time) + 7) : null;
  const classes = [styles.letter, HEIGHTS[look.height]];
  if (look.height === 'low') classes.push(styles.low);
  if (grounded) classes.push(styles.grounded);
  if (look.letter === '') classes.push(styles.word);
  return (
    <>
      {letterFits !== null && grounded && (
        <g data-fits={letterFits}>
          <rect
            className={`${styles.ground} ${HEIGHTS[look.height]}`}
            x={x}
            fill={paint(look.ground)}
          />
        </g>
      )}
      {/* Over the low band of a half there is no room. */}
      {letterFits !== null && (size !== 'half' || look.height !== 'low') && (
        <text className={classes.join(' ')} data-fits={letterFits} x={x} style={style}>
          {text}
        </text>
      )}
      {besideFits !== null && (
        <text className={styles.beside} data-fits={besideFits} x={x} style={style}>
          {beside}
        </text>
      )}
      {timeFits !== null && (
        <g data-fits={timeFits}>
          <rect className={styles.tick} x={x} />
          <text className={styles.time} x={x}>
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
      <rect
        className={`${styles.hit} ${sizeOf(panel, row)}`}
        x="0"
        width="100%"
        data-row={first + r}
      />
    </g>
  ));
}

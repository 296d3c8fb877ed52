// What is written on the bars of a strip, each text where its bar has room for it at any width.
import type { CSSProperties } from 'react';
import { paint, STATES } from '../../states/states.ts';
import { along, topOf } from './layout.ts';
import styles from './strip.module.css';
import type { Cell, Note, Strip } from './strip.ts';

/** px: how wide letters are at the size of these texts, estimated from above: narrow ones, wide ones, all others. */
const WIDTHS = [
  [/[ fijlrt.,:’]/, 5],
  [/[mwMW]/, 12],
] as const;
const OTHER = 7.5;

/** The room (px) that a text needs. */
const roomFor = (text: string) =>
  Math.ceil(
    [...text].reduce(
      (sum, letter) => sum + (WIDTHS.find(([letters]) => letters.test(letter))?.[1] ?? OTHER),
      0,
    ),
  );

export function Texts({ strip: { steps, rows } }: { strip: Strip }) {
  return rows.map((row, r) => (
    <div
      key={row.label}
      className={row.kind === 'lane' ? styles.texts : `${styles.texts} ${styles.band}`}
      style={{ '--y': topOf(rows, r) } as CSSProperties}
    >
      {row.cells.map((cell) => (
        <CellText key={cell.from} cell={cell} steps={steps.length} />
      ))}
      {row.notes?.map((note) => (
        <NoteText key={note.from} note={note} shared={row.kind === 'shared'} steps={steps.length} />
      ))}
      {row.endedAfter !== null && (
        <span
          className={styles.ended}
          style={{ '--from': along(row.endedAfter, steps.length) } as CSSProperties}
        >
          ended
        </span>
      )}
    </div>
  ));
}

function CellText({
  cell: { from, to, state, hollow, text, short },
  steps,
}: {
  cell: Cell;
  steps: number;
}) {
  const { text: ink, pattern, ground, height } = STATES[state];
  const style = {
    '--from': along(from - 1, steps),
    '--slot': along(to - from + 1, steps),
    '--ink': paint(hollow === undefined ? ink : STATES[state].ink),
    // A pattern would run into its text, but for that of a low band, whose text stands above it.
    '--ground': pattern === 'solid' || height === 'low' ? 'transparent' : paint(ground),
    '--needs': `${roomFor(text)}px`,
    '--short-needs': `${roomFor(short ?? text)}px`,
  } as CSSProperties;
  return (
    <span
      className={height === 'low' ? `${styles.text} ${styles['over-band']}` : styles.text}
      style={style}
    >
      <span className={styles.whole}>{text}</span>
      {short !== undefined && <span className={styles.short}>{short}</span>}
    </span>
  );
}

/** What a row holds: on the floor of a lane whose thread does nothing, or in the line of what is shared. */
function NoteText({
  note: { from, to, text },
  shared,
  steps,
}: {
  note: Note;
  shared: boolean;
  steps: number;
}) {
  const style = {
    '--from': along(from, steps),
    '--slot': along(to - from, steps),
    '--needs': `${roomFor(text)}px`,
  } as CSSProperties;
  const place = shared ? styles.holds : styles.kept;
  // What all has come to stands beyond the clock.
  const last = from === to ? ` ${styles.last}` : '';
  return (
    <span className={`${styles.note} ${place}${last}`} style={style}>
      <span>{text}</span>
    </span>
  );
}

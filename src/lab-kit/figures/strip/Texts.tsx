// What is written on the bars of a strip, each text where its bar has room for it at any width.
import type { CSSProperties } from 'react';
import { percent } from '../../scales/percent.ts';
import { paint, STATES } from '../../states/states.ts';
import { topOf } from './layout.ts';
import styles from './strip.module.css';
import type { Cell, Strip } from './strip.ts';

/** The room (px) that a text needs, estimated from above, with what parts it from its bar's ends. */
const roomFor = (text: string) => Math.ceil(text.length * 7.4) + 12;

export function Texts({ strip: { steps, rows } }: { strip: Strip }) {
  return rows.map((row, r) => (
    <div
      key={row.label}
      className={row.kind === 'band' ? `${styles.texts} ${styles.band}` : styles.texts}
      style={{ '--y': topOf(rows, r) } as CSSProperties}
    >
      {row.cells.map((cell) => (
        <CellText key={cell.from} cell={cell} steps={steps.length} />
      ))}
      {row.endedAfter !== null && (
        <span
          className={styles.ended}
          style={{ '--from': percent(row.endedAfter / steps.length) } as CSSProperties}
        >
          ended
        </span>
      )}
    </div>
  ));
}

function CellText({
  cell: { from, to, state, text, short },
  steps,
}: {
  cell: Cell;
  steps: number;
}) {
  const { text: ink, pattern, ground, height } = STATES[state];
  const style = {
    '--from': percent((from - 1) / steps),
    '--slot': percent((to - from + 1) / steps),
    '--ink': paint(ink),
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

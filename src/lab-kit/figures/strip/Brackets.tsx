// Brackets over the lanes of a strip: what is so from one step's end to another's, in words.
import type { CSSProperties } from 'react';
import { along, topOf } from './layout.ts';
import styles from './strip.module.css';
import type { Strip } from './strip.ts';

export function Brackets({ strip: { steps, rows, brackets = [] } }: { strip: Strip }) {
  return brackets.map(({ row, from, to, text }) => {
    const style = {
      '--y': topOf(rows, row),
      '--from': along(from, steps.length),
      '--slot': along(to - from, steps.length),
    } as CSSProperties;
    // Words that are longer than it go where there is more room.
    const late = from + to > steps.length;
    return (
      <div
        key={`${row} ${from}`}
        className={row === 0 ? `${styles.bracket} ${styles.hangs}` : styles.bracket}
        style={style}
      >
        <span className={late ? styles.late : undefined}>{text}</span>
      </div>
    );
  });
}

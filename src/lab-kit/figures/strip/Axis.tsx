// The clock above a strip: a number a step and, where there are letters, one over each slot.
import type { CSSProperties } from 'react';
import { along } from './layout.ts';
import styles from './strip.module.css';
import { gridEvery, reachOf, type Strip, sizeOf } from './strip.ts';

interface AxisProps {
  strip: Strip;
  /** Where the playhead stands: its flag makes the numbers that it would lie over give way. */
  at: number;
  /** The last step that has a number. */
  shownTo: number;
}

export function Axis({ strip, at, shownTo }: AxisProps) {
  const { steps } = strip;
  const lettered = sizeOf(strip) === 'lettered';
  const every = gridEvery(strip);
  // As much for all as the longest needs, so that all of one kind stand or give way.
  const needs = `${String(steps.length).length * 8 + 6}px`;
  return (
    <>
      <div className={styles.axis} />
      {steps.map((letter, i) => {
        const step = i + 1;
        const style = {
          '--from': along(i, steps.length),
          '--slot': along(1, steps.length),
          '--reach': reachOf(step),
          '--needs': needs,
          '--away': Math.abs(step - 0.5 - at),
        } as CSSProperties;
        return (
          <div key={step} className={styles.slot} style={style} data-mark="axis">
            {step % every === 0 && <span className={styles.tick} />}
            {step <= shownTo && <span className={styles.number}>{step}</span>}
            {lettered && <span className={styles.letter}>{letter}</span>}
          </div>
        );
      })}
    </>
  );
}

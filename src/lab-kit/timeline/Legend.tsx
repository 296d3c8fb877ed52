// The legend of the states that a drawing shows.

import { Swatch } from '../states/Patterns.tsx';
import { DRAWN_STATES, STATES } from '../states/states.ts';
import { type Drawing, rowsOf } from './drawing/drawing.ts';
import styles from './legend.module.css';

export function Legend({ drawing }: { drawing: Drawing }) {
  const shown = new Set(rowsOf(drawing).flatMap(({ spans }) => spans.map(({ state }) => state)));
  return (
    <ul className={styles.legend} aria-label="States">
      {DRAWN_STATES.filter((state) => shown.has(state) && STATES[state].letter !== '').map(
        (state) => (
          <li key={state}>
            <Swatch state={state} />
            <b>{STATES[state].letter}</b> {STATES[state].word}
          </li>
        ),
      )}
    </ul>
  );
}

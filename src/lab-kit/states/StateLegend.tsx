// The legend of a drawing: the states that it shows, in the order of the table.
import styles from './legend.module.css';
import { Swatch } from './Patterns.tsx';
import { DRAWN_STATES, type DrawnState, STATES } from './states.ts';

interface StateLegendProps {
  /** Those that the drawing shows; one without a letter is written in the drawing itself. */
  states: ReadonlySet<DrawnState>;
  /** Whether the drawing has the letters of states; a drawing of threads that are called B has none. */
  lettered: boolean;
  /** What is drawn as an outline: "store that is overwritten". */
  hollow?: string;
}

export function StateLegend({ states, lettered, hollow }: StateLegendProps) {
  return (
    <ul className={styles.legend} aria-label="States">
      {DRAWN_STATES.filter((state) => states.has(state) && STATES[state].letter !== '').map(
        (state) => (
          <li key={state}>
            <Swatch state={state} />
            {lettered && <b>{STATES[state].letter}</b>} <span>{STATES[state].word}</span>
          </li>
        ),
      )}
      {hollow !== undefined && (
        <li>
          <Swatch state="running" hollow /> <span>{hollow}</span>
        </li>
      )}
    </ul>
  );
}

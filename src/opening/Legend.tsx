// What the states of a strip are called, and how long each takes of a request.
import { Swatch } from '../lab-kit/states/Patterns.tsx';
import { type DrawnState, STATES } from '../lab-kit/states/states.ts';
import styles from './opening.module.css';
import { hasRunnable, type Strip } from './strip.ts';

const lasts = (from: number | undefined, to: number | undefined) =>
  `${Math.round(((to ?? 0) - (from ?? 0)) / 1e6)}\u00a0ms`;

export function Legend({ strip }: { strip: Strip }) {
  const [started, computed, answered] = [strip.started[0], strip.computed[0], strip.answered[0]];
  return (
    <ul className={styles.legend} aria-label="States">
      <Entry state="queued" says="in line" />
      {hasRunnable(strip) && <Entry state="runnable" says="ready, no free core" />}
      <Entry state="running" says="computes" more={lasts(started, computed)} />
      {answered !== computed && (
        <Entry
          state="waiting"
          says="waits"
          more={`${lasts(computed, answered)} for the database`}
        />
      )}
    </ul>
  );
}

function Entry({ state, says, more }: { state: DrawnState; says: string; more?: string }) {
  return (
    <li>
      <Swatch state={state} /> <b>{STATES[state].letter}</b> <span>{says}</span>
      {more !== undefined && <span className={styles.more}>{` ${more}`}</span>}
    </li>
  );
}

// A lab's named settings, and the button that keeps a run to compare with.

import type { LabState } from '../frame/use-lab.ts';
import { useLive } from '../frame/use-live.ts';
import type { AnyLab } from '../lab.ts';
import styles from './presets.module.css';
import { useInRow } from './use-in-row.ts';

export function Presets({ lab, state }: { lab: AnyLab; state: LabState }) {
  const shown = lab.caseOf?.(state.values).preset ?? state.preset;
  return (
    <div
      className={styles.presets}
      data-live="only"
      role="group"
      aria-label="Presets"
      inert={!useLive()}
    >
      <div className={styles.tabs} ref={useInRow(shown)}>
        {Object.entries(lab.presets).flatMap(([id, { label, quoted }]) =>
          quoted
            ? []
            : [
                <button
                  type="button"
                  key={id}
                  aria-pressed={shown === id}
                  disabled={state.closed}
                  onClick={() => state.apply(id)}
                >
                  {label}
                </button>,
              ],
        )}
      </div>
      {state.pinned !== null ? (
        <button type="button" className={styles.compare} onClick={state.unpin}>
          Stop comparing
        </button>
      ) : lab.caseOf === undefined ? (
        <button
          type="button"
          className={styles.compare}
          disabled={state.closed}
          onClick={state.pin}
        >
          Compare with…
        </button>
      ) : null}
    </div>
  );
}

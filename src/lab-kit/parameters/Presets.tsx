// A lab's named settings, the button that keeps a run to compare with, and the one that takes all back.

import { useRest } from '../frame/playhead.ts';
import type { LabState } from '../frame/use-lab.ts';
import { useLive } from '../frame/use-live.ts';
import type { AnyLab } from '../lab.ts';
import styles from './presets.module.css';
import { useInRow } from './use-in-row.ts';
import { sameValues } from './values.ts';

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
                  data-label={label}
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
      <Reset lab={lab} state={state} />
    </div>
  );
}

/** It stays where the focus is when there is nothing left to take back. */
function Reset({ lab, state }: { lab: AnyLab; state: LabState }) {
  const { values, pinned, opened, playhead, end, hasChosen, resets } = state;
  const at = useRest(playhead);
  const differs =
    hasChosen ||
    at !== Math.min(opened.at ?? playhead.opensAt(), end) ||
    !sameValues(values, opened.values) ||
    (pinned === null || opened.pinned === null
      ? pinned !== opened.pinned
      : !sameValues(pinned, opened.pinned));
  const off = state.closed || !differs;
  return (
    <>
      <button
        type="button"
        className={styles.compare}
        aria-disabled={off}
        onClick={() => off || state.reset()}
      >
        Reset
      </button>
      <span className="visually-hidden" aria-live="polite">
        {off && resets > 0 ? `Set back to: ${lab.presets[opened.preset]?.label}.` : ''}
      </span>
    </>
  );
}

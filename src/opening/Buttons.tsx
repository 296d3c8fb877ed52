// The buttons of the opening: one primary button, which leads to the next act, and those that hold or end a run.
import { type MouseEvent, useRef } from 'react';
import { useLive } from '../lab-kit/frame/use-live.ts';
import styles from './opening.module.css';
import { useDerived } from './use-derived.ts';
import type { useOpening } from './use-opening.ts';

type Opening = ReturnType<typeof useOpening>;

interface Primary {
  readonly label: string;
  /** Null while it waits for the run to end. */
  readonly press: (() => void) | null;
}

/** @param onAsk the knobs have come, and are to be brought into view */
export function Buttons({ opening, onAsk }: { opening: Opening; onAsk: () => void }) {
  const { act, strip, playhead, running, still } = opening;
  const live = useLive();
  const primary = useRef<HTMLButtonElement>(null);
  const isOver = useDerived(playhead, (at) => (at >= strip.end ? 1 : 0)) === 1;
  const { label, press } = primaryOf(opening, isOver, onAsk);
  const isIdle = act === 'before' || act === 'ask';
  return (
    <div className={styles.buttons} inert={!live}>
      <button
        ref={primary}
        type="button"
        className={styles.primary}
        aria-disabled={press === null || undefined}
        onClick={once(press)}
      >
        {label}
      </button>
      {!isIdle && (
        <button
          type="button"
          onClick={once(isOver ? opening.again : running ? opening.pause : opening.goOn)}
        >
          {isOver ? 'Run again' : running ? 'Pause' : still ? 'Next answer' : 'Go on'}
        </button>
      )}
      {!isIdle && !isOver && (
        <button
          type="button"
          onClick={() => {
            opening.toEnd();
            // This button goes: what comes next has the focus.
            primary.current?.focus({ preventScroll: true });
          }}
        >
          To the end
        </button>
      )}
    </div>
  );
}

/** Obeys the first press of a double click only: the second would be meant for what stood there before. */
const once = (press: (() => void) | null) => (event: MouseEvent) => {
  if (event.detail <= 1) press?.();
};

function primaryOf(opening: Opening, isOver: boolean, onAsk: () => void): Primary {
  switch (opening.act) {
    case 'before':
      return { label: 'Run', press: opening.run };
    case 'one':
      return { label: 'Add 3 cores', press: opening.addCores };
    case 'four':
      return isOver
        ? { label: 'What would you change?', press: onAsk }
        : { label: 'Add 3 cores', press: null };
    case 'ask':
    case 'yours':
      return { label: 'Run', press: opening.runYours };
  }
}

// The buttons of the opening: one primary button, which leads to the next act, and those that hold or end a run.
import { type ComponentProps, type MouseEvent, useLayoutEffect, useRef } from 'react';
import { useLive } from '../lab-kit/frame/use-live.ts';
import styles from './opening.module.css';
import type { useOpening } from './use-opening.ts';

type Opening = ReturnType<typeof useOpening>;

interface Primary {
  readonly label: string;
  /** Null while it waits for the run to end, or for the model. */
  readonly press: (() => void) | null;
}

interface ButtonsProps {
  opening: Opening;
  /** The first run begins, and is to be seen. */
  onRun: () => void;
  /** The knobs have come, and are to be brought into view. */
  onAsk: () => void;
}

export function Buttons({ opening, onRun, onAsk }: ButtonsProps) {
  const { act, running, isOver, still } = opening;
  const live = useLive();
  const primary = useRef<HTMLButtonElement>(null);
  const { label, press } = primaryOf({ opening, onRun, onAsk });
  const isIdle = act === 'before' || act === 'ask';
  const asks = act === 'ask' || act === 'yours';
  const toPrimary = () => primary.current?.focus({ preventScroll: true });
  const first = (
    <button
      key="primary"
      ref={primary}
      type="button"
      className={styles.primary}
      aria-disabled={press === null || undefined}
      onClick={once(press)}
    >
      {label}
    </button>
  );
  const ofRun = [
    !(isIdle || (asks && isOver)) && (
      <Passing
        key="hold"
        onGone={toPrimary}
        onClick={once(isOver ? opening.again : running ? opening.pause : opening.goOn)}
      >
        {isOver ? 'Run again' : running ? 'Pause' : still ? 'Next answer' : 'Go on'}
      </Passing>
    ),
    !(isIdle || isOver) && (
      <Passing key="end" onGone={toPrimary} onClick={once(opening.toEnd)}>
        To the end
      </Passing>
    ),
  ];
  // Beside the question the primary button stands last, at the edge.
  return (
    <div className={styles.buttons} inert={!live}>
      {asks ? [...ofRun, first] : [first, ...ofRun]}
    </div>
  );
}

/** A button that goes when its run is over. @param onGone it goes with the focus, which then needs another place */
function Passing({ onGone, ...button }: ComponentProps<'button'> & { onGone: () => void }) {
  const own = useRef<HTMLButtonElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;
  // Before it leaves the page, and its focus with it.
  useLayoutEffect(() => {
    const element = own.current;
    return () => {
      if (element !== null && element === document.activeElement) gone.current();
    };
  }, []);
  return <button type="button" ref={own} {...button} />;
}

/** Obeys the first press of a double click only: the second would be meant for what stood there before. */
const once = (press: (() => void) | null) => (event: MouseEvent) => {
  if (event.detail <= 1) press?.();
};

function primaryOf({ opening, onRun, onAsk }: ButtonsProps): Primary {
  switch (opening.act) {
    case 'before':
      return { label: 'Run', press: onRun };
    case 'one':
      return { label: 'Add 3 cores', press: opening.addCores };
    case 'four':
      return opening.isOver
        ? { label: 'What would you change?', press: onAsk }
        : { label: 'Add 3 cores', press: null };
    case 'ask':
    case 'yours':
      return { label: 'Run', press: opening.runYours };
  }
}

// How far a long run is, and a way to give it up.
import { useLayoutEffect, useRef } from 'react';
import styles from './lab.module.css';
import type { RunState } from './use-run.ts';

interface ProgressProps {
  of: NonNullable<RunState['underWay']>;
  onCancel: () => void;
  /** It is over while its button has the focus, which then needs another place. */
  onGone: () => void;
}

export function Progress({ of: { share, work }, onCancel, onGone }: ProgressProps) {
  const button = useRef<HTMLButtonElement>(null);
  const gone = useRef(onGone);
  gone.current = onGone;
  // Before the button leaves the page, and its focus with it.
  useLayoutEffect(() => {
    const own = button.current;
    return () => {
      if (own !== null && own === document.activeElement) gone.current();
    };
  }, []);
  return (
    <div className={styles['long-run']}>
      <label>
        {`Simulating ${work}`} <progress max={1} value={share} />
      </label>{' '}
      <span>{`${Math.floor(share * 100)}%`}</span>
      <button type="button" ref={button} onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}

// A second of the run as a timeline, on request: what draws it is loaded then.
import { type ComponentType, useEffect, useId, useState } from 'react';
import link from '../../src/lab-kit/frame/lab.module.css';
import { useLive } from '../../src/lab-kit/frame/use-live.ts';
import type { Diagnosis } from './kinds.ts';
import styles from './symptoms.module.css';

type Second = ComponentType<{ readonly of: Diagnosis }>;

/** Kept once it is there: opened again, it is drawn at once. */
let loaded: Second | null = null;

async function load(): Promise<Second> {
  loaded ??= (await import('./second.tsx')).Second;
  return loaded;
}

export function LookCloser({ of }: { of: Diagnosis }) {
  const [open, setOpen] = useState(false);
  const [Second, setSecond] = useState<Second | null>(() => loaded);
  const [failed, setFailed] = useState(false);
  const live = useLive();
  const id = useId();
  useEffect(() => {
    if (!open || Second !== null) return;
    let wanted = true;
    load().then(
      (found) => wanted && setSecond(() => found),
      () => wanted && setFailed(true),
    );
    return () => {
      wanted = false;
    };
  }, [open, Second]);
  return (
    <div data-live="only">
      <button
        type="button"
        className={`${link.link} ${styles.look}`}
        inert={!live}
        aria-expanded={open}
        aria-controls={id}
        onClick={() => {
          setOpen(!open);
          setFailed(false);
        }}
      >
        {open ? 'Close the timeline' : 'Look at one second of it as a timeline'}
      </button>
      <div id={id} aria-busy={(open && Second === null && !failed) || undefined}>
        {open && Second !== null && <Second of={of} />}
        {open && failed && (
          <p role="status">
            The timeline could not be loaded. Close it, and open it again to try once more.
          </p>
        )}
      </div>
    </div>
  );
}
